import {describe, expect, test} from 'vitest';
import type {Activity} from '../../../source/domain/activity.js';
import type {Action} from '../../../source/ui/action.js';
import {effectiveMarks} from '../../../source/ui/table/marks.js';
import {currentRow, shownRows} from '../../../source/ui/table/rows.js';
import {makeActivities} from '../activities.js';
import {follow, openTable} from '../models.js';

const grew = (activities: readonly Activity[]): Action => ({
	type: 'list-grew',
	step: {activities, found: activities.length, total: 40, unreadable: 0},
});

const read = (activities: readonly Activity[], complete = true): Action => ({
	type: 'list-read',
	listing: {activities, complete, listedAt: '', full: true, unreadable: 0, total: undefined},
});

describe('a list that is being read', () => {
	test('shows what is known and what arrives, each activity once', () => {
		const model = follow(
			openTable([]),
			{
				type: 'list-known',
				known: {activities: makeActivities(5, 3), complete: true, listedAt: ''},
			},
			grew(makeActivities(4)),
		);
		expect(shownRows(model).map(({name}) => name)).toEqual(makeActivities(7).map(({name}) => name));
	});

	test('replaces what has been renamed', () => {
		const [first] = makeActivities(1);
		const model = follow(
			openTable(makeActivities(3)),
			grew([{...first, name: 'New name'} as Activity]),
		);
		expect(currentRow(model)?.name).toBe('New name');
	});

	test('keeps the cursor on its activity, and on its line, when others come in above', () => {
		const before = follow(
			openTable(makeActivities(60, 10)),
			...Array<string>(30).fill('j'),
			...Array<string>(6).fill('k'),
		);
		const after = follow(before, grew(makeActivities(9)));
		expect(currentRow(after)?.id).toBe(currentRow(before)?.id);
		expect(after.table.cursor).toBe(before.table.cursor + 9);
		expect(after.table.cursor - after.table.top).toBe(before.table.cursor - before.table.top);
	});

	test('shows new activities to a cursor at the very top', () => {
		const model = follow(openTable(makeActivities(5, 10)), grew(makeActivities(3)));
		expect(currentRow(model)?.name).toBe('Run 1');
	});

	test('keeps a range from its anchor when rows come in', () => {
		const model = follow(openTable(makeActivities(5, 10)), 'j', 'v', 'j', grew(makeActivities(3)));
		expect([...effectiveMarks(model)]).toEqual(makeActivities(2, 11).map(({id}) => id));
	});
});

describe('a list that has been read', () => {
	test('drops what COROS no longer has', () => {
		const model = follow(openTable(makeActivities(5)), read(makeActivities(3)));
		expect(shownRows(model)).toHaveLength(3);
		expect(model.list.phase).toBe('ready');
	});

	test('drops nothing when something was lost on the way', () => {
		const model = follow(openTable(makeActivities(5)), read(makeActivities(3), false));
		expect(shownRows(model)).toHaveLength(5);
	});
});

describe('a reading that fails', () => {
	const failed: Action = {
		type: 'list-failed',
		error: {code: 'offline', message: 'COROS could not be reached', hint: 'Check the network.'},
	};

	test('says so and leaves the table usable', () => {
		const model = follow(openTable(makeActivities(5)), failed, 'j', 'space');
		expect(model.notice?.hint).toBe('Check the network.');
		expect(model.table.marks.size).toBe(1);
	});

	test('is followed by a whole new one on request', () => {
		const model = follow(openTable(makeActivities(5)), failed, 'R');
		expect(model.notice).toBeUndefined();
		expect(model.list).toMatchObject({phase: 'loading', full: true, reading: 1});
		expect(model.archive.reading).toBe(1);
	});
});
