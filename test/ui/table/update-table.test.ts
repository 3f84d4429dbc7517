import {describe, expect, test} from 'vitest';
import type {Action} from '../../../source/ui/action.js';
import type {Model} from '../../../source/ui/model.js';
import {effectiveMarks, markedTotals} from '../../../source/ui/table/marks.js';
import {currentRow, shownRows} from '../../../source/ui/table/rows.js';
import {makeActivities, makeActivity} from '../activities.js';
import {follow, openTable} from '../models.js';

const names = (model: Model): string[] => {
	const marks = effectiveMarks(model);
	return model.list.activities.filter(({id}) => marks.has(id)).map(({name}) => name);
};

const current = (model: Model): string | undefined => currentRow(model)?.name;

describe('moving', () => {
	// 80x24 shows 18 rows.
	test.each<[keys: string[], row: string]>([
		[['down', 'j', 'j', 'up', 'k'], 'Run 2'],
		[['up'], 'Run 1'],
		[['G'], 'Run 50'],
		[['G', 'down'], 'Run 50'],
		[['end', 'home'], 'Run 1'],
		[['G', 'g'], 'Run 1'],
		[['pagedown'], 'Run 18'],
		[['pagedown', 'pageup'], 'Run 1'],
		[['^d', '^d', '^u'], 'Run 10'],
	])('by %j ends on %s', (keys, row) => {
		expect(current(follow(openTable(makeActivities(50)), ...keys))).toBe(row);
	});

	test('does not compute the rows again', () => {
		const model = follow(openTable(makeActivities(50)), '/', 'r', 'u', 'n', 'enter');
		expect(shownRows(follow(model, 'j', 'pagedown', 'G'))).toBe(shownRows(model));
	});

	test('keeps the cursor in sight in a window of any height', () => {
		for (const rows of [15, 24, 60]) {
			const {table} = follow(openTable(makeActivities(200), {columns: 80, rows}), 'G', 'up', 'up');
			expect(table.cursor - table.top).toBeLessThan(rows - 6);
			expect(table.cursor - table.top).toBeGreaterThanOrEqual(0);
		}
	});
});

describe('marking', () => {
	test.each<[keys: string[], marked: string[]]>([
		[
			['space', 'space'],
			['Run 1', 'Run 2'],
		],
		[['space', 'up', 'space'], []],
		[
			['v', 'j', 'j'],
			['Run 1', 'Run 2', 'Run 3'],
		],
		[
			['v', 'j', 'j', 'k', 'v'],
			['Run 1', 'Run 2'],
		],
		[
			['G', 'v', 'k', 'space', 'g'],
			['Run 4', 'Run 5'],
		],
		[
			['shift+down', 'shift+down', 'G'],
			['Run 1', 'Run 2', 'Run 3'],
		],
		[
			['j', 'shift+up'],
			['Run 1', 'Run 2'],
		],
		[['a'], ['Run 1', 'Run 2', 'Run 3', 'Run 4', 'Run 5']],
		[
			['space', 'i'],
			['Run 2', 'Run 3', 'Run 4', 'Run 5'],
		],
		[
			['v', 'j', 'i'],
			['Run 3', 'Run 4', 'Run 5'],
		],
		[['a', 'u'], []],
		[['v', 'G', 'u'], []],
	])('by %j marks %j', (keys, marked) => {
		expect(names(follow(openTable(makeActivities(5)), ...keys))).toEqual(marked);
	});

	test('steps down after space, and stays on the last row', () => {
		const model = follow(openTable(makeActivities(2)), 'space');
		expect(current(model)).toBe('Run 2');
		expect(current(follow(model, 'space'))).toBe('Run 2');
	});

	test('leaves a range with Esc as if it had not been begun', () => {
		const model = follow(openTable(makeActivities(5)), 'space', 'v', 'j', 'j', 'escape');
		expect(names(model)).toEqual(['Run 1']);
	});

	test('adds up distance and time', () => {
		const model = follow(openTable(makeActivities(5)), 'space', 'space');
		expect(markedTotals(model)).toEqual({
			count: 2,
			hidden: 0,
			meters: 3000,
			seconds: 7200,
			ascentMeters: 240,
		});
	});

	test('does nothing where there is no row', () => {
		const keys = ['space', 'v', 'shift+down', 'a', 'i', 'u', 'e', 'G', 'pagedown'];
		const model = follow(openTable([]), ...keys);
		expect(names(model)).toEqual([]);
		expect(model.table.cursor).toBe(0);
		expect(model.screen.name).toBe('activities');
	});
});

describe('filtering', () => {
	const activities = [
		makeActivity({id: '1', name: 'Brünnlein', sportType: 100}),
		makeActivity({id: '2', name: 'Hills', sportType: 102}),
		makeActivity({id: '3', name: 'brunch ride', sportType: 200}),
	];
	const filtered = (...keys: string[]) => follow(openTable(activities), '/', ...keys);

	test.each<[typed: string, ids: string[]]>([
		['BRUN', []],
		['Brun', ['1']],
		['brün', ['1', '3']],
		['-brun', ['2']],
		['sport:run', ['1', '2']],
		['>9km brun', ['1', '3']],
		['brun >', ['1', '3']],
		['trail', ['2']],
		['bike brun', ['3']],
		['nothing', []],
		['', ['1', '2', '3']],
	])('%s shows %j', (typed, ids) => {
		const model = filtered(...[...typed].map((text) => (text === ' ' ? 'space' : text)));
		expect(shownRows(model).map(({id}) => id)).toEqual(ids);
	});

	test('takes every letter as text, those of commands too', () => {
		expect(filtered('q', '?', 'a', 'space', 'G', '1').table.filter.text).toBe('q?a G1');
	});

	test('keeps the marks it hides and counts them', () => {
		const model = follow(filtered('h', 'i', 'l', 'l', 'enter'), 'space', 'escape', '/', 'x', 'y');
		expect(markedTotals(model)).toMatchObject({count: 1, hidden: 1});
		expect(markedTotals(follow(model, '^u'))).toMatchObject({count: 1, hidden: 0});
	});

	test('marks and inverts only what it shows', () => {
		expect(names(follow(filtered('b', 'r', 'u', 'n', 'enter'), 'a', 'escape'))).toEqual([
			'Brünnlein',
			'brunch ride',
		]);
		expect(
			names(
				follow(
					filtered('h', 'i', 'l', 'enter'),
					'i',
					'escape',
					'a',
					'/',
					'h',
					'i',
					'l',
					'enter',
					'i',
				),
			),
		).toEqual(['Brünnlein', 'brunch ride']);
	});

	test('stays on its row while that is shown, and goes to the first when it is not', () => {
		const model = follow(openTable(activities), 'j', 'j', '/', 'b', 'r');
		expect(current(model)).toBe('brunch ride');
		expect(current(follow(model, '^u', 'h', 'i', 'l'))).toBe('Hills');
	});

	test('is left by Esc step by step: typing, text, nothing', () => {
		const typing = filtered('b');
		expect(typing.table.filter).toEqual({text: 'b', isTyping: true});
		const kept = follow(typing, 'escape');
		expect(kept.table.filter).toEqual({text: 'b', isTyping: false});
		const cleared = follow(kept, 'escape');
		expect(cleared.table.filter).toEqual({text: '', isTyping: false});
		expect(follow(cleared, 'escape', 'escape').exit).toBeUndefined();
	});

	test('erases whole characters', () => {
		const model = filtered('a', '👨‍👩‍👧', 'backspace');
		expect(model.table.filter.text).toBe('a');
		expect(follow(model, 'backspace', 'backspace').table.filter.text).toBe('');
	});
});

describe('ordering', () => {
	test('goes through the columns in sight, each in its natural direction', () => {
		const narrow = openTable(makeActivities(3), {columns: 60, rows: 24});
		const orders = [1, 2, 3].map((times) => follow(narrow, ...Array(times).fill('s')).table.sort);
		expect(orders).toEqual([
			{column: 'name', isDescending: false},
			{column: 'distance', isDescending: true},
			{column: 'date', isDescending: true},
		]);
	});

	test('reverses, and starts at the top', () => {
		const model = follow(openTable(makeActivities(30)), 'G', 'S');
		expect(current(model)).toBe('Run 30');
		expect(model.table.top).toBe(0);
	});

	test('turns an open range into marks first', () => {
		expect(names(follow(openTable(makeActivities(5)), 'v', 'j', 's', 'G'))).toEqual([
			'Run 1',
			'Run 2',
		]);
	});
});

describe('Esc in the table', () => {
	test('dismisses a notice and never quits', () => {
		const failed: Action = {
			type: 'list-failed',
			error: {code: 'offline', message: 'COROS could not be reached', hint: 'Check.'},
		};
		const model = follow(openTable(makeActivities(3)), failed, 'escape');
		expect(model.notice).toBeUndefined();
		expect(follow(model, 'escape', 'escape').exit).toBeUndefined();
	});
});
