import type {Random} from '../random.js';
import {createWander} from './wander.js';

/** A line on flat ground, metres east and north of its start, evenly stepped. */
export type Path = {
	readonly east: Float64Array;
	readonly north: Float64Array;
};

/** Steps along the line, close enough that corners look round on a map. */
const stepsFor = (meters: number) => Math.max(64, Math.min(2400, Math.round(meters / 25)));

/** Walks with a heading that drifts like a road and now and then turns off like a crossing. */
const walk = (steps: number, turnOnce: boolean, random: Random, heading?: number) => {
	const east = new Float64Array(steps + 1);
	const north = new Float64Array(steps + 1);
	const bend = createWander(0.55, steps / 14, random);
	const anywhere = random.between(0, 2 * Math.PI);
	const start = heading === undefined ? anywhere : (heading * Math.PI) / 180;
	const hand = random.chance(0.5) ? 1 : -1;
	let turned = 0;
	let aim = 0;
	for (let step = 1; step <= steps; step++) {
		if (random.chance(9 / steps)) {
			aim = 0.65 * random.normal();
		}

		turned += (aim - turned) * 0.35;
		const round = turnOnce ? (hand * 2 * Math.PI * step) / steps : 0;
		const towards = start + round + bend() + turned;
		east[step] = (east[step - 1] ?? 0) + Math.sin(towards);
		north[step] = (north[step - 1] ?? 0) + Math.cos(towards);
	}

	return {east, north};
};

/** Pulls the end back to the start, a little at every step. */
const close = ({east, north}: Path) => {
	const steps = east.length - 1;
	const eastward = east[steps] ?? 0;
	const northward = north[steps] ?? 0;
	for (let step = 0; step <= steps; step++) {
		east[step] = (east[step] ?? 0) - (eastward * step) / steps;
		north[step] = (north[step] ?? 0) - (northward * step) / steps;
	}
};

/** The same line in equal steps, scaled to a length in metres. */
const measure = ({east, north}: Path, meters: number): Path => {
	const steps = east.length - 1;
	const along = new Float64Array(steps + 1);
	for (let step = 1; step <= steps; step++) {
		const dx = (east[step] ?? 0) - (east[step - 1] ?? 0);
		const dy = (north[step] ?? 0) - (north[step - 1] ?? 0);
		along[step] = (along[step - 1] ?? 0) + Math.hypot(dx, dy);
	}

	const total = along[steps] ?? 1;
	const scale = meters / total;
	const even = {east: new Float64Array(steps + 1), north: new Float64Array(steps + 1)};
	let before = 0;
	for (let step = 0; step <= steps; step++) {
		const wanted = (total * step) / steps;
		while (before < steps - 1 && (along[before + 1] ?? 0) < wanted) {
			before++;
		}

		const from = along[before] ?? 0;
		const gap = (along[before + 1] ?? 0) - from;
		const share = gap > 0 ? (wanted - from) / gap : 0;
		const between = (column: Float64Array) =>
			scale * ((column[before] ?? 0) * (1 - share) + (column[before + 1] ?? 0) * share);
		even.east[step] = between(east);
		even.north[step] = between(north);
	}

	return even;
};

/**
 * An invented way of that length: round and back to its start, or to somewhere else. It sets out in
 * the direction of `heading`, where one is given, in degrees clockwise from north.
 */
export const createPath = (
	meters: number,
	closed: boolean,
	random: Random,
	heading?: number,
): Path => {
	const path = walk(stepsFor(meters), closed, random, heading);
	if (closed) {
		close(path);
	}

	return measure(path, meters);
};

/** A running track: two straights and two bends, 400 m round, lying at some angle. */
export const createStadium = (random: Random): Path => {
	const steps = 400;
	const straight = 84.39;
	const radius = (400 - 2 * straight) / (2 * Math.PI);
	const tilt = random.between(0, Math.PI);
	const path = {east: new Float64Array(steps + 1), north: new Float64Array(steps + 1)};
	let x = 0;
	let y = 0;
	let heading = tilt;
	for (let step = 1; step <= steps; step++) {
		const onBend = (step - 1) % 200 >= straight;
		heading += onBend ? 1 / radius : 0;
		x += Math.sin(heading);
		y += Math.cos(heading);
		path.east[step] = x;
		path.north[step] = y;
	}

	close(path);
	return path;
};
