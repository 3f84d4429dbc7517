import {describe, expect, test} from 'vitest';
import {drawArea} from '../../../source/ui/chart/area.js';
import {chartLines} from '../../../source/ui/chart/chart-lines.js';
import {resample, type Series, toSeries} from '../../../source/ui/chart/series.js';

const series = (...values: number[]): Series => ({
	values: Float32Array.from(values),
	minimum: Math.min(...values.filter((value) => !Number.isNaN(value))),
	maximum: Math.max(...values.filter((value) => !Number.isNaN(value))),
});

const hole = Number.NaN;

describe('an area', () => {
	test.each<[name: string, values: number[], rows: string[]]>([
		['rising', [0, 1, 2, 3, 4, 5, 6, 7], ['  ⣠⣾', '⣠⣾⣿⣿']],
		['flat', [5, 5, 5, 5, 5, 5, 5, 5], ['    ', '⣿⣿⣿⣿']],
		['with a hole', [7, 7, hole, hole, hole, hole, 0, 7], ['⣿  ⢸', '⣿  ⣸']],
		['of one value', [3], ['    ', '⣿⣿⣿⣿']],
	])('%s', (_, values, rows) => {
		expect(drawArea(series(...values), {columns: 4, rows: 2}, 'braille')).toEqual(rows);
	});

	test('can be drawn in ASCII', () => {
		const rows = drawArea(series(0, 1, 2, 3, 4, 5, 6, 7), {columns: 4, rows: 2}, 'ascii');
		expect(rows).toEqual(['  *#', '*###']);
	});
});

test('a chart says its greatest and least value beside its first and last line', () => {
	const lines = chartLines(series(100, 110, 120, 160), {
		title: 'Heart rate',
		columns: 10,
		rows: 4,
		format: String,
		plot: 'ascii',
	});
	expect(lines).toEqual(['Heart rate', '  160    #', '        *#', '  100 *###']);
});

describe('a series', () => {
	const make = (samples: ReadonlyArray<readonly [at: number, value: number]>, steps?: number) =>
		toSeries(
			Float64Array.from(samples, ([at]) => at),
			Float64Array.from(samples, ([, value]) => value),
			steps,
		);

	test('averages what falls into one step, and knows the extremes', () => {
		const made = make(
			[
				[0, 1],
				[1, 3],
				[2, 10],
				[3, 20],
			],
			2,
		);
		expect(made).toEqual({values: Float32Array.of(2, 15), minimum: 1, maximum: 20});
	});

	test('draws a straight line between samples that are near, none between those that are not', () => {
		const near = make(
			[
				[0, 0],
				[10, 10],
				[20, 0],
			],
			5,
		);
		expect([...(near?.values ?? [])]).toEqual([0, 5, 10, 5, 0]);
		const far = make(
			[
				[0, 0],
				[1, 0],
				[999, 1],
				[1000, 1],
			],
			10,
		);
		expect(far?.values.slice(1, 9).every((value) => Number.isNaN(value))).toBe(true);
	});

	test('leaves out samples without a value or a time', () => {
		expect(
			make([
				[0, 1],
				[1, hole],
				[hole, 900],
				[3, 2],
			]),
		).toMatchObject({minimum: 1, maximum: 2});
		expect(make([])).toBeUndefined();
		expect(make([[0, hole]])).toBeUndefined();
		expect(make([[5, 7]])).toEqual({values: Float32Array.of(7), minimum: 7, maximum: 7});
	});

	test('is averaged into fewer and repeated into more', () => {
		expect([...resample(Float32Array.of(1, 3, 5, 7), 2)]).toEqual([2, 6]);
		expect([...resample(Float32Array.of(1, 3), 4)]).toEqual([1, 1, 3, 3]);
		expect([...resample(Float32Array.of(1, hole, hole, hole), 2)]).toEqual([1, hole]);
	});
});
