import {describe, expect, test} from 'vitest';
import {exportFormats} from '../../source/domain/export-format.js';
import {createInspector} from '../../source/inspect/inspector.js';
import {buildActivity, startUnix} from '../fit/build-activity.js';
import {fc} from '../helpers/fast-check.js';
import {genuineFiles, newGpx} from './genuine.js';
import {inspect} from './inspect.js';

describe.each(genuineFiles)('a genuine $title', ({format, text, startTime}) => {
	test('is accepted, with its start', () => {
		expect(inspect(format, text)).toEqual({ok: true, startTime});
	});

	test('is accepted with a byte order mark and Windows line ends', () => {
		expect(inspect(format, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual({
			ok: true,
			startTime,
		});
	});

	test('is judged alike however its bytes are cut', () => {
		const bytes = Buffer.from(text);
		fc.assert(
			fc.property(fc.array(fc.nat(bytes.length), {maxLength: 20}), (cuts) => {
				expect(inspect(format, bytes, cuts)).toEqual({ok: true, startTime});
			}),
		);
		expect(inspect(format, bytes, Array.from(bytes.keys()))).toEqual({ok: true, startTime});
	});

	test('is refused as any other format', () => {
		for (const other of exportFormats) {
			expect(inspect(other, text).ok, other).toBe(other === format);
		}
	});

	test('is refused with a NUL byte or bytes that are not UTF-8 in it', () => {
		const middle = text.length >> 1;
		const withMiddle = (...bytes: number[]) =>
			Buffer.concat([
				Buffer.from(text.slice(0, middle)),
				Buffer.from(bytes),
				Buffer.from(text.slice(middle)),
			]);
		expect(inspect(format, withMiddle(0))).toEqual({ok: false, reason: 'NUL bytes in the text'});
		expect(inspect(format, withMiddle(0xc3, 0x28))).toEqual({
			ok: false,
			reason: 'bytes that are not UTF-8 text',
		});
	});
});

describe('FIT', () => {
	const bytes = buildActivity({seconds: 30});

	test('is accepted, with its start', () => {
		expect(inspect('fit', bytes)).toMatchObject({ok: true, startTime: startUnix});
	});

	test('is refused with the reason of the FIT check', () => {
		expect(inspect('fit', bytes.subarray(0, 100))).toEqual({
			ok: false,
			reason: `ends early: 100 of ${bytes.length} bytes`,
		});
	});
});

test('a file cut inside a character says so', () => {
	const bytes = Buffer.from(newGpx);
	const inside = bytes.indexOf('晨') + 1;
	expect(inspect('gpx', bytes.subarray(0, inside))).toEqual({
		ok: false,
		reason: 'ends inside a character',
	});
});

test('random bytes are never a file of any format', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...exportFormats),
			fc.uint8Array({maxLength: 300}),
			(format, bytes) => {
				const verdict = inspect(format, bytes);
				expect(verdict.ok && format !== 'csv').toBe(false);
			},
		),
	);
});

describe('characters of several bytes', () => {
	const bytes = Buffer.from('<gpx><name>晨</name></gpx>');
	const at = bytes.indexOf('晨');
	const take = (...pieces: readonly Uint8Array[]) => {
		const inspector = createInspector('gpx');
		for (const piece of pieces) {
			inspector.write(piece);
		}

		return inspector.end();
	};

	test.each([1, 2])('are read though they come in two pieces, and nothing between: %d', (first) => {
		const pieces = [bytes.subarray(0, at + first), Buffer.alloc(0), bytes.subarray(at + first)];
		expect(take(...pieces)).toMatchObject({ok: true});
	});

	test('are refused where plain letters follow their beginning', () => {
		const pieces = [bytes.subarray(0, at + 1), Buffer.alloc(0), bytes.subarray(at + 3)];
		expect(take(...pieces)).toEqual({ok: false, reason: 'bytes that are not UTF-8 text'});
	});

	test('are refused where one begins in its middle, behind a plain piece', () => {
		const pieces = [bytes.subarray(0, at), bytes.subarray(at + 1)];
		expect(take(...pieces)).toEqual({ok: false, reason: 'bytes that are not UTF-8 text'});
	});

	test('of a byte order mark are none at the beginning', () => {
		const mark = Buffer.from('\uFEFF');
		expect(take(mark, bytes)).toMatchObject({ok: true});
		expect(take(mark.subarray(0, 1), mark.subarray(1), bytes)).toMatchObject({ok: true});
	});
});
