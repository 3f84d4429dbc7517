import type {DayNumber} from './calendar.js';
import {oddNameFor} from './odd-names.js';
import {createRandom, mixSeed} from './random.js';
import {rollKind} from './roll-kind.js';
import {traitsOf} from './sport-traits.js';
import type {Wish} from './wish.js';

const firstSecond = 5 * 3600;
const lastSecond = 21 * 3600;
const slots = ['run', 'run', 'cross', 'long'] as const;

/**
 * As many more sessions as are wanted, spread evenly over the days before the last one: for accounts
 * larger than one person fills in four years. Starts never coincide.
 */
export const planFillers = (
	count: number,
	lastDay: DayNumber,
	days: number,
	seed: number,
): Wish[] => {
	const wishes: Wish[] = [];
	for (let index = 0; index < count; index++) {
		const random = createRandom(mixSeed(seed, index));
		// The place among all days decides day and time of day, so that no two share a second.
		const place = ((index + random.between(0.05, 0.95)) * days) / count;
		const day = lastDay - days + 1 + Math.floor(place);
		const secondOfDay =
			firstSecond + Math.floor((place % 1) * (lastSecond - firstSecond) * 0.5) * 2 + 1;
		const kind = rollKind(random.pick(slots), day, random);
		const odd = random.chance(0.02)
			? oddNameFor(traitsOf(kind.sportType).motion, index)
			: undefined;
		wishes.push(odd === undefined ? {kind, day, secondOfDay} : {kind, day, secondOfDay, name: odd});
	}

	return wishes;
};

/** The days a larger account stretches over: ten years, and more only where starts would coincide. */
export const fillerDays = (count: number): number => Math.max(3652, Math.ceil(count / 2000));
