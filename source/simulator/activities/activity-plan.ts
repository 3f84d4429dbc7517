import type {ExportFormat} from '../../domain/export-format.js';
import type {Place} from './places.js';
import type {Watch} from './watch.js';

/** How a route lies on the ground. Every one of them ends where it began. */
export type RouteShape = 'loop' | 'out-and-back' | 'laps' | 'stadium';

/** How the effort is spread: intervals are hard and easy by turns, a race fades a little. */
export type Pacing = 'steady' | 'rolling' | 'intervals' | 'progressive' | 'race';

/** How the ground rises: all over the way, or to one high point and back down. */
export type Relief = 'rolling' | 'summit';

/** One sport of an activity that has several. */
export type PlannedLeg = {
	/** COROS's code; 0 for the change from one sport to the next. */
	readonly sportType: number;
	readonly seconds: number;
	readonly meters: number;
	readonly ascent: number;
	readonly heartRate: number;
};

/**
 * Everything that decides an activity, in a few numbers: the list item is computed from it at once,
 * the samples only when somebody wants a file.
 */
export type ActivityPlan = {
	readonly sportType: number;
	readonly place: Place;
	/** Unix seconds, UTC. */
	readonly startTime: number;
	/** Seconds the timer ran. */
	readonly workoutSeconds: number;
	/** Seconds it stood still, in all pauses together. */
	readonly pauseSeconds: number;
	readonly pauses: number;
	readonly meters: number;
	readonly ascent: number;
	/** Beats a minute; 0 without a sensor. */
	readonly heartRate: number;
	/** Average watts; 0 without a meter. */
	readonly watts: number;
	readonly shape: RouteShape;
	readonly pacing: Pacing;
	readonly relief: Relief;
	/** Degrees Celsius. */
	readonly temperature: number;
	/** `null` and missing both occur in real lists. */
	readonly name: string | null | undefined;
	readonly watch: Watch;
	readonly formats: readonly ExportFormat[];
	/** Uploaded from another device: COROS lists no timer time for such. */
	readonly imported: boolean;
	/** Only in a triathlon. */
	readonly legs: readonly PlannedLeg[];
	readonly seed: number;
};
