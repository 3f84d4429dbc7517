import {type DayNumber, nthWeekday, secondsPerDay} from './calendar.js';

const sunday = 6;

/** A place's clock, in quarter hours east of UTC as COROS counts them (`startTimezone`). */
export type TimeZone = {
	readonly quarters: number;
	/** Whose daylight saving rule it follows; left out where clocks never change. */
	readonly summer?: 'europe' | 'america' | 'australia';
};

const isSummer = (zone: TimeZone, unixSeconds: number): boolean => {
	const year = new Date(unixSeconds * 1000).getUTCFullYear();
	const at = (month: number, nth: number, utcHours: number) =>
		nthWeekday(year, month, sunday, nth) * secondsPerDay + utcHours * 3600;
	const standard = zone.quarters / 4;

	switch (zone.summer) {
		case 'europe':
			return unixSeconds >= at(3, -1, 1) && unixSeconds < at(10, -1, 1);
		case 'america':
			return unixSeconds >= at(3, 2, 2 - standard) && unixSeconds < at(11, 1, 1 - standard);
		case 'australia':
			return unixSeconds < at(4, 1, 2 - standard) || unixSeconds >= at(10, 1, 2 - standard);
		default:
			return false;
	}
};

/** Quarter hours east of UTC that a clock there shows at that moment. */
export const quartersAt = (zone: TimeZone, unixSeconds: number): number =>
	zone.quarters + (isSummer(zone, unixSeconds) ? 4 : 0);

/** The moment at which a clock there shows that time of that day. */
export const toUnixSeconds = (zone: TimeZone, day: DayNumber, secondOfDay: number): number => {
	const local = day * secondsPerDay + secondOfDay;
	const guess = local - zone.quarters * 900;
	return local - quartersAt(zone, guess) * 900;
};

/** The calendar day a clock there shows at that moment. */
export const toLocalDay = (zone: TimeZone, unixSeconds: number): DayNumber =>
	Math.floor((unixSeconds + quartersAt(zone, unixSeconds) * 900) / secondsPerDay);
