import {expect, test} from 'vitest';
import {isDay, toIsoWithOffset, toLocalDay, toNaiveLocal} from '../../source/domain/local-time.js';

test.each([
	[1_736_496_000, 60, '2025-01-10T09:00:00+01:00', '2025-01-10'],
	[1_736_496_000, -300, '2025-01-10T03:00:00-05:00', '2025-01-10'],
	[1_736_542_800, 345, '2025-01-11T02:45:00+05:45', '2025-01-11'],
	[1_736_496_000, -570, '2025-01-09T22:30:00-09:30', '2025-01-09'],
])('%i at %i minutes is %s', (seconds, offset, iso, day) => {
	expect(toIsoWithOffset(seconds, offset)).toBe(iso);
	expect(toLocalDay(seconds, offset)).toBe(day);
	expect(Date.parse(iso) / 1000).toBe(seconds);
});

test('a day is one that exists', () => {
	expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
	expect(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', '0000-00-00'].some(isDay)).toBe(
		false,
	);
});

test('a day is one that the calendar of Date has, too', () => {
	for (const year of ['0000', '1900', '2000', '2023', '2024', '9999']) {
		for (let month = 0; month <= 13; month += 1) {
			for (let day = 0; day <= 32; day += 1) {
				const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
				const date = new Date(`${text}T00:00:00Z`);
				const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
				expect([text, isDay(text)]).toEqual([text, exists]);
			}
		}
	}
});

test('corosexport’s timestamps are naive, local and to the microsecond', () => {
	const date = new Date(2026, 10, 22, 9, 41, 7, 5);
	expect(toNaiveLocal(date)).toBe('2026-11-22T09:41:07.005000');
});
