import {type DayNumber, shareOfYear} from './calendar.js';

/** When the owner could not run: day numbers, first and last. */
export type Injury = {readonly from: DayNumber; readonly to: DayNumber};

/**
 * How fast the owner is that day, 1 being the first year's speed: some 3% better every year, best
 * in early autumn, and slow for a quarter after an injury.
 */
export const fitnessOn = (day: DayNumber, firstDay: DayNumber, injury: Injury): number => {
	const years = Math.max(0, Math.min(5, (day - firstDay) / 365));
	const season = 0.012 * Math.cos((shareOfYear(day) - 0.74) * 2 * Math.PI);
	const since = day - injury.from;
	const healed = day - injury.to;
	const loss = since < 0 ? 0 : 0.07 * Math.max(0, 1 - Math.max(0, healed) / 90);
	return 1 + 0.03 * years + season - loss;
};
