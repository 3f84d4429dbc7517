/**
 * How many may ask at once, decided from what is heard. Pure: every function returns the next state.
 * Begins with a few places and opens one more with every answer; a refusal, or answers that take
 * much longer than they did, halves the places, and from then on a place comes back for a whole
 * round of files. Never fewer than one, never more than was allowed.
 */
export type PaceState = {
	/** Places there may be. */
	readonly most: number;
	/** Places there are. */
	readonly places: number;
	/** The service has shown that there can be too many. */
	readonly isCautious: boolean;
	/** Since the places last changed. */
	readonly successes: number;
	/** Milliseconds until an answer begins, as a rule, by kind of request. */
	readonly usual: Readonly<Record<string, number>>;
	/** Answers of this round, and those of them that took much longer than usual. */
	readonly heard: number;
	readonly slow: number;
};

/** Enough to fill the way to most services; known to be welcome only when the first have answered. */
const firstPlaces = 4;

// What is usual follows quick answers quickly. It follows slow ones as well, slowly: what stays slow
// with half the places is not our doing.
const downward = 0.25;
const upward = 0.02;

/** Below this a rise may be this machine's own: a program at work, a disk, a radio. */
const leastRiseMs = 250;

const leastRound = 4;

/** A state for at most `most` places. */
export const startPace = (most: number): PaceState => ({
	most,
	places: Math.min(firstPlaces, most),
	isCautious: false,
	successes: 0,
	usual: {},
	heard: 0,
	slow: 0,
});

/** The service asked for less. */
export const halve = (state: PaceState): PaceState => ({
	...state,
	places: Math.max(1, Math.floor(state.places / 2)),
	isCautious: true,
	successes: 0,
	heard: 0,
	slow: 0,
});

/** A file came through. */
export const welcome = (state: PaceState): PaceState => {
	const {most, places, isCautious} = state;
	const successes = state.successes + 1;
	return places < most && successes >= (isCautious ? places : 1)
		? {...state, places: places + 1, successes: 0}
		: {...state, successes};
};

/** A question was answered: welcome enough, until the service has asked for less. */
export const greet = (state: PaceState): PaceState => (state.isCautious ? state : welcome(state));

/** An answer to a kind of request began after so many milliseconds. */
export const hear = (state: PaceState, kind: string, ms: number): PaceState => {
	const usual = state.usual[kind] ?? ms;
	const isSlow = ms > 2 * usual + leastRiseMs;
	const next: PaceState = {
		...state,
		usual: {...state.usual, [kind]: usual + (ms - usual) * (ms < usual ? downward : upward)},
		heard: state.heard + 1,
		slow: state.slow + (isSlow ? 1 : 0),
	};
	if (next.heard < Math.max(leastRound, next.places)) {
		return next;
	}

	return next.slow > next.heard / 2 ? halve(next) : {...next, heard: 0, slow: 0};
};

/** So many are allowed from now on. Places lost to the service come back by successes alone. */
export const allow = (state: PaceState, most: number): PaceState => ({
	...state,
	most,
	places: Math.min(most, state.isCautious ? state.places : Math.max(state.places, firstPlaces)),
});
