import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import type {ArchiveEntries, ArchiveEntry, FormatEntries} from '../../source/disk/archive-entry.js';
import {isJsonObject, type Json} from '../../source/disk/json-document.js';
import {
	type ArchiveState,
	isWholeState,
	readStateDocument,
} from '../../source/disk/state-document.js';
import {startFingerprint} from '../../source/disk/state-fingerprint.js';
import {toStateText} from '../../source/disk/state-pieces.js';
import {readStateInPieces} from '../../source/disk/state-reader.js';
import {exportFormats} from '../../source/domain/export-format.js';
import {fc} from '../helpers/fast-check.js';
import {suiteFolder} from '../helpers/temporary-folder.js';

vi.setConfig({testTimeout: 300_000});

const isEverything = process.env.CRASH === 'all';
const numRuns = isEverything ? 5000 : 300;
const seed = 20_261_122;
const at = '2026-01-01T00:00:00.000Z';
const folder = suiteFolder();

/** The ordinary way, for all that is no state of our own layout. */
const readWhole = (content: Buffer): ArchiveState | undefined => {
	const text = content.toString();
	try {
		const document: unknown = JSON.parse(text);
		return isJsonObject(document) && isWholeState(document, text)
			? readStateDocument(document)
			: undefined;
	} catch {
		return undefined;
	}
};

const readPieces = (content: string | Buffer, readBytes?: number) => {
	const file = path.join(folder(), 'state.json');
	writeFileSync(file, content);
	return readStateInPieces(file, readBytes === undefined ? {} : {readBytes});
};

/** In this order, too. */
const plain = (state: ArchiveState | undefined) =>
	state && {
		...state,
		entries: [...state.entries],
		claimed: [...(state.claimed ?? [])],
		unlisted: [...state.unlisted],
		metadataPrints: [...state.metadataPrints],
	};

/** What is read in pieces is what is read whole; returns whether it was read in pieces. */
const expectSame = async (content: string | Buffer, readBytes?: number): Promise<boolean> => {
	const inPieces = await readPieces(content, readBytes);
	if (inPieces) {
		expect(plain(inPieces)).toEqual(plain(readWhole(Buffer.from(content))));
	}

	return inPieces !== undefined;
};

const id = fc.integer({min: 0, max: 9999}).map((index) => String(476_018_273_645_000_000 + index));
// What looks like a place to cut, inside of a text.
const text = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.constantFrom(
		'}},"',
		'","',
		'"}',
		'\\',
		'],"coros_tui":{',
		'},"sha256":"',
		'},"activities":{',
		'😀',
	),
);
const entry: fc.Arbitrary<ArchiveEntry> = fc.oneof(
	fc.record({
		kind: fc.constantFrom('saved' as const, 'gone' as const),
		file: text,
		size: fc.nat(),
		sha256: text,
		at: text,
	}),
	fc.record({kind: fc.constant('unavailable' as const), reason: text, at: text}),
	fc.record({
		kind: fc.constant('failed' as const),
		code: fc.constant('bad-file' as const),
		message: text,
		at: text,
		file: text,
	}),
);
const entries: fc.Arbitrary<ArchiveEntries> = fc
	.array(
		fc.tuple(
			id,
			fc
				.array(fc.tuple(fc.constantFrom(...exportFormats), entry))
				.map((formats): FormatEntries => Object.fromEntries(formats)),
		),
	)
	.map((pairs) => new Map(pairs));
const texts = fc.array(fc.tuple(id, text)).map((pairs) => new Map(pairs));
const state: fc.Arbitrary<ArchiveState> = fc.record({
	account: fc.option(fc.record({userId: text, region: text}), {nil: undefined}),
	entries,
	lastSyncedId: fc.option(id, {nil: undefined}),
	unlisted: texts,
	metadataPrints: texts,
	describedList: fc.option(text, {nil: undefined}),
	foreign: fc
		.dictionary(text, fc.jsonValue())
		.filter((one) => !('coros_tui' in one) && !('downloaded_activity_ids' in one)),
});

const write = (one: ArchiveState) => toStateText(one, new Date(at));

const example = write({
	account: {userId: '445823834382155776', region: 'eu'},
	entries: new Map(
		Array.from({length: 4}, (_, index): [string, FormatEntries] => [
			String(476_018_273_645_000_000n + BigInt(index)),
			index === 2
				? {}
				: {
						fit: {kind: 'saved', file: `ü😀${index}}},"`, size: index, sha256: 'ab', at},
						gpx: {kind: 'unavailable', reason: 'none', at},
					},
		]),
	),
	lastSyncedId: undefined,
	unlisted: new Map([['476018273645000003', at]]),
	metadataPrints: new Map([
		['476018273645000000', 'a'],
		['476018273645000003', 'b"}'],
	]),
	describedList: 'list',
	foreign: {theirs: {deep: [1, 'x']}},
});

/** Makes the fingerprint fit again, whatever was done to a document. */
const fingerprint = (content: string): string => {
	const start = content.indexOf(',"activities":', content.lastIndexOf('"coros_tui":{'));
	const end = content.lastIndexOf(',"sha256":"');
	if (start === -1 || end < start) {
		return content;
	}

	let account: unknown;
	try {
		account = (JSON.parse(content) as {coros_tui: Json}).coros_tui.account;
	} catch {
		return content;
	}

	const hash = startFingerprint(account).update(
		content.slice(start + ',"activities":'.length, end),
	);
	return `${content.slice(0, end)},"sha256":"${hash.digest('hex')}"}}\n`;
};

describe('a state that is read in pieces', () => {
	test('is the same as read whole, whatever is in it and wherever it is cut', async () => {
		await fc.assert(
			fc.asyncProperty(state, fc.integer({min: 1, max: 400}), async (one, readBytes) => {
				expect(await expectSame(write(one), readBytes)).toBe(true);
			}),
			{seed, numRuns},
		);
	});

	test('is the same for every length of the pieces', async () => {
		for (let readBytes = 1; readBytes < example.length + 10; readBytes += 1) {
			expect(await expectSame(example, readBytes)).toBe(true);
		}
	});

	test('is left to the ordinary way where it is torn, at every length', async () => {
		for (let length = 0; length < example.length; length += 1) {
			expect(await readPieces(example.slice(0, length), 100)).toBeUndefined();
		}
	});

	test('is read as it is read whole, whatever byte of it is another', async () => {
		const bytes = Buffer.from(example);
		let read = 0;
		for (let index = 0; index < bytes.length; index += 1) {
			const other = Buffer.from(bytes);
			other[index] = bytes[index]! ^ (1 << (index % 8));
			read += (await expectSame(other, 100)) ? 1 : 0;
		}

		expect(read).toBeGreaterThan(0); // What the fingerprint does not cover.
	});

	test('is read as it is read whole, whatever somebody puts into it and signs', async () => {
		const tokens = [
			'{',
			'}',
			'}}',
			'[',
			']',
			',',
			'"',
			':',
			' ',
			'{}',
			'1',
			'null',
			'"coros_tui":{',
			',"coros_tui":{',
			'],"coros_tui":{',
			',"activities":{',
			'"activities":{},',
			',"activities":5',
			'},"activities":{',
			',"metadata":{',
			'"metadata":{},',
			'"downloaded_activity_ids":[],',
			'"x":{"downloaded_activity_ids":[',
			',"sha256":"',
			'"__proto__":1,',
			'"7":{"fit":{"unavailable":"x","at":""}},',
			'"476018273645000000":{"fit":{"unavailable":"x","at":""}},',
			',"476018273645000002":{"fit":{"unavailable":"x","at":""}}',
			'"476018273645000003":5,',
			'"version":2,',
			'\uFEFF',
		];
		const places = [...example.matchAll(/[{}[\],"]/g)].map(({index}) => index);
		const change = fc.record({
			at: fc.constantFrom(0, ...places, ...places.map((index) => index + 1)),
			remove: fc.constantFrom(0, 0, 0, 1, 5),
			put: fc.constantFrom('', ...tokens),
		});
		let read = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(change, {maxLength: 3}), async (changes) => {
				let changed = example;
				for (const {at: index, remove, put} of changes) {
					changed = changed.slice(0, index) + put + changed.slice(index + remove);
				}

				read += (await expectSame(fingerprint(changed), 100)) ? 1 : 0;
			}),
			{seed, numRuns: isEverything ? 20_000 : 6000},
		);
		expect(read).toBeGreaterThan(100);
	});

	test('is read as it is read whole, or left to that, where two readers could differ', async () => {
		const replace = (from: string, to: string) => {
			expect(example).toContain(from);
			return fingerprint(example.replace(from, to));
		};
		const unavailable = '{"fit":{"unavailable":"x","at":""}}';
		const withoutPrints = example.replace(/,"metadata":{.*?(?=,"activities")/, '');
		expect(await readPieces(withoutPrints)).toBeDefined();
		const theirs = '"theirs":{"deep":[1,"x"]}';
		const last = '"476018273645000003":{"fit"';
		for (const content of [
			replace(last, `"476018273645000000":${unavailable},${last}`),
			replace(last, `"476018273645000002":${unavailable},${last}`),
			replace(last, `"476018273645000001":{},${last}`),
			replace(last, `"7":${unavailable},${last}`),
			replace('},"sha256":"', `,"476018273645000002":${unavailable}},"sha256":"`),
			replace('"a"', '5'),
			replace('"476018273645000000":"a"', '"activities":"a"'),
			replace('"476018273645000000":"a"', '"7":"a"'),
			replace(theirs, '"x":{"a":1,"coros_tui":{"activities":{}}}'),
			replace(theirs, '"x":{"downloaded_activity_ids":[],"coros_tui":{"q":1}}'),
			replace(theirs, '"coros_tui":{"version":1}'),
			replace('"version":1', '"activities":{},"version":1'),
			replace('"version":1', '"version":1,"sha256":"x"'),
			replace('"version":1', '"metadata":{},"version":1'),
			fingerprint(
				withoutPrints.replace('"version":1', '"metadata":{"476018273645000000":"z"},"version":1'),
			),
			fingerprint(
				example
					.replace(theirs, '"x":{"a":1,"coros_tui":{"q":1,"activities":{}}}')
					.replace(',"activities":{"476', ',"activities":{ "476'),
			),
			replace('"version":1', '"version":1},"other":{"y":1'),
			replace('"version":1', '"version":2'),
			replace('"downloaded_activity_ids":["', '"downloaded_activity_ids":[5,"'),
			replace('"downloaded_activity_ids":["', '"downloaded_activity_ids":[,"'),
			replace('"],"coros_tui":{', '",],"coros_tui":{'),
			example.replace(',"activities":{', ',"activities":['),
			withoutPrints.replace(',"activities":{', ',"activities":['),
			` ${example}`,
			`\uFEFF${example}`,
			`${example}\n`,
			`${example.slice(0, -1)} `,
		]) {
			for (const readBytes of [7, 100, 10_000]) {
				await expectSame(content, readBytes);
			}
		}

		expect(fingerprint(example)).toBe(example);
	});

	test('is left to the ordinary way where a character of it is none', async () => {
		const bytes = Buffer.from(example.replace('"at":"2026', '"at":"ÿ026'));
		bytes[bytes.indexOf('ÿ')] = 0xff;
		const start = bytes.indexOf(',"activities":') + ',"activities":'.length;
		const end = bytes.lastIndexOf(',"sha256":"');
		const hash = startFingerprint({user_id: '445823834382155776', region: 'eu'});
		const sha256 = hash.update(bytes.subarray(start, end)).digest('hex');
		const signed = Buffer.concat([
			bytes.subarray(0, end),
			Buffer.from(`,"sha256":"${sha256}"}}\n`),
		]);
		expect(readWhole(signed)).toBeUndefined();
		expect(await readPieces(signed)).toBeUndefined();
	});

	test('keeps nobody waiting for all of it', async () => {
		const formats: FormatEntries = {fit: {kind: 'unavailable', reason: 'x'.repeat(1000), at}};
		const ids = Array.from({length: 2000}, (_, index) =>
			String(476_018_273_645_000_000n + BigInt(index)),
		);
		const long = write({
			account: undefined,
			entries: new Map(ids.map((one) => [one, formats])),
			lastSyncedId: undefined,
			unlisted: new Map(),
			metadataPrints: new Map(),
			foreign: {},
		});
		let turns = 0;
		const count = () => {
			turns += 1;
			turn = setImmediate(count);
		};
		let turn = setImmediate(count);
		expect((await readPieces(long))?.entries.size).toBe(2000);
		clearImmediate(turn);
		expect(turns).toBeGreaterThan(long.length / 65_536);
	});

	test('holds eight megabytes at most of what cannot be cut', async () => {
		const long = (length: number) =>
			JSON.stringify({long: 'x'.repeat(length)})
				.slice(1, -1)
				.concat(',"theirs"');
		expect(await expectSame(example.replace('"theirs"', long(7e6)))).toBe(true);
		expect(await readPieces(example.replace('"theirs"', long(9e6)))).toBeUndefined();
	});
});
