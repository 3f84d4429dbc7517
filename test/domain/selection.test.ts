import {describe, expect, test} from 'vitest';
import type {Activity} from '../../source/domain/activity.js';
import {isEverything, type Selection, selectActivities} from '../../source/domain/selection.js';

const activity = (id: string, day: string, name: string, sportType: number): Activity => ({
	id,
	day,
	name,
	sportType,
	startTime: undefined,
	endTime: undefined,
	utcOffsetMinutes: 0,
	workoutSeconds: undefined,
	totalSeconds: undefined,
	distanceMeters: undefined,
	ascentMeters: undefined,
	averageHeartRate: undefined,
	trainingLoad: undefined,
	kilocalories: undefined,
	device: undefined,
	raw: {},
});

const all = [
	activity('1', '2026-05-03', 'Café loop', 100),
	activity('2', '2026-05-02', 'Sentiero dei Fiori', 102),
	activity('3', '2026-05-01', '', 1234),
	activity('4', '2025-12-31', 'München → Starnberg', 200),
];

describe('a selection', () => {
	const rows: Array<[Selection, string]> = [
		[{}, '1234'],
		[{from: '2026-05-02'}, '12'],
		[{to: '2026-05-01'}, '34'],
		[{from: '2026-05-01', to: '2026-05-02'}, '23'],
		[{search: 'CAFE'}, '1'],
		[{search: 'munchen starnberg'}, '4'],
		[{search: 'trail'}, '2'],
		[{search: 'sport 1234'}, '3'],
		[{sports: ['run']}, '12'],
		[{sports: ['trail-run']}, '2'],
		[{sports: ['Trail Run', '200']}, '24'],
		[{sports: ['sport-1234']}, '3'],
		[{limit: 2}, '12'],
		[{limit: 0}, ''],
		[{ids: new Set(['4', '2'])}, '24'],
	];
	test.each(rows)('%j selects %s', (selection, ids) => {
		expect(
			selectActivities(all, selection)
				.map(({id}) => id)
				.join(''),
		).toBe(ids);
	});

	test('knows when it leaves nothing out', () => {
		expect(isEverything({})).toBe(true);
		expect(isEverything({search: ' '})).toBe(true);
		expect(isEverything({limit: 0})).toBe(false);
	});
});
