import type {DayNumber} from './calendar.js';
import {enduranceKinds} from './endurance-kinds.js';
import type {Random} from './random.js';
import {rollKind} from './roll-kind.js';
import type {SessionKind} from './session-kind.js';
import type {WeekPurpose} from './week-purpose.js';
import type {Wish} from './wish.js';

const minute = 60;
const hour = 3600;

/** Nobody goes for two hours before work. */
const longestBeforeWork = 70;

const startOf = (kind: SessionKind, weekend: boolean, random: Random) => {
	const beforeWork = kind.minutes[1] < longestBeforeWork && random.chance(0.35);
	const earliest = weekend ? 8 * hour : beforeWork ? 6 * hour : 17.25 * hour;
	return Math.round(earliest + random.between(0, weekend ? 170 : 95) * minute);
};

type Slots = Array<SessionKind['slot']>;

/** Five ways of filling a week of work. */
const buildingWeeks: readonly [Slots, ...Slots[]] = [
	['run', 'cross', 'long'],
	['run', 'cross', 'long'],
	['run', 'run', 'cross'],
	['run', 'long'],
	['run', 'cross'],
];

/** How many sessions of each slot such a week has, rolled anew every week. */
const rollSlots = (purpose: WeekPurpose, random: Random): Slots => {
	switch (purpose) {
		case 'build':
			return [...random.pick(buildingWeeks)];
		case 'recovery':
			return random.chance(0.5) ? ['run', 'cross'] : ['cross'];
		case 'taper':
			return ['run', 'cross'];
		case 'race':
			return ['run'];
		case 'comeback':
			return ['cross', 'run'];
		default:
			return [];
	}
};

/** Weekdays, Monday being 0, that suit a slot. */
const daysOf: Readonly<Record<SessionKind['slot'], readonly [number, number, ...number[]]>> = {
	run: [1, 2],
	cross: [0, 3, 4],
	long: [5, 6],
};

/** The share of sessions that life gets in the way of. */
const somethingCameUp = 0.18;

/** The sessions of one week, oldest first, never two on a day. */
export const planWeek = (monday: DayNumber, purpose: WeekPurpose, random: Random): Wish[] => {
	const wishes = new Map<number, Wish>();
	for (const slot of rollSlots(purpose, random)) {
		const [first, ...others] = daysOf[slot];
		const suiting = random.pick([first, ...others]);
		const weekday = wishes.has(suiting)
			? (others.find((other) => !wishes.has(other)) ?? first)
			: suiting;
		const day = monday + weekday;
		const gentle = purpose === 'comeback' && slot === 'run';
		const kind = gentle ? enduranceKinds.easyRun : rollKind(slot, day, random);
		const wish = {kind, day, secondOfDay: startOf(kind, weekday > 4, random)};
		wishes.set(weekday, gentle ? {...wish, minutes: random.between(18, 32)} : wish);
	}

	return [...wishes.values()]
		.filter(() => !random.chance(somethingCameUp))
		.toSorted((a, b) => a.day - b.day);
};
