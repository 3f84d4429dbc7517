import {expect, test} from 'vitest';
import {sortActivities} from '../../../source/ui/table/order.js';
import {makeActivity} from '../activities.js';

const activities = [
	makeActivity({id: 'a', name: 'Run 10', startTime: 3, distanceMeters: undefined, sportType: 200}),
	makeActivity({id: 'b', name: 'run 9', startTime: 2, distanceMeters: 500, sportType: 100}),
	makeActivity({id: 'c', name: '', startTime: undefined, day: '1970-01-01', distanceMeters: 900}),
	makeActivity({id: 'd', name: 'Ähre', startTime: 1, distanceMeters: 500, sportType: 9999}),
];

test.each([
	['date', true, 'abdc'],
	['date', false, 'cdba'],
	['name', false, 'dbac'],
	['name', true, 'abdc'],
	['distance', true, 'cbda'],
	['distance', false, 'bdca'],
	['sport', false, 'abcd'],
] as const)(
	'orders by %s, descending %s: what has no value stands last',
	(column, isDescending, ids) => {
		const sorted = sortActivities(activities, {column, isDescending});
		expect(sorted.map(({id}) => id).join('')).toBe(ids);
	},
);

test('answers the same question with the same rows, and leaves the list alone', () => {
	const sort = {column: 'name', isDescending: false} as const;
	const before = [...activities];
	expect(sortActivities(activities, sort)).toBe(sortActivities(activities, sort));
	expect(activities).toEqual(before);
});
