import {expect, test} from 'vitest';
import {dayNumber, nthWeekday, weekdayOf} from '../../../source/simulator/activities/calendar.js';
import {farPlaces} from '../../../source/simulator/activities/far-places.js';
import {places} from '../../../source/simulator/activities/places.js';
import {createRandom} from '../../../source/simulator/activities/random.js';
import {
	quartersAt,
	toLocalDay,
	toUnixSeconds,
} from '../../../source/simulator/activities/time-zone.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the time zone database says, in minutes east of UTC. */
const minutesAt = (name: string, unixSeconds: number): number => {
	const format =
		formats.get(name) ??
		new Intl.DateTimeFormat('en-US', {timeZone: name, timeZoneName: 'longOffset'});
	formats.set(name, format);
	const parts = format.formatToParts(unixSeconds * 1000);
	const offset = parts.find((part) => part.type === 'timeZoneName')!.value;
	const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(offset)!;
	const magnitude = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
	return sign === '-' ? -magnitude : magnitude;
};

const zones = [
	['Europe/Berlin', places.home],
	['America/St_Johns', farPlaces.newfoundland],
	['America/Denver', farPlaces.denver],
	['America/Chicago', farPlaces.chicago],
	['Asia/Kathmandu', farPlaces.pokhara],
	['Asia/Kolkata', farPlaces.delhi],
	['Australia/Adelaide', farPlaces.adelaide],
] as const;

test.each(zones)('clocks in %s agree with the time zone database', (name, {zone}) => {
	const random = createRandom(1);
	for (let draw = 0; draw < 400; draw++) {
		const moment = random.whole(1_420_000_000, 1_900_000_000);
		expect(quartersAt(zone, moment) * 15, new Date(moment * 1000).toISOString()).toBe(
			minutesAt(name, moment),
		);
	}
});

test.each(zones)('clocks in %s change at the very second', (name, {zone}) => {
	for (let hour = 0; hour < 366 * 24; hour++) {
		const moment = 1_767_225_600 + hour * 3600;
		if (minutesAt(name, moment) !== minutesAt(name, moment - 1)) {
			expect(quartersAt(zone, moment) * 15).toBe(minutesAt(name, moment));
			expect(quartersAt(zone, moment - 1) * 15).toBe(minutesAt(name, moment - 1));
		}
	}
});

test('a local time leads to the moment and back to its day', () => {
	const day = dayNumber(2026, 7, 14);
	for (const [, {zone}] of zones) {
		expect(toLocalDay(zone, toUnixSeconds(zone, day, 23 * 3600 + 3599))).toBe(day);
		expect(toLocalDay(zone, toUnixSeconds(zone, day, 0))).toBe(day);
	}
});

test('weekdays are counted from Monday and found from either end of a month', () => {
	expect(weekdayOf(dayNumber(2026, 11, 21))).toBe(5);
	expect(nthWeekday(2026, 10, 6, -1)).toBe(dayNumber(2026, 10, 25));
	expect(nthWeekday(2026, 10, 6, 2)).toBe(dayNumber(2026, 10, 11));
	expect(nthWeekday(2024, 2, 3, -1)).toBe(dayNumber(2024, 2, 29));
});
