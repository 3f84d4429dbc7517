const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Unix seconds as ISO 8601 with the given offset: `2025-01-10T07:15:00+01:00`. */
export const toIsoWithOffset = (unixSeconds: number, utcOffsetMinutes: number): string => {
	const local = new Date((unixSeconds + utcOffsetMinutes * 60) * 1000).toISOString().slice(0, 19);
	const sign = utcOffsetMinutes < 0 ? '-' : '+';
	const minutes = Math.abs(utcOffsetMinutes);
	return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};

/** The calendar day at that offset, `YYYY-MM-DD`. */
export const toLocalDay = (unixSeconds: number, utcOffsetMinutes: number): string =>
	new Date((unixSeconds + utcOffsetMinutes * 60) * 1000).toISOString().slice(0, 10);

/** The time of day at that offset, `HH:MM`. */
export const toLocalClock = (unixSeconds: number, utcOffsetMinutes: number): string =>
	new Date((unixSeconds + utcOffsetMinutes * 60) * 1000).toISOString().slice(11, 16);

/** The time of day at that offset, `HH:MM:SS`. */
export const toLocalTime = (unixSeconds: number, utcOffsetMinutes: number): string =>
	new Date((unixSeconds + utcOffsetMinutes * 60) * 1000).toISOString().slice(11, 19);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number =>
	month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
		return false;
	}

	// By hand: a long list has a hundred thousand of them.
	const month = Number(text.slice(5, 7));
	const day = Number(text.slice(8));
	return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
};

/**
 * A moment in this machine's own zone without a zone mark and with microseconds, the form Python's
 * `datetime.now().isoformat()` writes and corosexport reads back.
 */
export const toNaiveLocal = (date: Date): string =>
	`${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` +
	`T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}` +
	`.${pad(date.getMilliseconds(), 3)}000`;
