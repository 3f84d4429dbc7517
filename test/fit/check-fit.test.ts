import {describe, expect, test} from 'vitest';
import {checkFit, createFitCheck} from '../../source/fit/check-fit.js';
import {buildActivity, startFit, startUnix} from './build-activity.js';
import {createFitWriter} from './build-fit.js';
import {base, chained, mutations} from './mutations.js';

const whole = {ok: true, parts: 1, records: 90, startTime: startUnix};

test.each(mutations)('judges $title', ({bytes, verdict}) => {
	expect(checkFit(bytes)).toEqual(verdict === true ? whole : {ok: false, reason: verdict});
});

describe('chained parts', () => {
	test('are counted together', () => {
		expect(checkFit(chained)).toEqual({...whole, parts: 2, records: 180});
	});

	test('are whole when cut between the parts, and nowhere else', () => {
		for (let length = base.length; length < chained.length; length += 1) {
			expect(checkFit(chained.subarray(0, length)).ok, `${length}`).toBe(length === base.length);
		}
	});

	test('do not share definitions', () => {
		const first = createFitWriter().define(3, 20, [[253, 'u32']]);
		const second = createFitWriter().data(3, [[253, 'u32', startFit]]);
		expect(checkFit(Uint8Array.from([...first.finish(), ...second.finish()]))).toEqual({
			ok: false,
			reason: 'a record has no definition',
		});
	});
});

describe('layouts', () => {
	test('of a big-endian device are read', () => {
		expect(checkFit(buildActivity({seconds: 90, pauses: [20, 50], bigEndian: true}))).toEqual(
			whole,
		);
	});

	test('with developer fields are read', () => {
		const writer = createFitWriter()
			.define(
				0,
				20,
				[[253, 'u32']],
				[
					[16, 4],
					[8, 2],
				],
			)
			.data(0, [[253, 'u32', startFit]], [1, 2, 3, 4, 5, 6])
			.data(0, [[253, 'u32', startFit + 1]], [0x40, 0x40, 0x40, 0x40, 0x40, 0x40]);
		expect(checkFit(writer.finish())).toEqual({...whole, records: 2});
	});

	test('with compressed timestamps are read', () => {
		const writer = createFitWriter()
			.define(0, 21, [[253, 'u32']])
			.data(0, [[253, 'u32', startFit]])
			.define(1, 20, [[3, 'u8']])
			.data(0xa0 | ((startFit + 1) % 32), [[3, 'u8', 90]]);
		expect(checkFit(writer.finish())).toEqual({...whole, records: 1, startTime: startUnix + 1});
	});

	test('without any message that counts are whole', () => {
		const writer = createFitWriter().message(0, [[0, 'enum', 4]]);
		expect(checkFit(writer.finish())).toEqual({...whole, records: 0, startTime: undefined});
	});
});

describe('the start time', () => {
	const recordsAt = (...times: number[]) => {
		const writer = createFitWriter();
		for (const time of times) writer.message(20, [[253, 'u32', time]]);
		return writer;
	};

	test('is the session’s, though the records begin later', () => {
		const writer = recordsAt(startFit + 5).message(18, [[2, 'u32', startFit]]);
		expect(checkFit(writer.finish())).toMatchObject({startTime: startUnix});
	});

	test('is the first record’s where the session has none', () => {
		const writer = recordsAt(startFit + 5, startFit + 6).message(18, [[2, 'u32', 0xffff_ffff]]);
		expect(checkFit(writer.finish())).toMatchObject({startTime: startUnix + 5});
	});

	test('is not a time counted from when the watch was switched on', () => {
		const writer = recordsAt(12_345, startFit).message(18, [[2, 'u32', 77]]);
		expect(checkFit(writer.finish())).toMatchObject({startTime: startUnix});
	});
});

describe('a stream', () => {
	test('may reuse the buffer that it wrote from', () => {
		const check = createFitCheck();
		const buffer = Buffer.alloc(11);
		for (let at = 0; at < base.length; at += buffer.length) {
			const size = Buffer.from(base).copy(buffer, 0, at);
			check.write(buffer.subarray(0, size));
			buffer.fill(0xaa);
		}

		expect(check.end()).toEqual(whole);
	});

	test('that has failed stays failed', () => {
		const check = createFitCheck();
		check.write(base.subarray(1));
		check.write(base);
		expect(check.end()).toEqual({ok: false, reason: 'not a FIT file'});
		expect(check.end()).toEqual({ok: false, reason: 'not a FIT file'});
	});

	test('reads only its own part of a larger buffer', () => {
		const around = new Uint8Array(base.length + 100).fill(0x55);
		around.set(base, 50);
		expect(checkFit(around.subarray(50, 50 + base.length))).toEqual(whole);
	});
});
