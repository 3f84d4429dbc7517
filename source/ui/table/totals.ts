import type {Activity} from '../../domain/activity.js';
import {finish, type Steps} from '../../domain/steps.js';
import {rememberInSteps} from '../remember.js';

/** What activities add up to; what one does not know counts as nothing. */
export type Totals = {
	readonly count: number;
	readonly meters: number;
	/** While the timer ran. */
	readonly seconds: number;
	readonly ascentMeters: number;
};

/** A few milliseconds. */
const atOnce = 20_000;

function* add(activities: readonly Activity[]): Steps<Totals> {
	let count = 0;
	let meters = 0;
	let seconds = 0;
	let ascent = 0;
	// Plainly, as it is done for every letter of a search.
	for (const {distanceMeters, workoutSeconds, ascentMeters} of activities) {
		count += 1;
		meters += distanceMeters ?? 0;
		seconds += workoutSeconds ?? 0;
		ascent += ascentMeters ?? 0;
		if (count % atOnce === 0) {
			yield;
		}
	}

	return {count, meters, seconds, ascentMeters: ascent};
}

export const addTotals = (activities: readonly Activity[]): Totals => finish(add(activities));

/** What the shown rows add up to. */
export const shownTotals = rememberInSteps(add);
