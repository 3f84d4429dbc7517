import type {Pacing} from '../activity-plan.js';
import {createRandom} from '../random.js';
import type {Motion} from '../sport-traits.js';
import {createWander} from './wander.js';

const warmUp = 0.2;
const coolDown = 0.86;

/** Repetitions of some minutes between warm-up and cool-down, as a factor on the speed. */
const createIntervals = (seconds: number, hard: number, easy: number) => (second: number) => {
	const share = second / seconds;
	if (share < warmUp || share > coolDown) {
		return 0.92;
	}

	const repetition = hard + easy;
	return (second - warmUp * seconds) % repetition < hard ? 1.2 : 0.76;
};

const trendOf = (pacing: Pacing, seconds: number, pick: number) => {
	switch (pacing) {
		case 'intervals':
			return createIntervals(seconds, 150 + 60 * Math.floor(pick * 4), 90);
		case 'progressive':
			return (second: number) => 0.93 + (0.15 * second) / seconds;
		case 'race':
			return (second: number) => 1.02 - (0.05 * second) / seconds;
		default:
			return () => 1;
	}
};

/** Bikes roll unevenly, feet and oars do not; standing still, it is the effort that varies. */
const unevenness: Readonly<Record<Motion, number>> = {
	run: 0.025,
	walk: 0.05,
	ride: 0.085,
	swim: 0.04,
	row: 0.03,
	ski: 0.12,
	still: 0.15,
};

/**
 * How fast one means to go each second, relative to the average and to flat ground. It starts from
 * standing, and a ride slows down for a crossing every few minutes.
 */
export const createPace = (
	pacing: Pacing,
	motion: Motion,
	seconds: number,
	seed: number,
): Float64Array => {
	const random = createRandom(seed);
	const jitter = createWander(unevenness[motion], 12, random);
	const mood = createWander(pacing === 'rolling' ? 0.06 : 0.02, 240, random);
	const trend = trendOf(pacing, Math.max(1, seconds), random.next());
	const brakes = motion === 'ride' && pacing !== 'intervals';
	const pace = new Float64Array(seconds + 1);
	let braking = 0;
	for (let second = 1; second <= seconds; second++) {
		braking = brakes && random.chance(1 / 260) ? 22 : Math.max(0, braking - 1);
		const braked = braking > 0 ? 0.35 + 0.03 * Math.abs(11 - braking) * 2 : 1;
		const standing = Math.min(1, second / 6);
		const meant = trend(second) * (1 + jitter() + mood()) * braked * standing;
		pace[second] = Math.max(0.05, meant);
	}

	return pace;
};

/** How a slope (rise over run) changes the speed of each way of moving. */
export const slopeFactor = (motion: Motion, slope: number): number => {
	const steep = Math.max(-0.35, Math.min(0.35, slope));
	const down = Math.max(0, -steep);
	switch (motion) {
		case 'run':
			return steep > 0 ? Math.exp(-3 * steep) : Math.max(0.6, 1 + 1.6 * down - 12 * down * down);
		case 'walk':
			// Tobler's hiking function.
			return Math.exp(-3.5 * Math.abs(steep + 0.05)) / Math.exp(-0.175);
		case 'ride':
			return steep > 0 ? Math.exp(-9 * steep) : Math.min(1.9, 1 + 6 * down);
		case 'ski':
			return steep > 0 ? Math.exp(-3.5 * steep) : Math.min(3.4, 1 + 14 * down);
		default:
			return 1;
	}
};
