import {isMoment} from './clock.js';

/** Rows of the records, from `from` up to but not including `to`. */
export type Rows = {readonly from: number; readonly to: number};

export const isEmpty = ({from, to}: Rows): boolean => from >= to;

/**
 * Cuts rows at moments (Unix seconds), in the order of the file: a row comes after a cut as soon as
 * the clock has reached it. One part more than there are moments; parts may be empty.
 */
export const cutRows = (time: Float64Array, rows: Rows, moments: readonly number[]): Rows[] => {
	let row = rows.from;
	const cuts = moments.map((moment) => {
		for (; row < rows.to; row += 1) {
			const now = time[row] ?? Number.NaN;
			if (now >= moment && isMoment(now)) break;
		}

		return row;
	});
	return [rows.from, ...cuts].map((from, part) => ({from, to: cuts[part] ?? rows.to}));
};

/** Splits rows that follow one another by others that do: for each part its share, none empty. */
export const splitRows = (rows: readonly Rows[], parts: readonly Rows[]): Rows[][] => {
	let next = 0;
	return parts.map(({from, to}) => {
		const share: Rows[] = [];
		for (let one = rows[next]; one && one.from < to; one = rows[next]) {
			const both = {from: Math.max(from, one.from), to: Math.min(to, one.to)};
			if (!isEmpty(both)) share.push(both);
			if (one.to > to) break;
			next += 1;
		}

		return share;
	});
};

const firstThat = (
	holds: (value: number) => boolean,
	column: Float64Array,
	{from, to}: Rows,
	step: 1 | -1,
): number | undefined => {
	for (let row = step === 1 ? from : to - 1; row >= from && row < to; row += step) {
		const value = column[row] ?? Number.NaN;
		if (holds(value)) return value;
	}

	return undefined;
};

/** The first value and the last, of those that are numbers; both missing where there are none. */
export const ends = (
	column: Float64Array,
	rows: Rows,
	holds: (value: number) => boolean = Number.isFinite,
): readonly [first: number | undefined, last: number | undefined] => [
	firstThat(holds, column, rows, 1),
	firstThat(holds, column, rows, -1),
];

/** When rows begin and end, Unix seconds. */
export const timeEnds = (time: Float64Array, rows: Rows) => ends(time, rows, isMoment);
