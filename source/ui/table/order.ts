import type {Activity} from '../../domain/activity.js';
import {toSport} from '../../domain/sport.js';
import {rememberLast} from '../remember.js';
import type {SortColumn} from './columns.js';
import {metersPerSecond} from './pace.js';
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

/** Places among the rows that have the same value. */
type Group = {readonly value: string | number; places: number[]};

const compare = (a: Group, b: Group): number =>
	typeof a.value === 'number' && typeof b.value === 'number'
		? a.value - b.value
		: collator.compare(String(a.value), String(b.value));

// `Run` and `run` are the same word: the rows of both stand together, by date.
const joinEqual = (groups: readonly Group[]): readonly Group[] => {
	const joined: Group[] = [];
	for (const group of groups) {
		const before = joined.at(-1);
		if (before && compare(before, group) === 0) {
			before.places = [...before.places, ...group.places].sort((a, b) => a - b);
		} else {
			joined.push({...group});
		}
	}

	return joined;
};

/**
 * Rows in order; what has no value stands last, whichever way the order runs, and what has the same
 * stands with the newest first. Values are compared, not rows: there are far fewer of them.
 */
export const sortActivities = rememberLast(
	(activities: readonly Activity[], {column, isDescending}: Sort): readonly Activity[] => {
		const rows = newestFirst(activities);
		if (column === 'date' && isDescending) {
			return rows;
		}

		const toValue = values[column];
		const groups = new Map<string | number, Group>();
		const without: number[] = [];
		for (const [place, activity] of rows.entries()) {
			const value = toValue(activity);
			const group = value === undefined ? undefined : groups.get(value);
			if (value === undefined) {
				without.push(place);
			} else if (group) {
				group.places.push(place);
			} else {
				groups.set(value, {value, places: [place]});
			}
		}

		const ordered = joinEqual([...groups.values()].sort(compare));
		const sorted: Activity[] = [];
		const take = (places: readonly number[]) => {
			for (const place of places) {
				const row = rows[place];
				if (row) {
					sorted.push(row);
				}
			}
		};
		for (const {places} of isDescending ? ordered.toReversed() : ordered) {
			take(places);
		}

		take(without);
		return sorted;
	},
);
