import {describe, expect, test} from 'vitest';
import {decodeFit} from '../../source/fit/decode-fit.js';
import {buildActivity, startFit, startUnix} from './build-activity.js';
import {createFitWriter, fitPart} from './build-fit.js';
import {chained} from './mutations.js';

const activity = (options?: Parameters<typeof buildActivity>[0]) =>
	decodeFit(buildActivity(options));

const missing = Number.NaN;

describe.each([{bigEndian: false}, {bigEndian: true}])(
	'an activity, big endian: $bigEndian',
	(order) => {
		const {records, laps, sessions, ...rest} = activity({seconds: 90, pauses: [20, 50], ...order});

		test('gives its samples as columns', () => {
			expect(records.count).toBe(90);
			const row = (index: number) =>
				Object.entries(records).flatMap(([name, column]) =>
					typeof column === 'number' ? [] : [[name, column[index]]],
				);
			expect(Object.fromEntries(row(30))).toEqual({
				time: startUnix + 90,
				latitude: expect.closeTo(48.1003, 6),
				longitude: expect.closeTo(-11.5003, 6),
				altitude: 430,
				distance: 90,
				speed: 3.03,
				heartRate: 150,
				cadence: 85,
				power: 230,
				temperature: missing,
			});
		});

		test('gives missing samples as NaN', () => {
			expect(records.latitude[0]).toBeNaN();
			expect(records.longitude[0]).toBeNaN();
			expect([...records.heartRate.subarray(3, 7)]).toEqual([missing, missing, 125, 126]);
		});

		test('gives the pauses, the last stop being none', () => {
			expect(rest.pauses).toEqual([
				{from: startUnix + 20, to: startUnix + 80},
				{from: startUnix + 110, to: startUnix + 170},
			]);
		});

		test('gives its totals', () => {
			expect(sessions).toEqual([
				{
					startTime: startUnix,
					endTime: startUnix + 209,
					elapsedSeconds: 209,
					timerSeconds: 89,
					distanceMeters: 267,
					ascentMeters: 12,
					descentMeters: undefined,
					kilocalories: 42,
					sport: 1,
					subSport: 3,
					averageSpeed: 3.1,
					maximumSpeed: undefined,
					averageHeartRate: 131,
					maximumHeartRate: 159,
					averageCadence: undefined,
					maximumCadence: undefined,
					averagePower: undefined,
					maximumPower: undefined,
				},
			]);
			expect(laps).toHaveLength(1);
			expect(laps[0]).toMatchObject({
				startTime: startUnix,
				endTime: startUnix + 209,
				sport: 1,
				averageHeartRate: undefined,
			});
		});

		test('gives where it comes from', () => {
			expect(rest).toMatchObject({
				complete: true,
				device: {manufacturer: 294, product: 804, productName: 'COROS PACE 3'},
				utcOffsetSeconds: 3600,
				createdAt: startUnix + 209 + 120,
			});
		});
	},
);

test('chained parts follow one another', () => {
	const {records, sessions, complete} = decodeFit(chained);
	expect([records.count, sessions.length, complete]).toEqual([180, 2, true]);
});

test('an impossible UTC offset is none', () => {
	const writer = createFitWriter().message(34, [
		[253, 'u32', startFit],
		[5, 'u32', startFit + 86_400],
	]);
	expect(decodeFit(writer.finish()).utcOffsetSeconds).toBeUndefined();
});

test('two stops in a row begin one pause', () => {
	const writer = createFitWriter();
	const events = [
		[0, 0, 0],
		[10, 0, 4],
		[12, 0, 1],
		[15, 42, 0],
		[20, 0, 0],
		[30, 0, 0],
	] as const;
	for (const [after, event, type] of events) {
		writer.message(21, [
			[253, 'u32', startFit + after],
			[0, 'enum', event],
			[1, 'enum', type],
		]);
	}

	expect(decodeFit(writer.finish()).pauses).toEqual([{from: startUnix + 10, to: startUnix + 20}]);
});

describe('a damaged file', () => {
	const bytes = buildActivity({seconds: 90});

	test('gives what comes before the cut', () => {
		const {complete, records, sessions} = decodeFit(bytes.subarray(0, bytes.length / 2));
		expect(complete).toBe(false);
		expect(records.count).toBeGreaterThan(30);
		expect(records.count).toBeLessThan(60);
		expect(sessions).toEqual([]);
	});

	test('gives everything under wrong checksums', () => {
		const wrong = fitPart(bytes.subarray(14, -2), {headerCrc: 1, crc: 1});
		expect(decodeFit(wrong)).toEqual({...decodeFit(bytes), complete: false});
	});

	test('gives nothing where nothing can be read', () => {
		expect(decodeFit(new Uint8Array(0))).toMatchObject({
			complete: false,
			records: {count: 0},
			device: {manufacturer: undefined},
		});
	});
});
