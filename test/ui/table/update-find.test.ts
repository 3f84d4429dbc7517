import {describe, expect, test} from 'vitest';
import type {ArchiveEntry} from '../../../source/disk/archive-entry.js';
import type {Action} from '../../../source/ui/action.js';
import type {Model} from '../../../source/ui/model.js';
import {effectiveMarks} from '../../../source/ui/table/marks.js';
import {currentRow, shownRows} from '../../../source/ui/table/rows.js';
import {sportChoices} from '../../../source/ui/table/sport-menu.js';
import {makeActivities, makeActivity} from '../activities.js';
import {follow, openTable} from '../models.js';

const activities = [
	makeActivity({id: 'a', name: 'One', sportType: 100, day: '2026-11-20', startTime: 9}),
	makeActivity({id: 'b', name: 'Two', sportType: 200, day: '2026-11-10', startTime: 8}),
	makeActivity({id: 'c', name: 'Three', sportType: 100, day: '2026-02-01', startTime: 7}),
	makeActivity({id: 'd', name: 'Four', sportType: 4711, day: '2025-06-01', startTime: 6}),
	makeActivity({id: 'e', name: 'Five', sportType: 102, day: '2024-06-01', startTime: 5}),
];

const minute: Action = {type: 'minute-passed', at: 1_795_000_000_000, today: '2026-11-22'};
const table = follow(openTable(activities), minute);
const ids = (model: Model) =>
	shownRows(model)
		.map(({id}) => id)
		.join('');
const menu = (model: Model) => sportChoices(model).map(({name, count}) => `${name} ${count}`);

describe('the sport menu', () => {
	test('counts what the other filters leave, the most frequent first', () => {
		expect(menu(table)).toEqual([
			'All sports 5',
			'Run 2',
			'Road Bike 1',
			'Sport 4711 1',
			'Trail Run 1',
		]);
		expect(menu(follow(table, 'd', '4'))).toEqual(['All sports 3', 'Run 2', 'Road Bike 1']);
		expect(menu(follow(table, '/', 't'))).toEqual([
			'All sports 4',
			'Road Bike 1',
			'Run 1',
			'Sport 4711 1',
			'Trail Run 1',
		]);
	});

	test('shows several sports at once, and all again', () => {
		const two = follow(table, 'f', 'j', 'enter', 'j', 'space');
		expect(ids(two)).toBe('abc');
		expect(menu(two)).toEqual(menu(table));
		expect(ids(follow(two, 'enter'))).toBe('ac');
		expect(ids(follow(two, 'k', 'k', 'enter'))).toBe('abcde');
	});

	test('is left by Esc with what was chosen', () => {
		const left = follow(table, 'f', 'j', 'enter', 'escape');
		expect([left.overlay, ids(left)]).toEqual([undefined, 'ac']);
	});

	test('keeps a chosen sport in sight where nothing of it is left', () => {
		const chosen = follow(table, 'f', 'j', 'j', 'enter', 'escape', 'd', '5', 'f');
		expect(menu(chosen)).toEqual(['All sports 1', 'Sport 4711 1', 'Road Bike 0']);
	});

	test('keeps its cursor on a line', () => {
		const low = follow(table, 'f', ...Array<string>(20).fill('j'), 'enter');
		expect(ids(low)).toBe('e');
		expect(ids(follow(low, ...Array<string>(20).fill('k'), 'enter'))).toBe('abcde');
	});
});

describe('the days', () => {
	test.each([
		['1', 'a'],
		['2', 'ab'],
		['3', 'ab'],
		['4', 'abc'],
		['5', 'd'],
		['0', 'abcde'],
	])('by %s shows %s, seen from the day that was told', (key, shown) => {
		const model = follow(table, 'd', key);
		expect([model.overlay, ids(model)]).toEqual([undefined, shown]);
	});

	test('open on what is chosen', () => {
		expect(follow(table, 'd', '4', 'd').overlay).toEqual({name: 'days', cursor: 4});
		expect(ids(follow(table, 'd', '4', 'd', 'k', 'enter'))).toBe('ab');
	});

	test('move with the day', () => {
		const model = follow(table, 'd', '1', {...minute, today: '2026-11-27'});
		expect(ids(model)).toBe('');
		expect(ids(follow(table, 'd', '1', {...minute, today: '2026-11-26'}))).toBe('a');
	});

	test('hide nothing before a day was told', () => {
		expect(ids(follow(openTable(activities), 'd', '5'))).toBe('abcde');
	});
});

describe('only what is not backed up', () => {
	const kinds: Readonly<Record<string, readonly string[]>> = {
		a: ['saved', 'saved'],
		b: ['saved', 'unavailable'],
		c: ['saved', 'failed'],
		d: ['unavailable', 'unavailable'],
	};
	const entryOf = (id: string, format: string) => {
		const kind = kinds[id]?.[format === 'fit' ? 0 : 1];
		return kind === undefined ? undefined : ({kind} as ArchiveEntry);
	};
	const seen = follow(table, {type: 'archive-read', unlisted: [], entryOf});

	test('is what still has files to fetch in the chosen formats', () => {
		expect(ids(follow(seen, 'N'))).toBe('ce');
		expect(ids(follow(seen, 'N', 'N'))).toBe('abcde');
		expect(ids(follow(seen, '/', ...'is:saved'))).toBe('abd');
		expect(ids(follow(seen, '/', ...'is:new'))).toBe('ce');
	});

	test('changes with the folder, and the cursor stays on its row', () => {
		const fetched = follow(table, 'N', 'j', 'j', 'j', 'j', {
			type: 'archive-read',
			unlisted: [],
			entryOf,
		});
		expect([ids(fetched), currentRow(fetched)?.id]).toEqual(['ce', 'e']);
	});
});

describe('Esc', () => {
	test('leaves overlay, range, typing, filter, chips, notice and marks, one at a time', () => {
		const failed: Action = {
			type: 'list-failed',
			error: {code: 'offline', message: 'No network', hint: 'Check.'},
		};
		const deep = follow(table, 'space', 'g', 'N', failed, '/', 'e', 'enter', 'v', 'f');
		const chain = (model: Model) => [
			model.overlay !== undefined,
			model.table.range !== undefined,
			model.table.filter.text !== '',
			model.table.chips.isOnlyNew,
			model.notice !== undefined,
			model.table.marks.size > 0,
		];
		const states = [deep];
		for (let times = 0; times < 6; times += 1) {
			states.push(follow(states.at(-1) as Model, 'escape'));
		}

		expect(states.map((model) => chain(model).filter(Boolean).length)).toEqual([
			5, 4, 3, 2, 1, 0, 0,
		]);
		expect(states.at(-1)?.exit).toBeUndefined();
	});
});

describe('whatever is chosen', () => {
	test('marks survive, seen or not', () => {
		const model = follow(
			table,
			'a',
			'f',
			'j',
			'enter',
			'escape',
			'd',
			'5',
			'N',
			'2',
			'p',
			'+',
			'-',
		);
		expect(effectiveMarks(model).size).toBe(5);
	});

	test('moving neither filters nor sorts again', () => {
		const many = follow(
			openTable(makeActivities(500)),
			minute,
			'/',
			...'>20km',
			'enter',
			'3',
			'd',
			'4',
			'f',
			'j',
			'enter',
			'escape',
			'N',
		);
		const rows = shownRows(many);
		for (const key of ['j', 'pagedown', 'G', 'k', 'space', 'v', 'p', 'f', 'enter', '+']) {
			expect(shownRows(follow(many, key)) === rows, key).toBe(true);
		}

		expect(shownRows(follow(many, {...minute, at: 0})) === rows).toBe(true);
	});

	test('typing does not sort again, and news of the folder filter nothing that does not ask for it', () => {
		const model = follow(table, '/', ...'>5km');
		const rows = shownRows(model);
		const looked = follow(model, {type: 'archive-read', unlisted: [], entryOf: () => undefined});
		expect(shownRows(looked) === rows).toBe(true);
	});
});

describe('ordering by number', () => {
	test('takes the n-th column in sight, and reverses it when asked again', () => {
		expect(follow(table, '4').table.sort).toEqual({column: 'distance', isDescending: true});
		expect(follow(table, '4', '4').table.sort).toEqual({column: 'distance', isDescending: false});
		expect(follow(table, '2').table.sort).toEqual({column: 'name', isDescending: false});
		expect(follow(table, '9').table.sort).toEqual(table.table.sort);
		const wide = openTable(activities, {columns: 200, rows: 40});
		expect(follow(wide, '2').table.sort.column).toBe('start');
	});

	test('shows what has the same with the newest first, whichever way', () => {
		expect(ids(follow(table, '4'))).toBe('abcde');
		expect(ids(follow(table, '4', '4'))).toBe('abcde');
		expect(ids(follow(table, '3'))).toBe('bacde');
		expect(ids(follow(table, '3', '3'))).toBe('edacb');
	});
});
