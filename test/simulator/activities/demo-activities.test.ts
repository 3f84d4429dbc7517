import {describe, expect, test} from 'vitest';
import {createDemoActivities} from '../../../source/simulator/activities/demo-activities.js';
import {oddNames} from '../../../source/simulator/activities/odd-names.js';
import type {SimulatedActivity} from '../../../source/simulator/activities/simulated-activity.js';

const activities = createDemoActivities();
const field = (activity: SimulatedActivity, name: string) => activity.item[name];
const number = (activity: SimulatedActivity, name: string) => Number(field(activity, name));
const startsOf = (all: readonly SimulatedActivity[]) => all.map((a) => number(a, 'startTime'));
const ids = activities.map((activity) => activity.id);

describe('the demo account', () => {
	test('holds about four hundred activities of at least fifteen sports', () => {
		expect(activities.length).toBeGreaterThanOrEqual(380);
		expect(activities.length).toBeLessThanOrEqual(430);
		const sports = new Set(activities.map((activity) => field(activity, 'sportType')));
		expect(sports.size).toBeGreaterThanOrEqual(15);
		expect([...sports]).toEqual(
			expect.arrayContaining([100, 102, 103, 101, 104, 200, 203, 201, 300, 301, 402, 400]),
		);
		expect([...sports]).toEqual(
			expect.arrayContaining([503, 502, 900, 800, 700, 904, 10_000, 1234]),
		);
	});

	test('gives every activity an id of eighteen digits above 2^53, its own', () => {
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) {
			expect(id).toMatch(/^\d{18}$/);
			expect(BigInt(id)).toBeGreaterThan(2n ** 53n);
		}
	});

	test('lists the newest first', () => {
		const starts = startsOf(activities);
		expect(starts).toEqual(starts.toSorted((a, b) => b - a));
	});

	test('lies within the four years before its last day', () => {
		const dates = activities.map((activity) => number(activity, 'date'));
		expect(Math.max(...dates)).toBeLessThanOrEqual(20_261_121);
		expect(Math.min(...dates)).toBeGreaterThanOrEqual(20_221_122);
		expect(Math.min(...dates)).toBeLessThan(20_230_101);
	});

	test('is the same account each time, and another with another seed', () => {
		expect(createDemoActivities()).toEqual(activities);
		expect(createDemoActivities({seed: 5}).map(({id}) => id)).not.toEqual(ids);
	});

	test('ends on another day when asked', () => {
		const earlier = createDemoActivities({until: '2024-02-29'});
		expect(number(earlier[0]!, 'date')).toBeLessThanOrEqual(20_240_229);
		expect(number(earlier[0]!, 'date')).toBeGreaterThan(20_240_201);
		expect(number(earlier.at(-1)!, 'date')).toBeGreaterThanOrEqual(20_200_301);
	});

	test('bears every odd name once, two null ones and two that are missing', () => {
		const names = activities.map((activity) => field(activity, 'name'));
		for (const {name} of oddNames) {
			expect(names.filter((other) => other === name)).toHaveLength(1);
		}

		expect(names.filter((name) => name === null)).toHaveLength(2);
		expect(activities.filter(({item}) => !('name' in item))).toHaveLength(2);
		expect(oddNames.some(({name}) => name.length === 300)).toBe(true);
	});

	test('rests while injured and races after a taper', () => {
		const dates = activities.map((activity) => number(activity, 'date'));
		expect(dates.filter((date) => date > 20_240_206 && date < 20_240_416)).toEqual([]);
		const ultra = activities.find((activity) => number(activity, 'workoutTime') > 9.5 * 3600)!;
		const before = startsOf(activities).filter(
			(start) =>
				start < number(ultra, 'startTime') && start > number(ultra, 'startTime') - 3 * 86_400,
		);
		expect(before.length).toBeLessThanOrEqual(1);
	});

	test('has most sessions between 25 and 75 minutes', () => {
		const minutes = activities.map((activity) => number(activity, 'totalTime') / 60);
		const usual = minutes.filter((value) => value >= 25 && value <= 76);
		expect(usual.length / minutes.length).toBeGreaterThan(0.6);
	});

	test('changes watches, and holds an import and an entry by hand', () => {
		const newestFirst = [...new Set(activities.map((activity) => field(activity, 'device')))];
		expect(newestFirst).toEqual([
			'COROS APEX 2 Pro',
			'COROS PACE 3',
			'',
			'COROS PACE 2',
			'Wahoo ELEMNT BOLT',
		]);
	});
});

describe('a larger account', () => {
	test('takes the newest when fewer are asked for', () => {
		expect(createDemoActivities({count: 20})).toEqual(activities.slice(0, 20));
		expect(createDemoActivities({count: 0})).toEqual([]);
	});

	test('holds a hundred thousand distinct activities in order', () => {
		const many = createDemoActivities({count: 100_000});
		expect(many).toHaveLength(100_000);
		expect(new Set(many.map(({id}) => id)).size).toBe(100_000);
		const starts = startsOf(many);
		expect(starts.every((start, index) => index === 0 || start < starts[index - 1]!)).toBe(true);
		expect(new Set(many.map((activity) => field(activity, 'sportType'))).size).toBeGreaterThan(15);
	});

	test('keeps the four years of the smaller one inside it', () => {
		const larger = new Set(createDemoActivities({count: 1000}).map(({id}) => id));
		expect(ids.filter((id) => !larger.has(id))).toEqual([]);
	});
});
