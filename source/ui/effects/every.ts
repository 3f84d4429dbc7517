/** Calls again and again, until the returned function is called. */
export const every = (milliseconds: number, beat: () => void): (() => void) => {
	const timer = setInterval(beat, milliseconds);
	return () => clearInterval(timer);
};

/** How often news of the network reach the screen: often enough to live, rarely enough to cost nothing. */
export const beatMs = 250;
