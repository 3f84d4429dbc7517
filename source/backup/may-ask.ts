import type {Gate, Leave} from './gate.js';
import type {Place} from './place.js';

type Asking = {
	readonly gate: Gate;
	readonly place: Place;
	readonly signal: AbortSignal;
};

/**
 * Waits for leave to ask and for a place to ask from. Who waits for leave keeps no place: whoever
 * tries for all may have given back its own, and all would wait for ever.
 */
export const mayAsk = async ({gate, place, signal}: Asking, who: object): Promise<Leave> => {
	for (;;) {
		await place.take(signal);
		if (gate.isOpenTo(who)) {
			return gate.enter(who, signal);
		}

		place.free();
		await gate.enter(who, signal);
	}
};
