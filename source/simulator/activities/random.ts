/** A stream of numbers that a seed decides, so that every run of the demo shows the same account. */
export type Random = {
	/** At least 0, below 1. */
	next(): number;
	between(low: number, high: number): number;
	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number;
	/** True that share of the time. */
	chance(share: number): boolean;
	/** Mean 0, standard deviation 1. */
	normal(): number;
	pick<T>(choices: readonly [T, ...T[]]): T;
};

/** Two numbers scrambled into one of 32 bits: gives each thing its own seed. */
export const mixSeed = (a: number, b: number): number => {
	let mixed = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
	return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** Tommy Ettinger's Mulberry32: 32 bits of state, fast, even enough for scenery. */
export const createRandom = (seed: number): Random => {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};

	return {
		next,
		between: (low, high) => low + (high - low) * next(),
		whole: (low, high) => low + Math.floor((high - low + 1) * next()),
		chance: (share) => next() < share,
		normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
		pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
	};
};
