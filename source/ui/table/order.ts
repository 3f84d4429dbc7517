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

const compare = (a: string | number, b: string | number): number =>
	typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/**
 * Rows in order; what has no value stands last, whichever way the order runs, and what has the same
 * stands with the newest first.
 */
export const sortActivities = rememberLast(
	(activities: readonly Activity[], {column, isDescending}: Sort): readonly Activity[] => {
		const toValue = values[column];
		const direction = isDescending ? -1 : 1;
		return activities
			.map((activity) => ({activity, value: toValue(activity), at: toMoment(activity)}))
			.sort((a, b) => {
				if (a.value === undefined || b.value === undefined) {
					return Number(a.value === undefined) - Number(b.value === undefined) || b.at - a.at;
				}

				return direction * compare(a.value, b.value) || b.at - a.at;
			})
			.map(({activity}) => activity);
	},
);
