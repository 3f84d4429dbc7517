import type {Motion} from '../sport-traits.js';
import type {Elevation} from './elevation.js';
import {slopeFactor} from './pace.js';
import type {Route} from './route.js';

const cells = 4096;

/** What share of the time is spent by each share of the way, if the effort never changed. */
const timeAlong = (meters: number, motion: Motion, route: Route, elevation: Elevation) => {
	const spent = new Float64Array(cells + 1);
	const cellMeters = meters / cells;
	// A slope is felt over some metres, not over a point.
	const reach = Math.max(1, Math.round(12 / cellMeters));
	const heights = spent.map((_, cell) => elevation(route.ground(cell / cells)));
	for (let cell = 1; cell <= cells; cell++) {
		const from = Math.max(0, cell - reach);
		const to = Math.min(cells, cell + reach);
		const slope = ((heights[to] ?? 0) - (heights[from] ?? 0)) / ((to - from) * cellMeters);
		spent[cell] = (spent[cell - 1] ?? 0) + 1 / slopeFactor(motion, slope);
	}

	const total = spent[cells] ?? 1;
	return spent.map((value) => value / total);
};

/**
 * Metres covered by each second at that pace over that ground, slow uphill and fast downhill, ending
 * at exactly `meters`.
 */
export const travel = (
	pace: Float64Array,
	meters: number,
	motion: Motion,
	route: Route,
	elevation: Elevation,
): Float64Array => {
	const covered = new Float64Array(pace.length);
	const meant = pace.reduce((sum, value) => sum + value, 0);
	if (meters <= 0 || meant <= 0) {
		return covered;
	}

	const spent = timeAlong(meters, motion, route, elevation);
	let cell = 0;
	let done = 0;
	for (const [second, value] of pace.entries()) {
		done += value / meant;
		while (cell < cells - 1 && (spent[cell + 1] ?? 1) < done) {
			cell++;
		}

		const from = spent[cell] ?? 0;
		const gap = (spent[cell + 1] ?? 1) - from;
		const share = (cell + Math.min(1, gap > 0 ? (done - from) / gap : 0)) / cells;
		covered[second] = share * meters;
	}

	covered[pace.length - 1] = meters;
	return covered;
};
