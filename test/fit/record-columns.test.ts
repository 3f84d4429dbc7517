import {describe, expect, test} from 'vitest';
import {decodeFit} from '../../source/fit/decode-fit.js';
import {startFit, startUnix} from './build-activity.js';
import {createFitWriter} from './build-fit.js';

const missing = Number.NaN;

/** The records of one message with these fields, after a clock that starts at `startFit`. */
const recordOf = (...fields: Parameters<ReturnType<typeof createFitWriter>['message']>[1]) =>
	decodeFit(
		createFitWriter()
			.message(20, [[253, 'u32', startFit], ...fields])
			.finish(),
	).records;

describe('a sample', () => {
	test('prefers the enhanced altitude and speed, in any order of fields', () => {
		const before = recordOf(
			[78, 'u32', 3000],
			[2, 'u16', 2500],
			[73, 'u32', 4321],
			[6, 'u16', 4000],
		);
		expect([before.altitude[0], before.speed[0]]).toEqual([100, 4.321]);
		const after = recordOf(
			[2, 'u16', 2500],
			[78, 'u32', 3000],
			[6, 'u16', 4000],
			[73, 'u32', 4321],
		);
		expect([after.altitude[0], after.speed[0]]).toEqual([100, 4.321]);
	});

	test('falls back to the plain ones where the enhanced are invalid', () => {
		const {altitude, speed} = recordOf(
			[2, 'u16', 2500],
			[78, 'u32', 0xffff_ffff],
			[6, 'u16', 4000],
			[73, 'u32', 0xffff_ffff],
		);
		expect([altitude[0], speed[0]]).toEqual([0, 4]);
	});

	test.each([
		['beyond the pole', 0x4200_0000, 0],
		['with an invalid latitude', 0x7fff_ffff, 5],
		['with an invalid longitude', 5, 0x7fff_ffff],
	])('has no position %s', (_, latitude, longitude) => {
		const records = recordOf([0, 's32', latitude], [1, 's32', longitude]);
		expect([records.latitude[0], records.longitude[0]]).toEqual([missing, missing]);
	});

	test('has no position with only one coordinate', () => {
		expect(recordOf([0, 's32', 5]).latitude[0]).toBeNaN();
	});

	test.each([
		[0, missing],
		[1, 1],
		[254, 254],
		[255, missing],
	])('of heart rate %d reads %d', (written, read) => {
		expect(recordOf([3, 'u8', written]).heartRate[0]).toBe(read);
	});

	test('keeps a cadence and a power of 0, and drops invalid ones', () => {
		const still = recordOf([4, 'u8', 0], [7, 'u16', 0], [13, 's8', -5]);
		expect([still.cadence[0], still.power[0], still.temperature[0]]).toEqual([0, 0, -5]);
		const none = recordOf([4, 'u8', 255], [7, 'u16', 0xffff], [13, 's8', 0x7f]);
		expect([none.cadence[0], none.power[0], none.temperature[0]]).toEqual([
			missing,
			missing,
			missing,
		]);
	});

	test('is read past developer fields and fields of an odd size', () => {
		const fields = [
			[253, 'u32'],
			[29, 'clippedU32'],
			[3, 'u8'],
		] as const;
		const writer = createFitWriter().define(0, 20, fields, [[16, 4]]);
		for (const rate of [101, 102]) {
			const values = [
				[253, 'u32', startFit],
				[29, 'clippedU32', 9],
				[3, 'u8', rate],
			] as const;
			writer.data(0, values, [1, 2, 3, 4]);
		}

		expect([...decodeFit(writer.finish()).records.heartRate]).toEqual([101, 102]);
	});
});

test('a field declared smaller than its type is missing, even at the very end of the bytes', () => {
	const part = createFitWriter()
		.message(20, [
			[253, 'u32', startFit],
			[5, 'clippedU32', 9],
		])
		.finish();
	// Without its checksum: nothing is left behind the byte that could be read in its place.
	for (const bytes of [part, part.slice(0, -2)]) {
		expect(Array.from(decodeFit(bytes).records.distance)).toEqual([missing]);
	}
});

test('an invalid timestamp is missing and does not set the clock', () => {
	const low = (startFit + 3) % 32;
	const writer = createFitWriter()
		.define(0, 20, [[253, 'u32']])
		.define(1, 20, [[3, 'u8']])
		.data(0, [[253, 'u32', startFit]])
		.data(0, [[253, 'u32', 0xffff_ffff]])
		.data(0xa0 | low, [[3, 'u8', 99]]);
	expect(Array.from(decodeFit(writer.finish()).records.time)).toEqual([
		startUnix,
		missing,
		startUnix + 3,
	]);
});

test('compressed timestamps roll over every 32 seconds', () => {
	const clock = startFit - (startFit % 32) + 30;
	const writer = createFitWriter()
		.define(0, 20, [[253, 'u32']])
		.define(2, 20, [[3, 'u8']])
		.data(0, [[253, 'u32', clock]]);
	for (const second of [31, 0, 1, 1, 0]) writer.data(0x80 | (2 << 5) | second, [[3, 'u8', 99]]);
	const {time} = decodeFit(writer.finish()).records;
	expect(Array.from(time, (at) => at - (startUnix - startFit) - clock)).toEqual([
		0, 1, 2, 3, 3, 34,
	]);
});

test('compressed timestamps mean nothing before the first full one', () => {
	const writer = createFitWriter()
		.define(1, 20, [[3, 'u8']])
		.data(0xa5, [[3, 'u8', 99]]);
	expect(decodeFit(writer.finish()).records.time[0]).toBeNaN();
});
