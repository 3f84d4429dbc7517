import type {Place} from '../places.js';
import {createRandom} from '../random.js';
import {noFix} from './recording.js';
import type {Route} from './route.js';
import {createWander} from './wander.js';

const metersPerDegree = 111_320;

const searching = (seconds: number, seed: number) => {
	const random = createRandom(seed);
	const first = random.whole(3, 15);
	const lost = seconds > 1500 && random.chance(0.3);
	const from = lost ? random.whole(300, seconds - 300) : 0;
	const to = lost ? from + random.whole(15, 95) : 0;
	return (second: number) => second < first || (second >= from && second < to);
};

/** Nearer to the 180th meridian COROS's own factor would leave the 32 bits of a FIT position. */
const farthestEast = 179.9999955;

/** Degrees x 10^7 within -180..180. */
const toLongitude = (degrees: number) => {
	const turned = ((((degrees + 180) % 360) + 360) % 360) - 180;
	return Math.round(Math.max(-farthestEast, Math.min(farthestEast, turned)) * 1e7);
};

/**
 * Where the watch believed itself each second: on the route but for a metre or so, and nowhere
 * during the first seconds and in the odd tunnel.
 */
export const locate = (
	route: Route,
	shares: Float64Array,
	place: Place,
	seed: number,
): {readonly latitude: Int32Array; readonly longitude: Int32Array} => {
	const random = createRandom(seed);
	const isSearching = searching(shares.length, seed + 1);
	const bearing = random.between(0, 2 * Math.PI);
	const off = place.spread * Math.sqrt(random.next());
	const eastOff = createWander(1.3, 80, random);
	const northOff = createWander(1.3, 80, random);
	const perDegreeEast = metersPerDegree * Math.cos((place.latitude * Math.PI) / 180);
	const latitude = new Int32Array(shares.length).fill(noFix);
	const longitude = new Int32Array(shares.length).fill(noFix);
	for (const [second, share] of shares.entries()) {
		const east = eastOff() + off * Math.cos(bearing);
		const north = northOff() + off * Math.sin(bearing);
		if (!isSearching(second)) {
			const ground = route.ground(share);
			const degreesNorth = (route.north(ground) + north) / metersPerDegree;
			const degreesEast = (route.east(ground) + east) / perDegreeEast;
			latitude[second] = Math.round((place.latitude + degreesNorth) * 1e7);
			longitude[second] = toLongitude(place.longitude + degreesEast);
		}
	}

	return {latitude, longitude};
};
