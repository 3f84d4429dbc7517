import {type DayNumber, shareOfYear} from './calendar.js';
import {enduranceKinds} from './endurance-kinds.js';
import {otherKinds} from './other-kinds.js';
import type {Random} from './random.js';
import type {SessionKind} from './session-kind.js';

const everyKind: readonly SessionKind[] = [
	...Object.values(enduranceKinds),
	...Object.values(otherKinds),
];

/** 0 winter, 1 spring, 2 summer, 3 autumn; each begins some weeks before its first day. */
const seasonOf = (day: DayNumber) => Math.floor(((shareOfYear(day) + 0.12) % 1) * 4) % 4;

/** A kind for that slot of that week, by the season's habits. */
export const rollKind = (
	slot: SessionKind['slot'],
	day: DayNumber,
	random: Random,
): SessionKind => {
	const season = seasonOf(day);
	const kinds = everyKind.filter((kind) => kind.slot === slot);
	const weights = kinds.map((kind) => kind.seasons[season] ?? 0);
	let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
	const index = weights.findIndex((weight) => {
		left -= weight;
		return left < 0;
	});
	return kinds[index] ?? enduranceKinds.easyRun;
};
