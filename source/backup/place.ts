import type {Pace} from '../coros/pace.js';

/** A place among those who ask. It is given back while the disk is waited for. */
export type Place = {
	/** Waits for a place, where there is none. Rejects when the signal aborts. */
	take(signal: AbortSignal): Promise<void>;
	/** Gives the place back, where there is one. */
	free(): void;
};

/** Creates a place that is not taken yet. */
export const createPlace = (pace: Pace): Place => {
	let isTaken = false;
	return {
		async take(signal) {
			if (!isTaken) {
				await pace.enter(signal);
				isTaken = true;
			}
		},
		free() {
			if (isTaken) {
				isTaken = false;
				pace.leave();
			}
		},
	};
};
