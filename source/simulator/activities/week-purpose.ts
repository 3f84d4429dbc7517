import type {DayNumber} from './calendar.js';
import type {Injury} from './fitness.js';

/** What a week is for. */
export type WeekPurpose = 'build' | 'recovery' | 'taper' | 'race' | 'injured' | 'comeback';

/** The purpose of the week that begins that Monday: three weeks of building, one of rest. */
export const purposeOf = (
	monday: DayNumber,
	races: readonly DayNumber[],
	injury: Injury,
): WeekPurpose => {
	if (monday >= injury.from - 3 && monday <= injury.to) {
		return 'injured';
	}

	if (monday > injury.to && monday <= injury.to + 42) {
		return 'comeback';
	}

	const untilRace = Math.min(
		...races.map((race) => race - monday).filter((days) => days > -8),
		Number.POSITIVE_INFINITY,
	);
	if (untilRace < 7) {
		return untilRace < 0 ? 'recovery' : 'race';
	}

	return untilRace < 14 ? 'taper' : Math.floor(monday / 7) % 4 === 3 ? 'recovery' : 'build';
};
