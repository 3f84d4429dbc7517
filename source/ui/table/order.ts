import type {Activity} from '../../domain/activity.js';
import {toSport} from '../../domain/sport.js';
import {rememberLast} from '../remember.js';
import {metersPerSecond} from './pace.js';
import type {SortColumn} from './sort-column.js';
import type {Sort} from './table.js';

type Value = string | number | undefined;

const dayLength = 24 * 60 * 60;

const toMoment = ({startTime, day}: Activity): number =>
	startTime ?? Date.parse(`${day}T00:00:00Z`) / 1000;

const values: Readonly<Record<SortColumn, (activity: Activity) => Value>> = {
	date: toMoment,
	start: ({startTime, utcOffsetMinutes}) =>
		startTime === undefined ? undefined : (startTime + utcOffsetMinutes * 60) % dayLength,
	name: ({name}) => name.trim() || undefined,
	sport: ({sportType}) => toSport(sportType).name,
	distance: ({distanceMeters}) => distanceMeters,
	time: ({workoutSeconds}) => workoutSeconds,
	pace: metersPerSecond,
	ascent: ({ascentMeters}) => ascentMeters,
	'heart rate': ({averageHeartRate}) => averageHeartRate,
	load: ({trainingLoad}) => trainingLoad,
	energy: ({kilocalories}) => kilocalories,
	device: ({device}) => device,
};

/** Whether rows can be ordered by it. */
export const isSortColumn = (value: unknown): value is SortColumn =>
	typeof value === 'string' && Object.hasOwn(values, value);

const worded: ReadonlySet<SortColumn> = new Set(['name', 'sport', 'device', 'start']);

/** Words start at A, the day in its morning, everything measured with the most. */
export const naturalSort = (column: SortColumn): Sort => ({
	column,
	isDescending: !worded.has(column),
});

const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'});

const isNewestFirst = (activities: readonly Activity[]): boolean => {
	let before = Number.POSITIVE_INFINITY;
	for (const activity of activities) {
		const at = toMoment(activity);
		if (at > before) {
			return false;
		}

		before = at;
	}

	return true;
};

// As COROS lists them, usually.
const newestFirst = rememberLast((activities: readonly Activity[]): readonly Activity[] =>
	isNewestFirst(activities)
		? activities
		: activities
				.map((activity) => ({activity, at: toMoment(activity)}))
				.sort((a, b) => b.at - a.at)
				.map(({activity}) => activity),
);

/** How many of the numbers, which are in order, are smaller. */
const countBelow = (numbers: Float64Array, value: number): number => {
	let from = 0;
	let to = numbers.length;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if ((numbers[middle] ?? 0) < value) {
			from = middle + 1;
		} else {
			to = middle;
		}
	}

	return from;
};

type Valued<V> = {readonly activity: Activity; readonly value: V};

// Numbers alone are sorted ten times faster than rows; each row then knows its place.
const byNumber = (rows: ReadonlyArray<Valued<number>>): readonly Activity[] => {
	const numbers = Float64Array.from(rows, ({value}) => value).sort();
	const taken = new Uint32Array(rows.length);
	const sorted = new Array<Activity>(rows.length);
	for (const {activity, value} of rows) {
		const first = countBelow(numbers, value);
		const before = taken[first] ?? 0;
		sorted[first + before] = activity;
		taken[first] = before + 1;
	}

	return sorted;
};

// There are far fewer words than rows. `Run` and `run` are the same one.
const byWord = (rows: ReadonlyArray<Valued<string>>): readonly Activity[] => {
	const words = [...new Set(rows.map(({value}) => value))].sort(collator.compare);
	const ranks = new Map<string, number>();
	let rank = 0;
	for (const [index, word] of words.entries()) {
		rank += index > 0 && collator.compare(words[index - 1] ?? '', word) !== 0 ? 1 : 0;
		ranks.set(word, rank);
	}

	return byNumber(rows.map(({activity, value}) => ({activity, value: ranks.get(value) ?? 0})));
};

const isNumber = (valued: Valued<string | number>): valued is Valued<number> =>
	typeof valued.value === 'number';

const isWord = (valued: Valued<string | number>): valued is Valued<string> => !isNumber(valued);

/**
 * Rows in order; what has no value stands last, whichever way the order runs, and what has the same
 * stands with the newest first.
 */
export const sortActivities = rememberLast(
	(activities: readonly Activity[], {column, isDescending}: Sort): readonly Activity[] => {
		const rows = newestFirst(activities);
		if (column === 'date' && isDescending) {
			return rows;
		}

		const valued: Array<Valued<string | number>> = [];
		const without: Activity[] = [];
		for (const activity of rows) {
			const value = values[column](activity);
			if (value === undefined) {
				without.push(activity);
			} else {
				valued.push({activity, value});
			}
		}

		// Turned round at the end, the oldest of equal ones has to come first until then.
		const inTurn = isDescending ? valued.reverse() : valued;
		const sorted = [...byWord(inTurn.filter(isWord)), ...byNumber(inTurn.filter(isNumber))];
		return [...(isDescending ? sorted.reverse() : sorted), ...without];
	},
);
