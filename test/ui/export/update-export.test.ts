import {describe, expect, test} from 'vitest';
import type {ArchiveEntry} from '../../../source/disk/archive-entry.js';
import {tallyChoice} from '../../../source/ui/export/tally.js';
import type {Model} from '../../../source/ui/model.js';
import {makeActivities} from '../activities.js';
import {follow, openTable} from '../models.js';

const choiceOf = (model: Model) => {
	if (model.screen.name !== 'export') {
		throw new Error(`no dialog is open, but ${model.screen.name}`);
	}

	return model.screen.choice;
};

const requestOf = (model: Model) => {
	if (model.screen.name !== 'backup') {
		throw new Error(`no backup is running, but ${model.screen.name} is open`);
	}

	return model.screen.job.request;
};

const table = openTable(makeActivities(10));

describe('the export dialog', () => {
	test('is about the row under the cursor when nothing is marked', () => {
		expect(choiceOf(follow(table, 'j', 'e')).target).toEqual([makeActivities(2)[1]?.id]);
	});

	test('is about the marks, in the order of the list, hidden ones included', () => {
		const model = follow(table, 'G', 'space', 'g', 'space', '/', '1', '0', 'enter', 'e');
		const {target, hidden} = choiceOf(model);
		expect(target).toEqual([makeActivities(10)[0]?.id, makeActivities(10)[9]?.id]);
		expect(hidden).toBe(1);
	});

	test('is about an open range', () => {
		expect(choiceOf(follow(table, 'v', 'j', 'j', 'e')).target).toHaveLength(3);
	});

	test.each<[keys: string[], formats: string]>([
		[[], 'fit tcx'],
		[['1'], 'tcx'],
		[['3', '5'], 'fit tcx gpx csv'],
		[['space'], 'tcx'],
		[['j', 'j', 'space', 'up', 'space'], 'fit gpx'],
		[['down', 'down', 'down', 'down', 'down', 'down', 'space'], 'fit tcx csv'],
	])('with %j takes %s', (keys, formats) => {
		const model = follow(table, 'e', ...keys, 'enter');
		expect(requestOf(model).formats.join(' ')).toBe(formats);
	});

	test('does not start without a format', () => {
		expect(choiceOf(follow(table, 'e', '1', '2', 'enter')).formats.size).toBe(0);
	});

	test('is left by Esc, with the marks as they were', () => {
		const model = follow(table, 'space', 'e', '3', 'escape');
		expect(model.screen).toEqual({name: 'activities'});
		expect(model.table.marks.size).toBe(1);
	});

	test('keeps the formats of an export to itself, and remembers those of a backup', () => {
		expect(follow(table, 'e', '3', 'enter').formats).toEqual(['fit', 'tcx']);
		expect(follow(table, 'b', '3', 'enter').formats).toEqual(['fit', 'tcx', 'gpx']);
	});

	test('asks for the activities of an export, and for all there are in a backup', () => {
		const exported = requestOf(follow(table, 'space', 'space', 'e', 'enter'));
		expect(exported.activities?.map(({name}) => name)).toEqual(['Run 1', 'Run 2']);
		expect(requestOf(follow(table, 'space', 'b', 'enter')).activities).toBeUndefined();
	});
});

describe('what the dialog foretells', () => {
	const kinds: Readonly<Record<string, ArchiveEntry['kind']>> = {
		'0.fit': 'saved',
		'1.fit': 'failed',
		'0.tcx': 'unavailable',
		'1.tcx': 'saved',
	};
	const ids = makeActivities(10).map(({id}) => id);
	const model = follow(table, {
		type: 'archive-read',
		unlisted: [],
		entryOf(id, format) {
			const kind = kinds[`${ids.indexOf(id)}.${format}`];
			return kind && ({kind, at: ''} as ArchiveEntry);
		},
	});
	const foretold = (...keys: string[]) => {
		const dialog = follow(model, ...keys);
		return tallyChoice(dialog, choiceOf(dialog));
	};

	test('counts files to fetch, there already, and not at COROS', () => {
		expect(foretold('b')).toEqual({toFetch: 17, saved: 2, unavailable: 1});
		expect(foretold('b', '2')).toEqual({toFetch: 9, saved: 1, unavailable: 0});
		expect(foretold('e')).toEqual({toFetch: 0, saved: 1, unavailable: 1});
		expect(foretold('e', '1', '2')).toEqual({toFetch: 0, saved: 0, unavailable: 0});
	});

	test('counts what COROS lacked of the last week as asked for again, once a day', () => {
		const asked = '2026-11-17T09:00:00Z';
		const lacking = follow(table, {
			type: 'archive-read',
			unlisted: [],
			entryOf: () => ({kind: 'unavailable', reason: '', at: asked}),
		});
		const at = (hours: number) => {
			const time = Date.parse(asked) + hours * 3_600_000;
			const dialog = follow(
				lacking,
				{type: 'minute-passed', at: time, today: new Date(time).toISOString().slice(0, 10)},
				'b',
				'2',
			);
			return tallyChoice(dialog, choiceOf(dialog));
		};
		expect(at(1)).toEqual({toFetch: 0, saved: 0, unavailable: 10});
		expect(at(25)?.toFetch).toBeGreaterThan(3);
		expect(at(25)?.unavailable).toBeGreaterThan(0);
		expect(at(24 * 30)).toEqual({toFetch: 0, saved: 0, unavailable: 10});
	});

	test('is silent while the folder is unread', () => {
		const unread = {...model, archive: {entryOf: undefined, unlisted: [], reading: 0}};
		const dialog = follow(unread, 'e');
		expect(tallyChoice(dialog, choiceOf(dialog))).toBeUndefined();
	});
});
