import {describe, expect, test} from 'vitest';
import {finish} from '../../../source/domain/steps.js';
import {drawRoute, toRoute} from '../../../source/ui/chart/route.js';

type Point = readonly [latitude: number, longitude: number, at?: number];

const route = (...points: readonly Point[]) =>
	finish(
		toRoute({
			time: Float64Array.from(points, ([, , at], index) => at ?? index),
			latitude: Float64Array.from(points, ([latitude]) => latitude),
			longitude: Float64Array.from(points, ([, longitude]) => longitude),
		}),
	);

const draw = (columns: number, rows: number, ...points: readonly Point[]) => {
	const made = route(...points);
	return made && drawRoute(made, {columns, rows}, 'braille');
};

const nowhere: Point = [Number.NaN, Number.NaN];

describe('a route', () => {
	test('is as large as the space allows, north up', () => {
		expect(draw(4, 2, [0, 0], [1, 1])).toEqual(['  ⡠F', 'S⠊  ']);
		expect(draw(4, 2, [0, 0], [1, 0])).toEqual(['  F ', '  S ']);
	});

	test('has the same scale both ways, whatever the latitude', () => {
		// At 60 degrees north a degree of longitude is half as long.
		const square = draw(6, 3, [60, 0], [60.01, 0], [60.01, 0.02], [60, 0.02], [60, 0]);
		expect(square).toEqual(['⡏⠉⠉⠉⠉⢹', '⡇    ⢸', 'S⣀⣀⣀⣀⣸']);
		const {width = 0, height = 0} = route([60, 0], [60.01, 0.02]) ?? {};
		expect(width / height).toBeCloseTo(1, 3);
	});

	test('stays whole over the date line', () => {
		const over = draw(4, 1, [0, 179.9], [0, 179.99], [0, -179.99], [0, -179.9]);
		expect(over).toEqual(draw(4, 1, [0, 9.9], [0, 9.99], [0, 10.01], [0, 10.1]));
		expect(over).toEqual(['S⠤⠤F']);
	});

	test('is a sign in the middle where somebody stood still', () => {
		expect(draw(3, 1, [47, 11])).toEqual([' S ']);
		expect(draw(3, 1, [47, 11], [47, 11])).toEqual([' S ']);
	});

	test('does not join what lies apart in time', () => {
		const far = [
			[0, 0],
			[0, 0.1],
			[0, 0.2, 900],
			[0, 0.3, 901],
		] as const;
		expect(route(...far)?.lines).toHaveLength(2);
		const [line] = draw(9, 1, [0, 0], [0, 0.1], [0, 0.7, 900], [0, 0.8, 901]) ?? [];
		expect(line).toMatch(/^[^ ]+ +[^ ]+$/);
	});

	test('goes on over a few samples without satellites', () => {
		expect(route([0, 0], nowhere, nowhere, [0, 1])?.lines).toHaveLength(1);
	});

	test('takes the pace of the samples for what a gap is', () => {
		const slow = Array.from({length: 20}, (_, index): Point => [0, index, index * 120]);
		expect(route(...slow)?.lines).toHaveLength(1);
	});

	test('shows where it begins and where it ends; of a round the beginning', () => {
		expect(draw(4, 1, [0, 1], [0, 0])).toEqual(['F⠤⠤S']);
		expect(draw(4, 1, [0, 0], [0, 1], [0, 0])).toEqual(['S⠤⠤⠤']);
		const ends = draw(5, 1, [0, 0], [0, 0.1], [0, 0.7, 900], [0, 0.8, 901])?.[0];
		expect(ends).toMatch(/^S.*F$/);
	});

	test('is none where no satellite was seen', () => {
		expect(route()).toBeUndefined();
		expect(route(nowhere, nowhere)).toBeUndefined();
	});

	test('is thinned to what a window can show, and keeps its ends', () => {
		const long = Array.from(
			{length: 50_000},
			(_, index): Point => [Math.sin(index / 9) / 90, Math.cos(index / 7) / 90],
		);
		const {lines = []} = route(...long) ?? {};
		const count = lines.reduce((sum, line) => sum + line.length / 2, 0);
		expect(count).toBeGreaterThan(100);
		expect(count).toBeLessThanOrEqual(4000);
	});
});
