import type {Activity} from '../../domain/activity.js';
import {rememberLast} from '../remember.js';

/** What activities add up to; what one does not know counts as nothing. */
export type Totals = {
	readonly count: number;
	readonly meters: number;
	/** While the timer ran. */
	readonly seconds: number;
	readonly ascentMeters: number;
};

export const addTotals = (activities: readonly Activity[]): Totals => {
	let count = 0;
	let meters = 0;
	let seconds = 0;
	let ascent = 0;
	for (const {distanceMeters, workoutSeconds, ascentMeters} of activities) {
		count += 1;
		meters += distanceMeters ?? 0;
		seconds += workoutSeconds ?? 0;
		ascent += ascentMeters ?? 0;
	}

	return {count, meters, seconds, ascentMeters: ascent};
};

/** What the shown rows add up to. */
export const shownTotals = rememberLast((rows: readonly Activity[]): Totals => addTotals(rows));
