import {expect, test} from 'vitest';
import type {Activity} from '../../../source/domain/activity.js';
import {toSport} from '../../../source/domain/sport.js';
import {prepareOrders, sortActivities} from '../../../source/ui/table/order.js';
import type {SortColumn} from '../../../source/ui/table/sort-column.js';
import {fc} from '../../helpers/fast-check.js';
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

const some = fc.array(
	fc.record({
		name: fc.constantFrom('Run', 'run', 'rün', 'Run 10', 'Run 9', '', ' ', 'Ähre', 'z'),
		startTime: fc.constantFrom(undefined, 100, 200, 300, 200_000),
		distanceMeters: fc.option(fc.double({min: 0.1, max: 1000, noNaN: true}), {nil: undefined}),
		trainingLoad: fc.constantFrom(undefined, 1, 2, 3),
		sportType: fc.constantFrom(100, 102, 200, 4711),
	}),
	{maxLength: 40},
);

// Slow and plain: every two rows are compared.
const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'});
const wanted: Partial<Record<SortColumn, (activity: Activity) => string | number | undefined>> = {
	date: ({startTime, day}) => startTime ?? Date.parse(day) / 1000,
	name: ({name}) => name.trim() || undefined,
	distance: ({distanceMeters}) => distanceMeters,
	load: ({trainingLoad}) => trainingLoad,
	sport: ({sportType}) => toSport(sportType).name,
};
const sortSlowly = (activities: readonly Activity[], column: SortColumn, isDescending: boolean) => {
	const at = (activity: Activity) => Number(wanted.date?.(activity));
	return activities.toSorted((a, b) => {
		const [first, second] = [wanted[column]?.(a), wanted[column]?.(b)];
		if (first === undefined || second === undefined) {
			return Number(first === undefined) - Number(second === undefined) || at(b) - at(a);
		}

		const order =
			typeof first === 'number' && typeof second === 'number'
				? first - second
				: collator.compare(String(first), String(second));
		return (isDescending ? -order : order) || at(b) - at(a);
	});
};

test('orders as comparing every two rows would', () => {
	const columns = ['date', 'name', 'distance', 'load', 'sport'] as const;
	fc.assert(
		fc.property(some, fc.constantFrom(...columns), fc.boolean(), (rows, column, isDescending) => {
			const list = rows.map((row, index) =>
				makeActivity({...row, id: String(index), day: '1970-01-01'}),
			);
			expect(sortActivities(list, {column, isDescending}).map(({id}) => id)).toEqual(
				sortSlowly(list, column, isDescending).map(({id}) => id),
			);
		}),
		{numRuns: 400},
	);
});

/** So many that it takes many steps, no two of them with the same name. */
const many = (count: number): Activity[] =>
	Array.from({length: count}, (_, index) => {
		const mixed = (index * 7919) % count;
		return makeActivity({
			id: String(index),
			name: index % 50 === 0 ? '' : `${mixed % 2 ? 'Run' : 'rün'} ${mixed}`,
			startTime: 1_777_615_200 - (index % 1000) * 600,
			distanceMeters: index % 3 === 0 ? undefined : mixed / 7,
			sportType: 100 + (index % 5),
		});
	});

test('orders the same whether it was made ready, in part or not at all', () => {
	const rows = many(3000);
	const whole = [...prepareOrders([...rows])].length;
	for (const part of [0, 1, whole / 7, whole / 3, whole - 1, whole]) {
		const list = [...rows];
		const steps = prepareOrders(list);
		for (let step = 0; step < part; step += 1) {
			steps.next();
		}

		for (const column of ['date', 'name', 'distance', 'sport'] as const) {
			for (const isDescending of [false, true]) {
				expect(sortActivities(list, {column, isDescending}).map(({id}) => id)).toEqual(
					sortSlowly(rows, column, isDescending).map(({id}) => id),
				);
			}
		}

		// Whoever made it ready goes on from there: the names are done.
		expect([...steps].length).toBeLessThan((2 / 3) * whole);
	}
});

test('is made ready in steps, of which none compares all names', () => {
	const rows = many(6000);
	const alike = rows.map((row) => ({...row, name: 'Run'}));
	const stepsFor = (list: readonly Activity[]) => [...prepareOrders(list)].length;
	expect(stepsFor(rows)).toBeGreaterThan(stepsFor(alike) + 40);
});
