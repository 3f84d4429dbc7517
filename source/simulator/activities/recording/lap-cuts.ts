import type {SportTraits} from '../sport-traits.js';
import type {Samples} from './recording.js';

/** Shorter than this nobody gets a lap. */
const shortestSeconds = 30;

/**
 * The samples at which laps end, the last included: after every full lap length, or once for all of
 * a session indoors. Outdoor sports without automatic laps have none.
 */
export const cutLaps = (
	samples: Samples,
	first: number,
	last: number,
	traits: SportTraits,
): number[] => {
	const seconds = (samples.moving[last] ?? 0) - (samples.moving[first] ?? 0);
	if (seconds < shortestSeconds || (traits.lapMeters === 0 && traits.outdoors)) {
		return [];
	}

	const ends: number[] = [];
	const start = samples.meters[first] ?? 0;
	let due = start + traits.lapMeters;
	for (let index = first; traits.lapMeters > 0 && index < last; index++) {
		if ((samples.meters[index] ?? 0) >= due) {
			ends.push(index);
			due += traits.lapMeters;
		}
	}

	return [...ends, last];
};
