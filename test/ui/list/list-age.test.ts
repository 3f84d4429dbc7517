import {expect, test} from 'vitest';
import {listAge} from '../../../source/ui/list/list-age.js';
import {makeActivities} from '../activities.js';
import {draw} from '../draw.js';
import {follow, openTable} from '../models.js';

const minute = 60_000;

test.each([
	[0, ''],
	[1.9, ''],
	[2, 'list of 2 min ago'],
	[4, 'list of 2 min ago'],
	[7, 'list of 5 min ago'],
	[39, 'list of 20 min ago'],
	[59, 'list of 40 min ago'],
	[60, 'list of 1 h ago'],
	[47 * 60, 'list of 47 h ago'],
	[48 * 60, 'list of 2 days ago'],
	[-5, ''],
])('after %d minutes says: %s', (minutes, text) => {
	expect(listAge({readAt: 1000}, {at: 1000 + minutes * minute})).toBe(text);
});

test('says nothing where it is not known', () => {
	expect(listAge({readAt: undefined}, {at: 5})).toBe('');
	expect(listAge({readAt: 5}, undefined)).toBe('');
});

test('an old list that could not be read again stays, with its age and why', () => {
	const model = follow(
		openTable([]),
		{type: 'minute-passed', at: Date.parse('2026-11-22T12:00:00Z'), today: '2026-11-22'},
		{
			type: 'list-known',
			known: {activities: makeActivities(3), complete: true, listedAt: '2026-11-22T09:00:00Z'},
		},
		{type: 'refreshed'},
		{type: 'list-failed', error: {code: 'offline', message: 'No network', hint: 'Check.'}},
	);
	const text = draw(model).join('\n');
	expect(text).toContain('Run 3');
	expect(text).toContain('No network');
	expect(text).toMatch(/ list of 3 h ago\n/);
});
