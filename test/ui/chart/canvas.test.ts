import {expect, test} from 'vitest';
import {createCanvas} from '../../../source/ui/chart/canvas.js';

test.each([
	[0, 0, '⠁'],
	[0, 1, '⠂'],
	[0, 2, '⠄'],
	[0, 3, '⡀'],
	[1, 0, '⠈'],
	[1, 1, '⠐'],
	[1, 2, '⠠'],
	[1, 3, '⢀'],
])('a dot at %i, %i is %s', (x, y, sign) => {
	const canvas = createCanvas(1, 1);
	canvas.set(x, y);
	expect(canvas.rows('braille')).toEqual([sign]);
});

test('draws lines into the cells they touch, and leaves the others truly empty', () => {
	const canvas = createCanvas(4, 2);
	canvas.line(0, 0, 7, 7);
	expect(canvas.rows('braille')).toEqual(['⠑⢄  ', '  ⠑⢄']);
	expect(canvas.rows('ascii')).toEqual(['**  ', '  **']);
});

test('fills in ASCII where most of a cell is set', () => {
	const canvas = createCanvas(2, 1);
	canvas.line(0, 0, 0, 3);
	canvas.set(2, 3);
	expect(canvas.rows('ascii')).toEqual(['#*']);
});

test('does not see what lies outside', () => {
	const canvas = createCanvas(2, 1);
	for (const [x, y] of [
		[-1, 0],
		[0, -1],
		[4, 0],
		[0, 4],
		[0.5, 0.5],
		[Number.NaN, 0],
	] as const) {
		canvas.set(x, y);
	}

	expect(canvas.rows('braille')).toEqual(['  ']);
});
