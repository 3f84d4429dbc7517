import type {Activity} from '../domain/activity.js';
import {isDay, toLocalDay} from '../domain/local-time.js';
import {isJsonObject} from './answer.js';

const number = (value: unknown): number | undefined =>
	typeof value === 'number' && Number.isFinite(value) ? value : undefined;

// Zero-filled fields: 0 is what COROS writes where a sport has no such value.
const positive = (value: unknown): number | undefined => {
	const read = number(value);
	return read !== undefined && read > 0 ? read : undefined;
};

const toDay = (
	date: unknown,
	startTime: number | undefined,
	offset: number,
): string | undefined => {
	const digits = String(date);
	const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
	if (isDay(day)) {
		return day;
	}

	return startTime === undefined ? undefined : toLocalDay(startTime, offset);
};

// Beyond these a date is not one, and `Date` would throw.
const isMoment = (seconds: number | undefined): seconds is number =>
	seconds !== undefined && seconds > 0 && seconds < 32_503_680_000;

// Whoever draws a name measures all of it; `raw` keeps it whole.
const mostLetters = 1000;

/**
 * Reads one list item; undefined where the id is not a number or no day can be told, the two things
 * a file name needs. Everything else may be missing. `startTimezone` counts quarter hours east of
 * UTC; `calorie` counts small calories (public clients' live captures of 2022 and 2026).
 */
export const toActivity = (item: unknown): Activity | undefined => {
	if (!isJsonObject(item)) {
		return undefined;
	}

	const id = String(item.labelId);
	const startTime = isMoment(number(item.startTime)) ? number(item.startTime) : undefined;
	const endTime = isMoment(number(item.endTime)) ? number(item.endTime) : undefined;
	const quarters = number(item.startTimezone) ?? 0;
	const utcOffsetMinutes = Math.abs(quarters) <= 60 ? quarters * 15 : 0;
	const day = toDay(item.date, startTime, utcOffsetMinutes);
	if (!/^\d{1,24}$/.test(id) || day === undefined) {
		return undefined;
	}

	const calories = positive(item.calorie);
	const {name, device, sportType} = item;
	return {
		id,
		name: typeof name === 'string' ? name.slice(0, mostLetters) : '',
		sportType: Number.isInteger(Number(sportType ?? Number.NaN)) ? Number(sportType) : 0,
		day,
		startTime,
		endTime,
		utcOffsetMinutes,
		workoutSeconds: positive(item.workoutTime),
		totalSeconds: positive(item.totalTime),
		distanceMeters: positive(item.distance) ?? positive(item.total),
		ascentMeters: positive(item.ascent),
		averageHeartRate: positive(item.avgHr),
		trainingLoad: positive(item.trainingLoad),
		kilocalories: calories === undefined ? undefined : calories / 1000,
		device: typeof device === 'string' && device !== '' ? device.slice(0, mostLetters) : undefined,
		raw: item,
	};
};
