/** Days since 1970-01-01, so that a calendar is plain arithmetic. */
export type DayNumber = number;

export const secondsPerDay = 86_400;

/** The day number of a date; `month` counts from 1. */
export const dayNumber = (year: number, month: number, day: number): DayNumber =>
	Date.UTC(year, month - 1, day) / 1000 / secondsPerDay;

/** The day number of `YYYY-MM-DD`. */
export const parseDay = (text: string): DayNumber => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** 0 on Mondays, 6 on Sundays. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;

/** A day as COROS writes it: `20261121`. */
export const toDateNumber = (day: DayNumber): number => {
	const date = new Date(day * 86_400_000);
	return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
};

export const yearOf = (day: DayNumber): number => new Date(day * 86_400_000).getUTCFullYear();

/** How far the year has come, 0 on January 1st, near 1 on New Year's Eve. */
export const shareOfYear = (day: DayNumber): number =>
	(day - dayNumber(yearOf(day), 1, 1)) / 365.25;

/** The n-th given weekday of a month, from the end when `nth` is negative (-1: the last one). */
export const nthWeekday = (
	year: number,
	month: number,
	weekday: number,
	nth: number,
): DayNumber => {
	if (nth > 0) {
		const first = dayNumber(year, month, 1);
		return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
	}

	const last = dayNumber(year, month + 1, 1) - 1;
	return last - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1);
};

/** The last time a date of the year came round on or before a day, or some years earlier. */
export const latest = (
	lastDay: DayNumber,
	month: number,
	day: number,
	yearsBack = 0,
): DayNumber => {
	const year = yearOf(lastDay);
	const passed = dayNumber(year, month, day) <= lastDay;
	return dayNumber(year - yearsBack - (passed ? 0 : 1), month, day);
};
