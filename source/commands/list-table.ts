import type {Activity} from '../domain/activity.js';
import {exportFormats} from '../domain/export-format.js';
import {toLocalClock} from '../domain/local-time.js';
import {toSport} from '../domain/sport.js';
import type {EntryOf} from '../services/services.js';
import {cellWidth, fitCells} from '../text/cells.js';
import {formatDistance, formatDuration} from '../text/measures.js';
import {shownName} from '../text/shown-name.js';
import {columnGap, fitColumns} from './fit-columns.js';

/** An activity as `list` prints it. */
export type ListRow = {readonly activity: Activity; readonly isAtCoros: boolean};

type Column = {
	readonly title: string;
	readonly text: (row: ListRow) => string;
	/** Where nobody looks: scripts know it. */
	readonly width: number;
	/** On a terminal; as wide as what is in it where it is not named. */
	readonly least?: number;
	readonly most?: number;
	readonly rank: number;
	readonly align?: 'right';
};

const toFormatList = ({activity}: ListRow, entryOf: EntryOf): string =>
	exportFormats.filter((format) => entryOf(activity.id, format)?.kind === 'saved').join(' ');

const toSaved = (row: ListRow, entryOf: EntryOf): string =>
	row.isAtCoros ? toFormatList(row, entryOf) : `${toFormatList(row, entryOf)} (gone from COROS)`;

const toStart = ({activity: {startTime, utcOffsetMinutes}}: ListRow): string =>
	startTime === undefined ? '' : toLocalClock(startTime, utcOffsetMinutes);

const toDistance = ({activity: {distanceMeters}}: ListRow): string =>
	distanceMeters === undefined ? '' : formatDistance(distanceMeters);

const toTime = ({activity: {workoutSeconds}}: ListRow): string =>
	workoutSeconds === undefined ? '' : formatDuration(workoutSeconds);

const toSportName = ({activity}: ListRow): string => toSport(activity.sportType).name;

const columnsOf = (entryOf: EntryOf, name: Column): readonly Column[] => [
	{title: 'ID', width: 18, rank: 0, text: ({activity}) => activity.id},
	{title: 'DATE', width: 10, rank: 1, text: ({activity}) => activity.day},
	{title: 'START', width: 5, rank: 7, text: toStart},
	{title: 'SPORT', width: 14, least: 10, rank: 4, text: toSportName},
	{title: 'KM', width: 8, rank: 3, align: 'right', text: toDistance},
	{title: 'TIME', width: 9, rank: 6, align: 'right', text: toTime},
	name,
	{title: 'SAVED', width: 0, least: 7, rank: 5, text: (row) => toSaved(row, entryOf)},
];

const fill = (text: string, width: number, {align}: Column): string =>
	fitCells(text, width, align ?? 'left');

function* render(
	rows: readonly ListRow[],
	widths: ReadonlyMap<Column, number>,
	hasTitles: boolean,
): Generator<string> {
	const gap = ' '.repeat(columnGap);
	const join = (text: (column: Column) => string) =>
		`${[...widths]
			.map(([column, width]) => (width > 0 ? fill(text(column), width, column) : text(column)))
			.join(gap)
			.trimEnd()}\n`;
	if (hasTitles) {
		yield join(({title}) => title);
	}

	for (const row of rows) {
		yield join(({text}) => text(row));
	}
}

/** Cells of the widest text. */
const widest = (texts: Iterable<string>): number => {
	let width = 0;
	for (const text of texts) {
		width = Math.max(width, cellWidth(text));
	}

	return width;
};

function* textsOf({title, text}: Column, rows: readonly ListRow[]): Generator<string> {
	yield title;
	for (const row of rows) {
		yield text(row);
	}
}

const toFlexible = (column: Column, rows: readonly ListRow[]) => {
	const {most = Number.POSITIVE_INFINITY} = column;
	const wanted = Math.min(most, widest(textsOf(column, rows)));
	return {column, wanted, least: Math.min(column.least ?? wanted, wanted), rank: column.rank};
};

/** The lines of `list`. With `columns` they fit a terminal of that width; without, they are always the same. */
export const listTable = (
	rows: readonly ListRow[],
	entryOf: EntryOf,
	{columns, hasTitles}: {readonly columns: number | undefined; readonly hasTitles: boolean},
): Generator<string> => {
	const name = {title: 'NAME', width: 16, rank: 2};
	if (columns === undefined) {
		const fixed = columnsOf(entryOf, {...name, text: ({activity}) => activity.name});
		return render(rows, new Map(fixed.map((column) => [column, column.width])), hasTitles);
	}

	const text = ({activity}: ListRow) => shownName(activity);
	const all = columnsOf(entryOf, {...name, least: 16, most: 60, text});
	const fitting = fitColumns(
		all.map((column) => toFlexible(column, rows)),
		columns,
	);
	return render(rows, new Map([...fitting].map(([{column}, width]) => [column, width])), hasTitles);
};
