import type {Activity} from '../../domain/activity.js';
import {sortInSteps} from '../../domain/sort-in-steps.js';
import {everyInSteps, forEachInSteps, type Steps} from '../../domain/steps.js';
import {rememberInSteps} from '../remember.js';
import {prepareRanks, type Ranks, ranksOf, toMoment, values} from './ranks.js';
import type {SortColumn} from './sort-column.js';
import type {Sort} from './table.js';

/** Whether rows can be ordered by it. */
export const isSortColumn = (value: unknown): value is SortColumn =>
	typeof value === 'string' && Object.hasOwn(values, value);

const worded: ReadonlySet<SortColumn> = new Set(['name', 'sport', 'device', 'start']);

/** Words start at A, the day in its morning, everything measured with the most. */
export const naturalSort = (column: SortColumn): Sort => ({
	column,
	isDescending: !worded.has(column),
});

function* isNewestFirst(activities: readonly Activity[]): Steps<boolean> {
	let before = Number.POSITIVE_INFINITY;
	return yield* everyInSteps(activities, (activity) => {
		const at = toMoment(activity);
		const isInOrder = at <= before;
		before = at;
		return isInOrder;
	});
}

// As COROS lists them, usually.
const newestFirst = rememberInSteps(function* (
	activities: readonly Activity[],
): Steps<readonly Activity[]> {
	if (yield* isNewestFirst(activities)) {
		return activities;
	}

	const moments = activities.map((activity) => ({activity, at: toMoment(activity)}));
	yield;
	const sorted = yield* sortInSteps(moments, (a, b) => b.at - a.at);
	return sorted.map(({activity}) => activity);
});

/** The place of the first row of each rank: those without a value stand last. */
const toPlaces = (ranks: Ranks, isDescending: boolean): Uint32Array => {
	const most = ranks.length;
	const counts = new Uint32Array(most + 1);
	for (const rank of ranks) {
		counts[rank] = (counts[rank] ?? 0) + 1;
	}

	const places = new Uint32Array(most + 1);
	let place = 0;
	for (let step = 1; step <= most + 1; step += 1) {
		const rank = isDescending ? most + 1 - step : step % (most + 1);
		places[rank] = place;
		place += counts[rank] ?? 0;
	}

	return places;
};

const inOrder = rememberInSteps(function* (
	activities: readonly Activity[],
	{column, isDescending}: Sort,
): Steps<readonly Activity[]> {
	const rows = yield* newestFirst.steps(activities);
	if (column === 'date' && isDescending) {
		return rows;
	}

	yield* prepareRanks(rows, column);
	const ranks = ranksOf(rows, column);
	const places = toPlaces(ranks, isDescending);
	yield;
	const sorted = new Array<Activity>(rows.length);
	let index = 0;
	yield* forEachInSteps(rows, (row) => {
		const rank = ranks[index] ?? 0;
		const place = places[rank] ?? 0;
		sorted[place] = row;
		places[rank] = place + 1;
		index += 1;
	});
	return sorted;
});

/**
 * Rows in order; what has no value stands last, whichever way the order runs, and what has the same
 * stands with the newest first.
 */
export const sortActivities = inOrder.now;

/** The same in steps, for a list that is not shown yet. */
export const sortInTurns = inOrder.steps;

/**
 * Makes orders by every column ready, so that nobody has to wait when one is asked for: by name a
 * hundred thousand rows take a third of a second of comparisons.
 */
export function* prepareOrders(activities: readonly Activity[]): Steps<void> {
	const rows = yield* newestFirst.steps(activities);
	for (const column of Object.keys(values).filter(isSortColumn)) {
		yield* prepareRanks(rows, column);
	}
}
