import type {Relief} from '../activity-plan.js';
import type {Random} from '../random.js';
import type {Route} from './route.js';

/** Metres above the lowest point of the route, for a place on the ground (0 to 1). */
export type Elevation = (ground: number) => number;

const points = 2048;
const probes = 6000;

/** Hills of every width down to some hundred metres, the wide ones highest. Ends where it begins. */
const rolling = (meters: number, random: Random) => {
	const waves = Math.round(Math.max(3, Math.min(28, meters / 700)));
	const heights = new Float64Array(points + 1);
	for (let wave = 1; wave <= waves; wave++) {
		const height = random.between(0.35, 1) / wave ** 0.95;
		const phase = random.between(0, 2 * Math.PI);
		for (let point = 0; point <= points; point++) {
			const angle = (2 * Math.PI * wave * point) / points + phase;
			heights[point] = (heights[point] ?? 0) + height * Math.sin(angle);
		}
	}

	return heights;
};

/** One mountain: up to its top and, where the way is not the same both ways, down behind it. */
const summit = (hills: Float64Array, mirrored: boolean, random: Random) => {
	const top = mirrored ? 1 : random.between(0.48, 0.62);
	return hills.map((hill, point) => {
		const place = point / points;
		const share = place <= top ? place / top : (1 - place) / (1 - top);
		return 10 * (0.62 * share + 0.38 * (0.5 - 0.5 * Math.cos(Math.PI * share))) + 0.22 * hill;
	});
};

/** Ground under a route on which the whole way climbs that many metres. */
export const createElevation = (
	ground: {readonly meters: number; readonly ascent: number; readonly relief: Relief},
	route: Route,
	random: Random,
): Elevation => {
	if (ground.ascent <= 0) {
		return () => 0;
	}

	const hills = rolling(ground.meters, random);
	const mirrored = route.ground(1) < 0.01 && route.ground(0.5) > 0.99;
	const heights = ground.relief === 'summit' ? summit(hills, mirrored, random) : hills;
	const lowest = heights.reduce((low, height) => Math.min(low, height), Number.POSITIVE_INFINITY);
	const at = (place: number) => {
		const exact = place * points;
		const before = Math.min(points - 1, Math.floor(exact));
		const share = exact - before;
		return (heights[before] ?? 0) * (1 - share) + (heights[before + 1] ?? 0) * share - lowest;
	};

	let climbed = 0;
	let height = at(route.ground(0));
	for (let probe = 1; probe <= probes; probe++) {
		const next = at(route.ground(probe / probes));
		climbed += Math.max(0, next - height);
		height = next;
	}

	const scale = climbed > 0 ? ground.ascent / climbed : 0;
	return (place) => at(place) * scale;
};
