import {expect, test} from 'vitest';
import type {ArchiveEntry} from '../../../source/disk/archive-entry.js';
import {clampExtra, columnsFor, gutterWidth} from '../../../source/ui/table/columns.js';
import {makeActivity, makeBareActivity} from '../activities.js';

const keys = (width: number) => columnsFor(width).map(({key}) => key);

test.each([
	[60, 'date name distance'],
	[70, 'date name distance time'],
	[80, 'date name sport distance time heart rate load'],
	[100, 'date name sport distance time pace ascent heart rate load'],
	[120, 'date name sport distance time pace ascent heart rate load'],
	[130, 'date start name sport distance time pace ascent heart rate load energy device formats'],
	[200, 'date start name sport distance time pace ascent heart rate load energy device formats'],
])('shows at %i columns: %s', (width, shown) => {
	expect(keys(width).join(' ')).toBe(shown);
});

test('fit every width from 60 to 300, with room for a name', () => {
	for (let width = 60; width <= 300; width += 1) {
		const columns = columnsFor(width);
		const taken = columns.reduce((sum, column) => sum + column.gap + column.width, gutterWidth);
		expect(taken).toBeLessThan(width);
		expect(columns.find(({key}) => key === 'name')?.width).toBeGreaterThanOrEqual(16);
	}
});

test('are the same array for the same width', () => {
	expect(columnsFor(97)).toBe(columnsFor(97));
});

test('leave a missing value empty', () => {
	const bare = makeBareActivity({sportType: 4242});
	expect(columnsFor(200).map(({text}) => text(bare, undefined))).toEqual([
		'2026-11-18',
		'',
		'Morning run',
		'Sport 4242',
		...Array(8).fill(''),
		'.....',
	]);
});

test('can be more and fewer than usual, but always leave room for a name', () => {
	const more = columnsFor(80, 'metric', 3);
	expect(more.length).toBeGreaterThan(columnsFor(80).length);
	expect(columnsFor(80, 'metric', -3)).toHaveLength(columnsFor(80).length - 3);
	expect(columnsFor(80, 'metric', -20).map(({key}) => key)).toHaveLength(2);
	for (let width = 60; width <= 200; width += 7) {
		for (let extra = -15; extra <= 15; extra += 1) {
			const columns = columnsFor(width, 'metric', extra);
			const taken = columns.reduce((sum, {gap, width}) => sum + gap + width, gutterWidth);
			expect(taken).toBeLessThan(width);
		}
	}
});

test('count the wish for more only as far as it is met', () => {
	expect(clampExtra(200, 99)).toBe(0);
	expect(clampExtra(80, -99)).toBe(2 - columnsFor(80).length);
});

test('say distance, height and pace in the units asked for', () => {
	const said = (units: 'metric' | 'imperial', sportType: number) => {
		const columns = columnsFor(200, units);
		const activity = makeActivity({sportType, distanceMeters: 16_093.44, ascentMeters: 304.8});
		return ['distance', 'pace', 'ascent'].map((key) =>
			columns.find((column) => column.key === key)?.text(activity, undefined),
		);
	};
	expect(said('metric', 100)).toEqual(['16.09', '3:44 /km', '305']);
	expect(said('imperial', 100)).toEqual(['10.00', '6:00 /mi', '1,000']);
	expect(said('imperial', 200)).toEqual(['10.00', '10.0 mph', '1,000']);
	expect(said('imperial', 300)).toEqual(['10.00', '0:20 /100yd', '1,000']);
	expect(columnsFor(80, 'imperial').map(({title}) => title)).toContain('MI');
});

test('say by a letter, a dot or a dash what is on disk', () => {
	const kinds: Partial<Record<string, 'saved' | 'unavailable' | 'failed'>> = {
		fit: 'saved',
		gpx: 'unavailable',
		csv: 'saved',
		kml: 'failed',
	};
	const entryOf = (_id: string, format: string) => ({kind: kinds[format]}) as ArchiveEntry;
	const column = columnsFor(200).find(({key}) => key === 'formats');
	expect(column?.text(makeActivity(), entryOf)).toBe('F.-.C');
});
