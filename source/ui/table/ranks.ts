import type {Activity} from '../../domain/activity.js';
import {sortInSteps} from '../../domain/sort-in-steps.js';
import {toSport} from '../../domain/sport.js';
import {finish, forEachInSteps, type Steps} from '../../domain/steps.js';
import {metersPerSecond} from './pace.js';
import type {SortColumn} from './sort-column.js';

type Value = string | number | undefined;

const dayLength = 24 * 60 * 60;

/** When an activity began, Unix seconds: its day at least is always known. */
export const toMoment = ({startTime, day}: Activity): number =>
	startTime ?? Date.parse(`${day}T00:00:00Z`) / 1000;

/** What rows are ordered by. A column has words or numbers alone. */
export const values: Readonly<Record<SortColumn, (activity: Activity) => Value>> = {
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

/**
 * For each row how many of the others come before it at least, from 1; the same for what is the
 * same, and 0 for what has no value.
 */
export type Ranks = Uint32Array;

const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'});

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

function* rankWords(words: ReadonlySet<string>): Steps<ReadonlyMap<string, number>> {
	const ranks = new Map<string, number>();
	const sorted = yield* sortInSteps([...words], collator.compare);
	let before: string | undefined;
	let rank = 0;
	yield* forEachInSteps(sorted, (word) => {
		// `Run` and `run` are the same one.
		rank += before === undefined || collator.compare(before, word) !== 0 ? 1 : 0;
		ranks.set(word, rank);
		before = word;
	});
	return ranks;
}

function* rankRows(rows: readonly Activity[], column: SortColumn): Steps<Ranks> {
	const toValue = values[column];
	const words = new Set<string>();
	const numbers = new Float64Array(rows.length);
	let count = 0;
	yield* forEachInSteps(rows, (row) => {
		const value = toValue(row);
		if (typeof value === 'string') {
			words.add(value);
		} else if (value !== undefined) {
			numbers[count] = value;
			count += 1;
		}
	});
	const inOrder = numbers.subarray(0, count).sort();
	yield;
	const wordRanks = yield* rankWords(words);
	const ranks = new Uint32Array(rows.length);
	let at = 0;
	yield* forEachInSteps(rows, (row) => {
		const value = toValue(row);
		if (value !== undefined) {
			ranks[at] =
				typeof value === 'number' ? countBelow(inOrder, value) + 1 : (wordRanks.get(value) ?? 0);
		}

		at += 1;
	});
	return ranks;
}

/** Work that somebody has begun, and anybody may finish. */
type Ranking = {ranks: Ranks | undefined; readonly steps: Steps<void>};

const rankings = new WeakMap<readonly Activity[], Map<SortColumn, Ranking>>();

const toRanking = (rows: readonly Activity[], column: SortColumn): Ranking => {
	const ofRows = rankings.get(rows) ?? new Map<SortColumn, Ranking>();
	rankings.set(rows, ofRows);
	function* rank(): Steps<void> {
		ranking.ranks = yield* rankRows(rows, column);
	}

	const ranking: Ranking = ofRows.get(column) ?? {ranks: undefined, steps: rank()};
	ofRows.set(column, ranking);
	return ranking;
};

/** The ranks of rows, at once: what is left of them is done now. */
export const ranksOf = (rows: readonly Activity[], column: SortColumn): Ranks => {
	const ranking = toRanking(rows, column);
	finish(ranking.steps);
	return ranking.ranks ?? new Uint32Array(rows.length);
};

/** Makes them ready for an order to come. Whoever begins may leave it, and others go on from there. */
export const prepareRanks = (rows: readonly Activity[], column: SortColumn): Steps<void> =>
	toRanking(rows, column).steps;
