import {expect, test} from 'vitest';
import {axisLine, distanceScale, timeScale} from '../../../source/ui/chart/axis-line.js';

test.each<[seconds: number, columns: number, line: string]>([
	[3600, 40, '0         15 min    30 min    45 min'],
	[3605, 60, '0        10 min    20 min    30 min    40 min    50 min'],
	[12 * 60, 40, '0               5 min            10 min'],
	[10 * 3600, 50, '0         2 h       4 h       6 h       8 h'],
	[2 * 3600, 50, '0       20 min  40 min   1 h     1:20 h  1:40 h'],
	[30, 40, '0'],
	[0, 40, '0'],
	[400 * 24 * 3600, 40, '0'],
])('%i seconds over %i cells', (seconds, columns, line) => {
	expect(axisLine(timeScale(seconds), columns)).toBe(line);
});

test.each<[meters: number, units: 'metric' | 'imperial', line: string]>([
	[10_000, 'metric', '0       2 km    4 km    6 km    8 km'],
	[10_000, 'imperial', '0           2 mi         4 mi'],
	[850, 'metric', '0        0.2 km   0.4 km    0.6 km'],
	[161_000, 'metric', '0           50 km       100 km'],
])('%i metres, %s', (meters, units, line) => {
	expect(axisLine(distanceScale(meters, units), 40)).toBe(line);
});

test('is never longer than the chart', () => {
	for (let columns = 1; columns < 120; columns += 1) {
		for (const length of [1, 59, 600, 3601, 7777, 36_000, 360_000]) {
			const line = axisLine(timeScale(length), columns);
			expect(line.length).toBeLessThanOrEqual(columns);
		}
	}
});
