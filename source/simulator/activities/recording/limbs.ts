import {createRandom} from '../random.js';
import type {SportTraits} from '../sport-traits.js';
import {createWander} from './wander.js';

/** Steps, turns or strokes a minute: a little quicker when faster, none while rolling or standing. */
export const createCadence = (
	speed: Float64Array,
	average: number,
	traits: SportTraits,
	seed: number,
): Uint8Array => {
	if (traits.cadence === 0) {
		return new Uint8Array(speed.length);
	}

	const wander = createWander(1.2, 15, createRandom(seed));
	return Uint8Array.from(speed, (value) => {
		const quick = average > 0 ? value / average : 0;
		const still = quick < 0.12 || (traits.motion === 'ride' && quick > 1.55);
		const changed = traits.motion === 'ride' ? 14 : 9;
		return still ? 0 : Math.round(traits.cadence + changed * (Math.min(1.4, quick) - 1) + wander());
	});
};

/** Watts each second, `average` in the mean, from an effort that is 1 in the mean. */
export const createPower = (effort: Float64Array, average: number, seed: number): Uint16Array => {
	const watts = new Uint16Array(effort.length);
	if (average === 0) {
		return watts;
	}

	const wander = createWander(0.05, 6, createRandom(seed));
	const raw = effort.map((value) => Math.max(0, value ** 1.6 * (1 + wander())));
	const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
	return watts.map((_, second) => Math.round(((raw[second] ?? 0) * average) / mean));
};
