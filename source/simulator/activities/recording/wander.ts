import type {Random} from '../random.js';

/**
 * Noise with a memory: wanders about 0 with standard deviation `spread` and forgets where it was in
 * about `memory` steps (an Ornstein-Uhlenbeck process).
 */
export const createWander = (spread: number, memory: number, random: Random): (() => number) => {
	const kept = Math.exp(-1 / memory);
	const kick = spread * Math.sqrt(1 - kept * kept);
	let value = spread * random.normal();
	return () => {
		value = value * kept + kick * random.normal();
		return value;
	};
};
