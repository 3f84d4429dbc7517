import {describe, expect, test} from 'vitest';
import {checkFit, createFitCheck} from '../../source/fit/check-fit.js';
import {decodeFit} from '../../source/fit/decode-fit.js';
import {fc} from '../helpers/fast-check.js';
import {buildActivity} from './build-activity.js';
import {fitPart} from './build-fit.js';
import {base, chained, mutations} from './mutations.js';

const small = buildActivity({seconds: 3, pauses: [1]});
const records = small.subarray(14, -2);

const headers = [
	{title: 'a header checksum', bytes: small},
	{title: 'a header checksum of 0', bytes: fitPart(records, {headerCrc: 0})},
	{title: 'a 12-byte header', bytes: fitPart(records, {headerSize: 12})},
];

describe.each(headers)('a file with $title', ({bytes}) => {
	test('is refused when cut at any length', () => {
		const accepted = Array.from(bytes.keys()).filter(
			(length) => checkFit(bytes.subarray(0, length)).ok,
		);
		expect(accepted).toEqual([]);
		expect(checkFit(bytes).ok).toBe(true);
	});

	test('is refused when any one bit is flipped', () => {
		const accepted: number[] = [];
		for (let bit = 0; bit < bytes.length * 8; bit += 1) {
			const flipped = bytes.slice();
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			if (checkFit(flipped).ok) accepted.push(bit);
		}

		expect(accepted).toEqual([]);
	});
});

const cuts = fc.array(fc.nat(base.length * 2), {maxLength: 12});

const writeInPieces = (bytes: Uint8Array, at: readonly number[]) => {
	const check = createFitCheck();
	const edges = [0, ...at.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
	for (const [index, edge] of edges.entries()) {
		if (index > 0) check.write(bytes.subarray(edges[index - 1], edge));
	}

	return check.end();
};

test('gives the same verdict however the bytes are cut', () => {
	const files = [...mutations.map(({bytes}) => bytes), chained];
	fc.assert(
		fc.property(fc.constantFrom(...files), cuts, (bytes, at) => {
			expect(writeInPieces(bytes, at)).toEqual(checkFit(bytes));
		}),
		{numRuns: 500},
	);
	for (const bytes of files) {
		expect(writeInPieces(bytes, Array.from(bytes.keys()))).toEqual(checkFit(bytes));
	}
});

/** Both readers must come to an end and give an answer, which agrees. */
const survives = (bytes: Uint8Array) => {
	const activity = decodeFit(bytes);
	expect(activity.complete).toBe(checkFit(bytes).ok);
	expect(activity.records.time).toHaveLength(activity.records.count);
};

test('survives any bytes', () => {
	fc.assert(fc.property(fc.uint8Array({maxLength: 400}), survives), {numRuns: 500});
});

test('survives any records under right checksums', () => {
	const part = fc.uint8Array({minLength: 1, maxLength: 400}).map((bytes) => fitPart(bytes));
	fc.assert(fc.property(part, survives), {numRuns: 500});
});

test('survives any change of a valid file under right checksums', () => {
	const change = fc.tuple(fc.nat(records.length - 1), fc.nat(255));
	const part = fc.array(change, {minLength: 1, maxLength: 6}).map((changes) => {
		const changed = records.slice();
		for (const [at, value] of changes) changed[at] = value;
		return fitPart(changed);
	});
	fc.assert(fc.property(part, survives), {numRuns: 2000});
});
