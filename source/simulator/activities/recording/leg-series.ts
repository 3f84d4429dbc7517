import type {ActivityPlan, PlannedLeg} from '../activity-plan.js';
import {createRandom, mixSeed} from '../random.js';
import {legTraits, type SportTraits} from '../sport-traits.js';
import {createElevation} from './elevation.js';
import {createHeartRate} from './heart.js';
import {createCadence, createPower} from './limbs.js';
import {createPace} from './pace.js';
import {noFix} from './recording.js';
import {createRoute} from './route.js';
import {locate} from './satellites.js';
import {travel} from './travel.js';

/** One value a timer second, from 0 to the last: what a leg looks like before pauses. */
export type LegSeries = {
	readonly latitude: Int32Array;
	readonly longitude: Int32Array;
	readonly meters: Float64Array;
	readonly altitude: Float64Array;
	readonly speed: Float64Array;
	readonly heartRate: Uint8Array;
	readonly cadence: Uint8Array;
	readonly watts: Uint16Array;
};

const poolLength = 25;

/** Uphill is harder than the pace says, downhill easier, on wheels most of all. */
const effortFactor = (traits: SportTraits, slope: number) => {
	const gain = traits.motion === 'ride' ? 7 : traits.motion === 'ski' ? 2.5 : 1.4;
	return Math.max(0.35, Math.min(1.4, 1 + gain * slope));
};

const createEffort = (
	pace: Float64Array,
	rise: Float64Array,
	meters: Float64Array,
	traits: SportTraits,
) => {
	const raw = pace.map((value, second) => {
		const from = Math.max(0, second - 5);
		const to = Math.min(pace.length - 1, second + 5);
		const run = (meters[to] ?? 0) - (meters[from] ?? 0);
		const slope = run > 1 ? ((rise[to] ?? 0) - (rise[from] ?? 0)) / run : 0;
		return value * effortFactor(traits, Math.max(-0.3, Math.min(0.3, slope)));
	});
	const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
	return mean > 0 ? raw.map((value) => value / mean) : raw;
};

/** The speed a watch shows: the distance of the last three seconds. */
const smoothSpeed = (meters: Float64Array) =>
	meters.map((value, second) => {
		const from = Math.max(0, second - 3);
		return second > from ? (value - (meters[from] ?? 0)) / (second - from) : 0;
	});

/** The sensor needs some seconds to find a pulse when a watch starts. */
const createPulse = (
	effort: Float64Array,
	leg: PlannedLeg,
	pauses: ReadonlyMap<number, number>,
	number: number,
	seed: number,
) => {
	const seconds = effort.length;
	if (leg.heartRate === 0) {
		return new Uint8Array(seconds);
	}

	const heartRate = createHeartRate(effort, leg.heartRate, pauses, number > 0, seed);
	return number === 0 ? heartRate.fill(0, 0, Math.min(seconds, 3 + (seed % 13))) : heartRate;
};

/** Plays through one leg of a plan, second by second. */
export const playLeg = (
	plan: ActivityPlan,
	leg: PlannedLeg,
	pauses: ReadonlyMap<number, number>,
	number: number,
): LegSeries => {
	const traits = legTraits(leg.sportType);
	const seedOf = (purpose: number) => mixSeed(plan.seed, number * 100 + purpose);
	const random = createRandom(seedOf(1));
	const route = createRoute(plan.shape, leg.meters, random, plan.place.heading);
	const elevation = createElevation(
		{meters: leg.meters, ascent: traits.outdoors ? leg.ascent : 0, relief: plan.relief},
		route,
		random,
	);
	const pace = createPace(plan.pacing, traits.motion, leg.seconds, seedOf(2));
	const smooth = travel(pace, leg.meters, traits.motion, route, elevation);
	const shares = smooth.map((value) => (leg.meters > 0 ? value / leg.meters : 0));
	const rise = shares.map((share) => elevation(route.ground(share)));
	// The legs of a triathlon meet where one changes: there the ground has one height.
	const floor = plan.place.altitude - (plan.legs.length > 0 ? (rise[0] ?? 0) : 0);
	const effort = createEffort(pace, rise, smooth, traits);
	const isPool = leg.sportType === 300;
	const meters = isPool
		? smooth.map((value) => Math.floor(value / poolLength + 1e-6) * poolLength)
		: smooth;
	const speed = smoothSpeed(smooth);
	const nowhere = new Int32Array(leg.seconds + 1).fill(noFix);
	const known = traits.outdoors && leg.meters > 0;

	return {
		...(known
			? locate(route, shares, plan.place, seedOf(3))
			: {latitude: nowhere, longitude: nowhere}),
		meters,
		altitude: rise.map((value) => value + floor),
		speed,
		heartRate: createPulse(effort, leg, pauses, number, seedOf(4)),
		cadence: createCadence(speed, leg.meters / Math.max(1, leg.seconds), traits, seedOf(5)),
		watts: createPower(effort, plan.watts, seedOf(6)),
	};
};
