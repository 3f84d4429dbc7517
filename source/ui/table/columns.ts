import type {Activity} from '../../domain/activity.js';
import {toLocalClock} from '../../domain/local-time.js';
import {toSport} from '../../domain/sport.js';
import {formatCount, formatDistance, formatDuration} from '../../text/measures.js';
import {formatPace} from './pace.js';
import {shownName} from './shown-name.js';

/** Columns rows can be ordered by. */
export type SortColumn =
	| 'date'
	| 'name'
	| 'sport'
	| 'distance'
	| 'time'
	| 'pace'
	| 'ascent'
	| 'heart rate'
	| 'load'
	| 'energy';

/** One column of the table. */
export type Column = {
	readonly key: SortColumn | 'start' | 'device';
	readonly title: string;
	readonly width: number;
	/** Spaces before it. */
	readonly gap: number;
	readonly align: 'left' | 'right';
	/** What it says of an activity. May hold user data: make it fit, which makes it safe. */
	readonly text: (activity: Activity) => string;
};

/** Where a missing value leaves its cell empty. */
const optional = (value: number | undefined, format: (value: number) => string): string =>
	value === undefined ? '' : format(value);

const right = {gap: 1, align: 'right'} as const;
const left = {gap: 2, align: 'left'} as const;

/** From which table width on each column is shown, in screen order; `name` takes what is left. */
const columns: ReadonlyArray<Column & {readonly from: number}> = [
	{key: 'date', from: 0, title: 'DATE', width: 10, gap: 0, align: 'left', text: ({day}) => day},
	{
		key: 'start',
		from: 120,
		title: 'START',
		width: 5,
		gap: 1,
		align: 'left',
		text: ({startTime, utcOffsetMinutes}) =>
			optional(startTime, (seconds) => toLocalClock(seconds, utcOffsetMinutes)),
	},
	{...left, key: 'name', from: 0, title: 'NAME', width: 0, text: shownName},
	{
		...left,
		key: 'sport',
		from: 80,
		title: 'SPORT',
		width: 11,
		text: ({sportType}) => toSport(sportType).name,
	},
	{
		...right,
		key: 'distance',
		from: 0,
		title: 'KM',
		width: 7,
		text: ({distanceMeters}) => optional(distanceMeters, (meters) => formatDistance(meters)),
	},
	{
		...right,
		key: 'time',
		from: 70,
		title: 'TIME',
		width: 8,
		text: ({workoutSeconds}) => optional(workoutSeconds, formatDuration),
	},
	{...right, key: 'pace', from: 100, title: 'PACE', width: 10, text: formatPace},
	{
		...right,
		key: 'ascent',
		from: 100,
		title: 'CLIMB',
		width: 6,
		text: ({ascentMeters}) => optional(ascentMeters, formatCount),
	},
	{
		...right,
		key: 'heart rate',
		from: 80,
		title: 'HR',
		width: 3,
		text: ({averageHeartRate}) => optional(averageHeartRate, formatCount),
	},
	{
		...right,
		key: 'load',
		from: 80,
		title: 'LOAD',
		width: 5,
		text: ({trainingLoad}) => optional(trainingLoad, formatCount),
	},
	{
		...right,
		key: 'energy',
		from: 150,
		title: 'KCAL',
		width: 6,
		text: ({kilocalories}) => optional(kilocalories, formatCount),
	},
	{...left, key: 'device', from: 150, title: 'WATCH', width: 18, text: ({device}) => device ?? ''},
];

/** Cells before the first column: cursor, mark, what is on disk. */
export const gutterWidth = 7;

const widestName = 60;

// The last column of the window stays free: some terminals wrap when it is written.
const fitted = (width: number): readonly Column[] => {
	const shown = columns
		.filter(({from}) => width >= from)
		.map((column) =>
			column.key === 'sport' && width >= 100 ? {...column, width: width >= 120 ? 16 : 13} : column,
		);
	const taken = shown.reduce((sum, column) => sum + column.gap + column.width, gutterWidth + 1);
	const name = Math.max(8, Math.min(widestName, width - taken));
	return shown.map((column) => (column.key === 'name' ? {...column, width: name} : column));
};

const byWidth = new Map<number, readonly Column[]>();

/** The columns for a table so many cells wide; the same array for the same width. */
export const columnsFor = (width: number): readonly Column[] => {
	const known = byWidth.get(width) ?? fitted(width);
	byWidth.set(width, known);
	return known;
};
