import {isDay} from '../local-time.js';

type Days = {readonly from: string; readonly to: string};

const dayLike = /^(?:19|20)\d{2}(?:-\d{0,2}){0,2}$/;
const begunYear = /^\d{0,3}$/;

const lastDayOf = (year: string, month: string): string =>
	new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);

/** First and last day of a year, a month or a day. */
const toDays = (text: string): Days | undefined => {
	const [year = '', month, day] = text.split('-');
	if (!dayLike.test(text)) {
		return undefined;
	}

	if (month === undefined) {
		return {from: `${year}-01-01`, to: `${year}-12-31`};
	}

	if (day === undefined) {
		const from = `${text}-01`;
		return isDay(from) ? {from, to: lastDayOf(year, month)} : undefined;
	}

	return isDay(text) ? {from: text, to: text} : undefined;
};

/** Whether a piece of a search is meant as days, finished or not: `2026-`, `2025..`, `..`. */
export const isDayLike = (text: string): boolean => {
	const [from = '', to, more] = text.split('..');
	if (to === undefined) {
		return dayLike.test(text.replace(/\.$/, ''));
	}

	return more === undefined && [from, to].every((end) => dayLike.test(end) || begunYear.test(end));
};

/** `2026`, `2026-05`, `2026-05-03`, and from one to another: `2025-11..2026-02`, `2026..`, `..2025`. */
export const parseDays = (
	text: string,
): {readonly from: string | undefined; readonly to: string | undefined} | undefined => {
	if (!isDayLike(text)) {
		return undefined;
	}

	const [first = '', last] = text.split('..');
	if (last === undefined) {
		return toDays(first);
	}

	const from = first === '' ? undefined : toDays(first)?.from;
	const to = last === '' ? undefined : toDays(last)?.to;
	const isWhole =
		(first === '' || from !== undefined) &&
		(last === '' || to !== undefined) &&
		first + last !== '';
	const isBackwards = from !== undefined && to !== undefined && from > to;
	return isWhole && !isBackwards ? {from, to} : undefined;
};
