import type {Units} from '../../domain/settings.js';
import {allColumns, type Column, type RankedColumn} from './column-list.js';
import type {SortColumn} from './sort-column.js';

export type {Column} from './column-list.js';

/** Cells before the first column: cursor, mark, what is on disk. */
export const gutterWidth = 7;

const widestName = 60;
const narrowestName = 12;

/** The fewest that say which activity it is. */
const fewestColumns = 2;

// The last column of the window stays free: some terminals wrap when it is written.
const takenBy = (columns: readonly Column[]): number =>
	columns.reduce((sum, column) => sum + column.gap + column.width, gutterWidth + 1);

const widen = (column: Column, width: number): Column => {
	switch (column.key) {
		case 'sport':
			return width >= 100 ? {...column, width: width >= 140 ? 16 : 13} : column;
		case 'device':
			return width >= 160 ? {...column, width: 16} : column;
		default:
			return column;
	}
};

/** The most important so many, or as many as leave room for a name. */
const choose = (
	columns: readonly RankedColumn[],
	width: number,
	extra: number,
): readonly RankedColumn[] => {
	const ranked = [...columns].sort((a, b) => a.from - b.from);
	const usual = ranked.filter(({from}) => width >= from).length;
	const chosen = ranked.slice(0, Math.max(fewestColumns, usual + Math.min(0, extra)));
	for (const more of ranked.slice(usual)) {
		if (chosen.length < usual + extra && takenBy([...chosen, more]) + narrowestName <= width) {
			chosen.push(more);
		}
	}

	return columns.filter((column) => chosen.includes(column));
};

const fitted = (width: number, units: Units, extra: number): readonly Column[] => {
	const shown = choose(allColumns(units), width, extra).map((column) => widen(column, width));
	const name = Math.max(8, Math.min(widestName, width - takenBy(shown)));
	return shown.map((column) => (column.key === 'name' ? {...column, width: name} : column));
};

const made = new Map<string, readonly Column[]>();

/**
 * The columns for a table so many cells wide, or so many more or fewer; the same array for the same
 * question.
 */
export const columnsFor = (
	width: number,
	units: Units = 'metric',
	extra = 0,
): readonly Column[] => {
	const key = `${width} ${units} ${extra}`;
	const known = made.get(key) ?? fitted(width, units, extra);
	made.set(key, known);
	return known;
};

/** How many more columns than usual are really shown, where so many more are wished. */
export const clampExtra = (width: number, wished: number): number => {
	const count = (extra: number) => columnsFor(width, 'metric', extra).length;
	return count(wished) - count(0);
};

/** Those of the columns that rows can be ordered by. */
export const sortColumns = (columns: readonly Column[]): readonly SortColumn[] =>
	columns.flatMap(({key}) => (key === 'formats' ? [] : key));
