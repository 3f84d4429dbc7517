import type {Activity} from '../../domain/activity.js';
import {toLocalClock} from '../../domain/local-time.js';
import type {Units} from '../../domain/settings.js';
import {toSport} from '../../domain/sport.js';
import type {EntryOf} from '../../services/services.js';
import {formatCount, formatDistance, formatDuration} from '../../text/measures.js';
import {shownName} from '../../text/shown-name.js';
import {formatHeight, unitNames} from '../../text/units.js';
import {diskLetters} from './disk-letters.js';
import {formatPace} from './pace.js';
import type {SortColumn} from './sort-column.js';

/** One column of the table. */
export type Column = {
	readonly key: SortColumn | 'formats';
	readonly title: string;
	readonly width: number;
	/** Spaces before it. */
	readonly gap: number;
	readonly align: 'left' | 'right';
	/** What it says of an activity. May hold user data: make it fit, which makes it safe. */
	readonly text: (activity: Activity, entryOf: EntryOf | undefined) => string;
};

/** A column, and from which width of the table on it is shown. */
export type RankedColumn = Column & {readonly from: number};

/** Where a missing value leaves its cell empty. */
const optional = (value: number | undefined, format: (value: number) => string): string =>
	value === undefined ? '' : format(value);

const right = {gap: 1, align: 'right'} as const;
const left = {gap: 2, align: 'left'} as const;

// What every watch of theirs has before its name.
const maker = /^COROS\s+/i;

/** Every column, in screen order; `name` takes the width that is left. */
export const allColumns = (units: Units): readonly RankedColumn[] => [
	{key: 'date', from: 0, title: 'DATE', width: 10, gap: 0, align: 'left', text: ({day}) => day},
	{
		key: 'start',
		from: 130,
		title: 'START',
		width: 6,
		gap: 1,
		align: 'left',
		text: ({startTime, utcOffsetMinutes}) =>
			optional(startTime, (seconds) => toLocalClock(seconds, utcOffsetMinutes)),
	},
	{...left, key: 'name', from: 0, title: 'NAME', width: 0, text: shownName},
	{
		...left,
		key: 'sport',
		from: 76,
		title: 'SPORT',
		width: 11,
		text: ({sportType}) => toSport(sportType).name,
	},
	{
		...right,
		key: 'distance',
		from: 0,
		title: unitNames[units].distance.toUpperCase(),
		width: 7,
		text: ({distanceMeters}) => optional(distanceMeters, (meters) => formatDistance(meters, units)),
	},
	{
		...right,
		key: 'time',
		from: 66,
		title: 'TIME',
		width: 8,
		text: ({workoutSeconds}) => optional(workoutSeconds, formatDuration),
	},
	{
		...right,
		key: 'pace',
		from: 96,
		title: 'PACE',
		width: 11,
		text: (activity) => formatPace(activity, units),
	},
	{
		...right,
		key: 'ascent',
		from: 96,
		title: 'CLIMB',
		width: 6,
		text: ({ascentMeters}) => optional(ascentMeters, (meters) => formatHeight(meters, units)),
	},
	{
		...right,
		key: 'heart rate',
		from: 76,
		title: 'HR',
		width: 3,
		text: ({averageHeartRate}) => optional(averageHeartRate, formatCount),
	},
	{
		...right,
		key: 'load',
		from: 76,
		title: 'LOAD',
		width: 5,
		text: ({trainingLoad}) => optional(trainingLoad, formatCount),
	},
	{
		...right,
		key: 'energy',
		from: 130,
		title: 'KCAL',
		width: 6,
		text: ({kilocalories}) => optional(kilocalories, formatCount),
	},
	{
		...left,
		key: 'device',
		from: 130,
		title: 'WATCH',
		width: 10,
		text: ({device}) => (device ?? '').replace(maker, ''),
	},
	{
		...left,
		key: 'formats',
		from: 130,
		title: 'FILES',
		width: 5,
		text: ({id}, entryOf) => diskLetters(id, entryOf),
	},
];
