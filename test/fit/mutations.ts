import {buildActivity} from './build-activity.js';
import {crc16, createFitWriter, fitPart} from './build-fit.js';

/** A valid activity with pauses; every mutation starts from it. */
export const base = buildActivity({seconds: 90, pauses: [20, 50]});

const records = base.subarray(14, -2);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const changed = (change: (bytes: Uint8Array) => unknown): Uint8Array => {
	const bytes = base.slice();
	change(bytes);
	return bytes;
};

const withEnd = (...more: Uint8Array[]): Uint8Array =>
	Uint8Array.from([base, ...more].flatMap((bytes) => [...bytes]));

export type Mutation = {
	readonly title: string;
	readonly bytes: Uint8Array;
	/** `true` for a whole file, else the reason for refusing it. */
	readonly verdict: true | string;
	/** Where gpsbabel is known to accept what we refuse. */
	readonly passesGpsbabel?: true;
};

/** The rows of the table in activity-files.md 1.2, and what our own checker must say. */
export const mutations: readonly Mutation[] = [
	{title: 'the valid file', bytes: base, verdict: true},
	{title: 'a 12-byte header', bytes: fitPart(records, {headerSize: 12}), verdict: true},
	{title: 'a header checksum of 0', bytes: fitPart(records, {headerCrc: 0}), verdict: true},
	{
		title: 'one bit flipped in the data',
		bytes: changed((bytes) => {
			bytes[base.length - 40]! ^= 0x10;
		}),
		verdict: 'checksum does not match',
	},
	{
		title: 'a wrong file checksum',
		bytes: fitPart(records, {crc: crc16(base.subarray(0, -2)) ^ 0x0100}),
		verdict: 'checksum does not match',
	},
	{
		title: 'a file checksum of 0',
		bytes: fitPart(records, {crc: 0}),
		verdict: 'checksum does not match',
	},
	{
		title: 'a wrong header checksum',
		bytes: fitPart(records, {headerCrc: crc16(base.subarray(0, 12)) ^ 0x0001}),
		verdict: 'header checksum does not match',
	},
	{
		title: 'the last byte missing',
		bytes: base.subarray(0, -1),
		verdict: `ends early: ${base.length - 1} of ${base.length} bytes`,
	},
	{
		title: 'half the file',
		bytes: base.subarray(0, base.length / 2),
		verdict: `ends early: ${Math.floor(base.length / 2)} of ${base.length} bytes`,
	},
	{
		title: '7 garbage bytes appended',
		bytes: withEnd(Uint8Array.of(1, 2, 3, 4, 5, 6, 7)),
		verdict: 'bytes after the end',
	},
	{
		title: '7 bytes appended that begin like a header',
		bytes: withEnd(base.subarray(0, 7)),
		verdict: 'bytes after the end',
	},
	{
		title: 'a data size of 0 over data',
		bytes: changed((bytes) => bytes.fill(0, 4, 8)),
		verdict: 'holds no data',
	},
	{
		title: 'a header, no data and right checksums',
		bytes: fitPart([]),
		verdict: 'holds no data',
		passesGpsbabel: true,
	},
	{
		title: 'a bad signature',
		bytes: changed((bytes) => bytes.set(bytesOf('.FAT'), 8)),
		verdict: 'not a FIT file',
	},
	{
		title: 'a web page',
		bytes: bytesOf('<!DOCTYPE html><html><body>Sign in</body></html>'),
		verdict: 'not a FIT file',
	},
	{
		title: 'a JSON error',
		bytes: bytesOf('{"result":"1019","message":"Access token is invalid"}'),
		verdict: 'not a FIT file',
	},
	{
		title: 'a stub of 10 bytes',
		bytes: base.subarray(0, 10),
		verdict: 'ends early: 10 of 14 bytes',
	},
	{title: 'an empty file', bytes: new Uint8Array(0), verdict: 'no bytes'},
	{
		title: 'a record that has no definition, under right checksums',
		bytes: fitPart([...records, 0x07, 1, 2, 3]),
		verdict: 'a record has no definition',
	},
	{
		title: 'a record that runs past the end of the data, under right checksums',
		bytes: fitPart(
			createFitWriter()
				.define(0, 20, [[253, 'u32']])
				.records.concat(0, 1, 2),
		),
		verdict: 'a record runs past the end of the data',
	},
	{
		title: 'a definition that runs past the end of the data, under right checksums',
		bytes: fitPart([...records, 0x40, 0, 0, 20, 0, 9, 253, 4, 0x86]),
		verdict: 'a record runs past the end of the data',
	},
];

/** Two files in one, each with its own definitions. */
export const chained = withEnd(base);
