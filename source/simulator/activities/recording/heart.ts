import {createRandom} from '../random.js';
import {createWander} from './wander.js';

const standing = 78;
const lowest = 44;
const highest = 191;
/** Seconds in which the heart follows the effort at the start, and later on. */
const warmUpSeconds = 240;
const followSeconds = 35;

/**
 * Beats a minute each second, `average` in the mean: a slow rise at first, a drift upwards, the
 * effort followed with a lag, a drop in every pause. `effort` is 1 in the mean; a `warm` heart has been
 * at it for a while and rises no more.
 */
export const createHeartRate = (
	effort: Float64Array,
	average: number,
	pausesAt: ReadonlyMap<number, number>,
	warm: boolean,
	seed: number,
): Uint8Array => {
	const seconds = effort.length - 1;
	const random = createRandom(seed);
	const wander = createWander(1.6, 40, random);
	const raw = new Float64Array(seconds + 1);
	const range = Math.max(10, average - standing);
	let followed = average;
	for (let second = 0; second <= seconds; second++) {
		const target = average + 0.75 * range * ((effort[second] ?? 1) - 1);
		followed += (target - followed) / followSeconds;
		followed -= 0.3 * range * (1 - Math.exp(-(pausesAt.get(second - 1) ?? 0) / 90));
		const drift = (0.05 * average * second) / Math.max(1800, seconds);
		const rising = warm ? 0 : range * Math.exp(-second / warmUpSeconds) * 0.85;
		raw[second] = followed + drift - rising + wander();
	}

	const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
	return Uint8Array.from(raw, (value) =>
		Math.max(lowest, Math.min(highest, Math.round(value + average - mean))),
	);
};
