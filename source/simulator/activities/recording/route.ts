import type {RouteShape} from '../activity-plan.js';
import type {Random} from '../random.js';
import {createPath, createStadium, type Path} from './path.js';

/** Where on the ground one is after some share of the way. */
export type Route = {
	/** A place on the ground, 0 to 1: the same place has the same number, whenever one passes it. */
	ground(share: number): number;
	/** Metres east and north of the start, for a place on the ground. */
	east(ground: number): number;
	north(ground: number): number;
};

const along = (column: Float64Array, ground: number) => {
	const exact = Math.max(0, Math.min(1, ground)) * (column.length - 1);
	const before = Math.min(column.length - 2, Math.floor(exact));
	const share = exact - before;
	return (column[before] ?? 0) * (1 - share) + (column[before + 1] ?? 0) * share;
};

const toRoute = (path: Path, ground: Route['ground']): Route => ({
	ground,
	east: (place) => along(path.east, place),
	north: (place) => along(path.north, place),
});

/** Short laps in the water, long ones on skis. */
const lapsOf = (meters: number) =>
	Math.max(2, Math.min(24, Math.round(meters / (meters < 4000 ? 520 : 5200))));

/** An invented route of that length and shape. */
export const createRoute = (
	shape: RouteShape,
	meters: number,
	random: Random,
	heading?: number,
): Route => {
	const length = Math.max(1, meters);
	switch (shape) {
		case 'out-and-back':
			return toRoute(
				createPath(length / 2, false, random, heading),
				(share) => 1 - Math.abs(2 * Math.min(1, share) - 1),
			);
		case 'laps': {
			const laps = lapsOf(length);
			return toRoute(
				createPath(length / laps, true, random, heading),
				(share) => (share * laps) % 1,
			);
		}
		case 'stadium':
			return toRoute(createStadium(random), (share) => ((share * length) / 400) % 1);
		default:
			return toRoute(createPath(length, true, random, heading), (share) => share);
	}
};
