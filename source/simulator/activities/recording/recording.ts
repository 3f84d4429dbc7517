import type {ActivityPlan} from '../activity-plan.js';

/** A coordinate that is not known, in degrees x 10^7. FIT uses the same number for the same purpose. */
export const noFix = 0x7fff_ffff;

/**
 * What the watch wrote down, one entry a second while the timer ran: columns of equal length. After
 * each pause there is one entry more, at the moment of going on.
 */
export type Samples = {
	readonly length: number;
	/** Unix seconds, UTC. */
	readonly time: Float64Array;
	/** Timer seconds since the start. */
	readonly moving: Uint32Array;
	/** Degrees x 10^7, or `noFix`. */
	readonly latitude: Int32Array;
	readonly longitude: Int32Array;
	/** Since the start. */
	readonly meters: Float64Array;
	/** Metres above the sea. */
	readonly altitude: Float64Array;
	/** Metres a second. */
	readonly speed: Float64Array;
	/** Beats a minute; 0 is unknown. */
	readonly heartRate: Uint8Array;
	/** Steps of one leg, turns or strokes a minute. */
	readonly cadence: Uint8Array;
	readonly watts: Uint16Array;
};

/** Both Unix seconds: the samples there are the last before and the first after. */
export type Pause = {readonly stop: number; readonly start: number};

/** What a stretch of samples amounts to. Heart rates, cadences and watts are 0 where none are known. */
export type Totals = {
	/** Unix seconds. */
	readonly start: number;
	readonly end: number;
	/** Seconds the timer ran. */
	readonly timer: number;
	readonly meters: number;
	readonly ascent: number;
	readonly descent: number;
	readonly averageSpeed: number;
	readonly maximumSpeed: number;
	readonly averageHeartRate: number;
	readonly maximumHeartRate: number;
	readonly minimumHeartRate: number;
	readonly averageCadence: number;
	readonly maximumCadence: number;
	readonly averageWatts: number;
	readonly maximumWatts: number;
	readonly kilocalories: number;
};

/** A stretch of samples, both ends included; neighbours share their boundary. */
export type Stretch = {
	readonly first: number;
	readonly last: number;
	readonly totals: Totals;
};

/** The part of an activity that is one sport: all of it, except in a triathlon. */
export type Leg = Stretch & {
	/** COROS's code; 0 for the change from one sport to the next. */
	readonly sportType: number;
	readonly laps: readonly Stretch[];
};

export type Recording = {
	readonly plan: ActivityPlan;
	readonly samples: Samples;
	readonly pauses: readonly Pause[];
	readonly legs: readonly Leg[];
	/** The activity as a whole. */
	readonly totals: Totals;
};
