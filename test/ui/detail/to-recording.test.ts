import {expect, test} from 'vitest';
import {finish} from '../../../source/domain/steps.js';
import {keepRecording, type Recordings} from '../../../source/ui/detail/recording.js';
import {toRecording} from '../../../source/ui/detail/to-recording.js';
import {makeFit} from '../fit-activities.js';

test('reduces ten hours to what is drawn of them', () => {
	const {overTime, overDistance, route, laps, ...rest} = finish(
		toRecording(makeFit({count: 36_000})),
	);
	const {heartRate, altitude, length} = overTime;
	expect(heartRate).toMatchObject({minimum: 100, maximum: 159});
	expect(heartRate?.values).toHaveLength(512);
	expect(altitude?.maximum).toBeCloseTo(700);
	expect(route?.lines[0]?.length).toBeLessThan(8000);
	expect(laps).toHaveLength(2);
	expect(laps[0]).toEqual({meters: 5000, seconds: 1800, ascentMeters: 10, averageHeartRate: 121});
	expect(length).toBe(35_999);
	expect(overDistance).toMatchObject({length: 107_997, altitude: {minimum: 600}});
	expect(overDistance?.heartRate?.values).toHaveLength(512);
	expect(rest).toEqual({isComplete: true, descentMeters: 101, maximumHeartRate: 159});
});

test('knows neither route nor heights of what was recorded indoors', () => {
	const {route, overTime} = finish(toRecording(makeFit({isIndoor: true})));
	const {altitude, heartRate} = overTime;
	expect([route, altitude]).toEqual([undefined, undefined]);
	expect(heartRate).toBeDefined();
});

test('takes a file without a single sample', () => {
	expect(finish(toRecording(makeFit({count: 0})))).toMatchObject({
		overTime: {length: 0, heartRate: undefined},
		overDistance: undefined,
		route: undefined,
	});
});

test('keeps the recordings read last, and not one more', () => {
	let kept: Recordings = new Map();
	for (let id = 1; id <= 40; id += 1) {
		kept = keepRecording(kept, String(id), {kind: 'gone'});
	}

	expect([...kept.keys()]).toEqual(Array.from({length: 16}, (_, index) => String(25 + index)));
	expect([...keepRecording(kept, '30', {kind: 'gone'}).keys()].at(-1)).toBe('30');
	expect(keepRecording(kept, '30', {kind: 'gone'}).size).toBe(16);
});
