import type {FitPause} from './fit-activity.js';

const start = 0;
/** stop, stop_all, stop_disable, stop_disable_all */
const stops: readonly (number | undefined)[] = [1, 4, 8, 9];

/** Collects the timer's events into pauses: the stop at the end of an activity begins none. */
export const createTimerPauses = () => {
	const pauses: FitPause[] = [];
	let stoppedAt: number | undefined;

	return {
		pauses,

		/** Takes a timer event: its `event_type` and its time in Unix seconds. */
		add(type: number | undefined, time: number | undefined): void {
			if (time === undefined) return;
			if (stops.includes(type)) stoppedAt ??= time;
			if (type !== start) return;
			if (stoppedAt !== undefined) pauses.push({from: stoppedAt, to: time});
			stoppedAt = undefined;
		},
	};
};
