import {expect, test} from 'vitest';
import {dayPresets, presetDays} from '../../source/domain/day-preset.js';

test.each([
	['7-days', '2026-03-03', '2026-02-25', '9999-12-31'],
	['30-days', '2026-01-05', '2025-12-07', '9999-12-31'],
	['this-month', '2024-02-29', '2024-02-01', '9999-12-31'],
	['this-year', '2026-11-22', '2026-01-01', '9999-12-31'],
	['last-year', '2026-11-22', '2025-01-01', '2025-12-31'],
] as const)('%s seen from %s go from %s to %s', (preset, today, from, to) => {
	expect(presetDays(preset, today)).toEqual({from, to});
});

test('has a span for every name', () => {
	for (const preset of dayPresets) {
		const {from, to} = presetDays(preset, '2026-11-22');
		expect(from < to).toBe(true);
	}
});
