import {describe, expect, test} from 'vitest';
import {haystackOf} from '../../../source/domain/query/haystack.js';
import {createMatcher} from '../../../source/domain/query/match-query.js';
import {parseQuery} from '../../../source/domain/query/parse-query.js';
import {makeActivity} from '../../ui/activities.js';

const activities = [
	makeActivity({id: 'a', name: 'Brünnlein Race', sportType: 100, day: '2026-05-03'}),
	makeActivity({
		id: 'b',
		name: 'race day',
		sportType: 102,
		day: '2025-12-31',
		distanceMeters: 42_195,
		averageHeartRate: undefined,
	}),
	makeActivity({
		id: 'c',
		name: 'Zoe\u0308 晨跑',
		sportType: 200,
		day: '2026-09-30',
		workoutSeconds: 600,
		trainingLoad: 250,
	}),
	makeActivity({id: 'd', name: '', sportType: 4711, day: '2024-02-29', ascentMeters: undefined}),
];

const found = (text: string): string => {
	const matches = createMatcher(parseQuery(text), (id) => id === 'a');
	return activities
		.filter((activity) => matches(activity, haystackOf(activity)))
		.map(({id}) => id)
		.join('');
};

describe('a search', () => {
	test.each<[text: string, ids: string]>([
		['', 'abcd'],
		['race', 'ab'],
		['Race', 'a'],
		['brunn', 'a'],
		['Brunn', 'a'],
		['BRUNN', ''],
		['zoë', 'c'],
		['晨', 'c'],
		['-race', 'cd'],
		['race -brunn', 'b'],
		['trail', 'b'],
		['"race trail"', ''],
		['"ce day"', 'b'],
		['sport:run', 'ab'],
		['sport:trail-run', 'b'],
		['sport:trail', 'b'],
		['sport:"road bike"', 'c'],
		['sport:RIDE', 'c'],
		['sport:4711', 'd'],
		['sport:sport-4711', 'd'],
		['-sport:run', 'cd'],
		['>20km', 'b'],
		['<=20km', 'acd'],
		['<15min', 'c'],
		['load>200', 'c'],
		['hr<150', 'acd'],
		['-hr<150', 'b'],
		['asc>0', 'abc'],
		['2026', 'ac'],
		['2026-05..2026-09', 'ac'],
		['..2025', 'bd'],
		['2026-06..', 'c'],
		['-2026', 'bd'],
		['is:saved', 'a'],
		['is:new', 'bcd'],
		['-is:new', 'a'],
		['race >20 2026', 'a'],
		['sport:run 2026 >5km <2h load>=100 hr>100 -xyz is:saved', 'a'],
	])('for %s finds %s', (text, ids) => {
		expect(found(text)).toBe(ids);
	});
});
