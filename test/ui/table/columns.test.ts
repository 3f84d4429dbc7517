import {expect, test} from 'vitest';
import {columnsFor, gutterWidth} from '../../../source/ui/table/columns.js';
import {makeActivity} from '../activities.js';

const keys = (width: number) => columnsFor(width).map(({key}) => key);

test.each([
	[60, 'date name distance'],
	[70, 'date name distance time'],
	[80, 'date name sport distance time heart rate load'],
	[100, 'date name sport distance time pace ascent heart rate load'],
	[120, 'date start name sport distance time pace ascent heart rate load'],
	[200, 'date start name sport distance time pace ascent heart rate load energy device'],
])('shows at %i columns: %s', (width, shown) => {
	expect(keys(width).join(' ')).toBe(shown);
});

test('fit every width from 60 to 300, with room for a name', () => {
	for (let width = 60; width <= 300; width += 1) {
		const columns = columnsFor(width);
		const taken = columns.reduce((sum, column) => sum + column.gap + column.width, gutterWidth);
		expect(taken).toBeLessThan(width);
		expect(columns.find(({key}) => key === 'name')?.width).toBeGreaterThanOrEqual(18);
	}
});

test('are the same array for the same width', () => {
	expect(columnsFor(97)).toBe(columnsFor(97));
});

test('leave a missing value empty', () => {
	const bare = makeActivity({
		startTime: undefined,
		workoutSeconds: undefined,
		distanceMeters: undefined,
		ascentMeters: undefined,
		averageHeartRate: undefined,
		trainingLoad: undefined,
		kilocalories: undefined,
		device: undefined,
		sportType: 4242,
	});
	expect(columnsFor(200).map(({text}) => text(bare, undefined))).toEqual([
		'2026-11-18',
		'',
		'Morning run',
		'Sport 4242',
		...Array(8).fill(''),
	]);
});
