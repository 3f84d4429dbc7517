import type {Pacing, Relief, RouteShape} from './activity-plan.js';
import {type Place, places} from './places.js';
import type {Words} from './written-names.js';

type Range = readonly [low: number, high: number];

/** A kind of session the account's owner does again and again. */
export type SessionKind = {
	readonly sportType: number;
	/** Where in the week it belongs. */
	readonly slot: 'run' | 'long' | 'cross';
	/** How likely in winter, spring, summer and autumn. */
	readonly seasons: readonly [number, number, number, number];
	readonly minutes: Range;
	/** Metres a second over flat ground in the first year; 0 where no distance is measured. */
	readonly speed: number;
	/** Average beats a minute. */
	readonly heartRate: Range;
	readonly at: readonly [Place, ...Place[]];
	readonly shape: RouteShape;
	readonly pacing: Pacing;
	readonly relief: Relief;
	/** How many times the place's usual climbing it has. */
	readonly climb: number;
	readonly pauses: Range;
	/** Which written names suit it. */
	readonly words: Words;
	/** How long a pause lasts, in seconds. */
	readonly pauseSeconds: Range;
};

/** An easy run, from which every other kind says how it differs. */
export const baseKind: SessionKind = {
	sportType: 100,
	slot: 'run',
	seasons: [0, 0, 0, 0],
	minutes: [35, 55],
	speed: 2.9,
	heartRate: [134, 146],
	at: [places.home],
	shape: 'loop',
	pacing: 'steady',
	relief: 'rolling',
	climb: 1,
	words: 'easy',
	pauses: [0, 1],
	pauseSeconds: [15, 90],
};
