import {
	copyFileSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test, vi} from 'vitest';
import {toActivity} from '../../source/coros/to-activity.js';
import {type Archive, openArchive} from '../../source/disk/archive.js';
import type {ArchiveEntries} from '../../source/disk/archive-entry.js';
import type {Incoming} from '../../source/disk/download-file.js';
import {isWholeState, readStateDocument} from '../../source/disk/state-document.js';
import {toStatePieces} from '../../source/disk/state-pieces.js';
import {fc} from '../helpers/fast-check.js';
import {canLink} from '../helpers/platform.js';
import {smallActivities} from '../helpers/small-activity.js';
import {suiteFolder, temporaryFolder} from '../helpers/temporary-folder.js';

vi.setConfig({testTimeout: 300_000});

const stateName = '.corosexport_state.json';
const formats = ['fit', 'tcx'] as const;
const served = smallActivities(2);
const found = {belongs: () => true, isKnown: true};
const owner = {userId: '445823834382155776', region: 'eu'};

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

/** Fills a folder as a backup does. */
const fill = async (folder: string): Promise<void> => {
	const archive = await openArchive(folder);
	archive.claim(owner);
	for (const one of served) {
		for (const format of formats) {
			const bytes = one.file(format)!;
			const incoming: Incoming = {body: bytesOf(bytes), size: bytes.length, md5: undefined};
			const activity = toActivity(one.item)!;
			const file = await archive.download(activity, incoming, {format, onBytes() {}});
			await file.commit();
		}
	}

	archive.note(served[0]!.id, 'gpx', {kind: 'unavailable', reason: 'none', at: '2026-01-01'});
	await archive.close();
};

const folder = suiteFolder();
let text = '';
beforeAll(async () => {
	await fill(folder());
	text = readFileSync(path.join(folder(), stateName), 'utf8');
});

const write = (content: string | Uint8Array) =>
	writeFileSync(path.join(folder(), stateName), content);

const saved = (archive: Archive) =>
	[...archive.saved()].map(({name, sha256}) => `${name} ${sha256}`).sort();

/** Opens the folder, takes over what is not known, and closes it: the start of every run. */
const reopen = async (): Promise<{
	known: string[];
	adopted: number;
	broken: string | undefined;
}> => {
	const archive = await openArchive(folder());
	try {
		archive.claim(owner);
		for (const file of archive.unchecked) {
			expect(await archive.adopt(file, found)).toEqual({kind: 'adopted'});
		}

		return {
			known: saved(archive),
			adopted: archive.unchecked.length,
			broken: archive.brokenState,
		};
	} finally {
		await archive.close();
	}
};

let whole: string[] = [];
beforeAll(async () => {
	whole = (await reopen()).known;
	expect(whole).toHaveLength(4);
});

/** What is in the folder beyond files, and no more than there ever may be. */
const expectTidy = () => {
	const others = readdirSync(folder()).filter((name) => !name.startsWith('20'));
	expect(others.filter((name) => !name.includes('.broken'))).toEqual([stateName]);
	expect(others.length).toBeLessThanOrEqual(4);
};

/** Whatever the state says, the folder tells the same in the end, and nothing is to be fetched. */
const expectRebuilt = async (content: string | Uint8Array): Promise<void> => {
	write(content);
	// Looking alone changes nothing.
	await openArchive(folder(), {readOnly: true});
	expect(readFileSync(path.join(folder(), stateName))).toEqual(Buffer.from(content));
	expect((await reopen()).known).toEqual(whole);
	expectTidy();
	expect(await reopen()).toEqual({known: whole, adopted: 0, broken: undefined});
};

// One in so many, unless everything is asked for.
const isEverything = process.env.CRASH === 'all';
const stride = isEverything ? 1 : 11;

/** Paths to every value in a JSON document. */
const pathsIn = (value: unknown, at: readonly string[] = []): string[][] =>
	typeof value === 'object' && value !== null
		? [[...at], ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...at, key]))]
		: [[...at]];

const replaceAt = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
	if (key === undefined) {
		return by;
	}

	const copy = (Array.isArray(value) ? [...value] : {...(value as object)}) as Record<
		string,
		unknown
	>;
	copy[key] = replaceAt(copy[key], rest, by);
	return copy;
};

describe('a state file', () => {
	test('is rebuilt from the folder wherever it is torn', async () => {
		for (let length = 0; length < text.length; length += stride) {
			await expectRebuilt(text.slice(0, length));
		}
	});

	test('is rebuilt whatever bit of it flips, and never makes a file look changed', async () => {
		const bytes = Buffer.from(text);
		for (let at = 0; at < bytes.length; at += stride) {
			const flipped = Buffer.from(bytes);
			flipped[at] = flipped[at]! ^ (1 << (at % 8));
			await expectRebuilt(flipped);
		}
	});

	test('is rebuilt whatever value is of another type, with and without its fingerprint', async () => {
		const wrong = [null, true, -1, 1e300, '', 'x', [], ['x'], {}, {saved: []}, {__proto__: null}];
		const document = JSON.parse(text) as {coros_tui: {sha256?: string}};
		const old = structuredClone(document);
		delete old.coros_tui.sha256;
		const all = [document, old].flatMap((one) =>
			pathsIn(one).flatMap((at) => wrong.map((by) => replaceAt(one, at, by))),
		);
		for (let index = 0; index < all.length; index += stride) {
			await openAndClose(all[index]);
		}
	});

	test('may hold anything at all', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (a, b) => {
				await openAndClose({
					...(JSON.parse(text) as object),
					coros_tui: a,
					downloaded_activity_ids: b,
				});
				await openAndClose({coros_tui: {version: 1, account: a, activities: {[served[0]!.id]: b}}});
				await openAndClose(a);
			}),
			{seed: 20_261_122, numRuns: isEverything ? 300 : 30},
		);
	});

	test('is as good in the form that others write it in', async () => {
		const ordered = JSON.parse(text) as {coros_tui: Record<string, unknown>};
		const {sha256, activities, ...ours} = ordered.coros_tui;
		const earlier = {...ordered, coros_tui: {...ours, sha256, activities}};
		for (const content of [
			JSON.stringify(ordered, undefined, 2),
			`${JSON.stringify(ordered)} `,
			`${JSON.stringify(earlier)}\n`,
		]) {
			write(content);
			expect(await reopen()).toEqual({known: whole, adopted: 0, broken: undefined});
		}
	});

	test('is put aside where its activities were changed, in whatever form', async () => {
		const size = /"size":(\d+)/.exec(text)![0];
		const changed = text.replace(size, `${size}1`);
		for (const content of [changed, JSON.stringify(JSON.parse(changed), undefined, 2)]) {
			write(content);
			expect((await reopen()).broken).toBeDefined();
		}
	});

	test('of a later version is put aside, not overwritten', async () => {
		const later = replaceAt(JSON.parse(text), ['coros_tui', 'version'], 2);
		const content = JSON.stringify(later);
		const before = new Set(readdirSync(folder()));
		await expectRebuilt(content);
		const kept = readdirSync(folder())
			.filter((name) => name.includes('.broken'))
			.map((name) => readFileSync(path.join(folder(), name), 'utf8'));
		expect(kept).toContain(content);
		expect(before.size).toBeGreaterThan(0);
	});
});

/** Opens a folder whose state lies: the files are found all the same. */
const openAndClose = async (document: unknown): Promise<void> => {
	write(JSON.stringify(document));
	const archive = await openArchive(folder());
	try {
		for (const file of archive.unchecked) {
			expect(await archive.adopt(file, found)).toEqual({kind: 'adopted'});
		}

		expect([...archive.saved()].map(({name}) => name).sort()).toEqual(
			whole.map((line) => line.split(' ')[0]),
		);
	} finally {
		await archive.close();
	}

	expectTidy();
};

describe('in the place of a state file', () => {
	const fresh = async () => {
		const own = temporaryFolder();
		await fill(own);
		return {own, file: path.join(own, stateName)};
	};

	/** Opens, adopts, closes. */
	const settle = async (own: string) => {
		const archive = await openArchive(own);
		for (const file of archive.unchecked) {
			await archive.adopt(file, found);
		}

		await archive.close();
		return archive;
	};

	test('a folder is moved aside, each with a name of its own', async () => {
		const {own, file} = await fresh();
		for (let round = 1; round <= 5; round += 1) {
			rmSync(file);
			mkdirSync(file);
			writeFileSync(path.join(file, 'mine'), String(round));
			expect(saved(await settle(own))).toEqual(whole);
		}

		const kept = readdirSync(own).filter((name) => name.includes('.broken'));
		expect(kept).toHaveLength(5); // Nobody's folder is ever removed.
	});

	test('broken files are kept, but three at most: the first two and the last', async () => {
		const {own, file} = await fresh();
		for (let round = 1; round <= 6; round += 1) {
			writeFileSync(file, `torn ${round}`);
			expect((await settle(own)).brokenState).toContain('.corosexport_state.broken');
		}

		const kept = readdirSync(own).filter((name) => name.includes('.broken'));
		expect(kept.map((name) => readFileSync(path.join(own, name), 'utf8')).sort()).toEqual([
			'torn 1',
			'torn 2',
			'torn 6',
		]);
	});

	test.runIf(canLink('a state file that is a link'))(
		'a link is followed, and stays one; a circle of links is moved aside',
		async () => {
			const {own, file} = await fresh();
			const elsewhere = path.join(temporaryFolder(), 'state.json');
			renameSync(file, elsewhere);
			symlinkSync(elsewhere, file);
			const archive = await openArchive(own);
			expect(archive.unchecked).toEqual([]);
			archive.note('1', 'gpx', {kind: 'unavailable', reason: 'none', at: '2026-01-01'});
			await archive.close();
			expect(lstatSync(file).isSymbolicLink()).toBe(true);
			expect(readFileSync(elsewhere, 'utf8')).toContain('"unavailable":"none"');
			rmSync(file);
			symlinkSync(stateName, file);
			expect(saved(await settle(own))).toEqual(whole);
			expect(lstatSync(file).isFile()).toBe(true);
		},
	);

	test('what others wrote beside ours is kept, unless it cannot be written', async () => {
		const {own, file} = await fresh();
		const theirs = {schema_version: 3, ä: ['ö', {b: null}], __proto__x: 1};
		writeFileSync(
			file,
			JSON.stringify({...(JSON.parse(readFileSync(file, 'utf8')) as object), ...theirs}),
		);
		const archive = await openArchive(own);
		archive.claim({...owner, region: 'us'});
		await archive.close();
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(theirs);
		const deep = `{"deep":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`;
		writeFileSync(file, deep);
		expect(saved(await settle(own))).toEqual(whole);
		expect(readFileSync(file, 'utf8')).not.toContain('deep');
	});

	test('what corosexport writes is read, and what only Python reads is put aside', async () => {
		const {own, file} = await fresh();
		const ids = served.map(({id}) => id);
		writeFileSync(
			file,
			JSON.stringify(
				{
					last_backup_timestamp: '2025-01-10T07:00:00.123456',
					total_activities_backed_up: 2,
					last_synced_activity_id: ids[0],
					downloaded_activity_ids: ids,
				},
				undefined,
				2,
			),
		);
		const taken = await settle(own);
		expect(taken.brokenState).toBeUndefined();
		expect(saved(taken)).toEqual(whole);
		const state = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
		expect(state.downloaded_activity_ids?.toSorted()).toEqual(ids.toSorted());
		writeFileSync(file, '{"last_backup_timestamp": NaN}');
		expect((await settle(own)).brokenState).toBeDefined();
	});

	test('a file that was renamed is found again, and one of two is no loss', async () => {
		const {own} = await fresh();
		const [name] = readdirSync(own).filter((one) => one.endsWith('.fit'));
		const mine = `My run ${served.find(({id}) => name!.includes(id))!.id}.fit`;
		copyFileSync(path.join(own, name!), path.join(own, mine));
		const both = await openArchive(own, {readOnly: true});
		expect([[...both.gone()], both.unchecked]).toEqual([[], []]);
		rmSync(path.join(own, name!));
		const renamed = await settle(own);
		expect([...renamed.gone()]).toEqual([]);
		expect([...renamed.saved()].map((one) => one.name)).toContain(mine);
		expect([...renamed.saved()]).toHaveLength(4);
	});

	test('a name that leads out of the folder, or to another’s file, is not followed', async () => {
		const {own, file} = await fresh();
		const state = JSON.parse(readFileSync(file, 'utf8')) as {coros_tui: {sha256?: string}};
		delete state.coros_tui.sha256;
		const id = served[0]!.id;
		const another = readdirSync(own).find((one) => one.endsWith('.fit') && !one.includes(id));
		for (const name of ['../../evil.fit', '/etc/passwd', '', another]) {
			const evil = replaceAt(state, ['coros_tui', 'activities', id, 'fit', 'file'], name);
			writeFileSync(file, JSON.stringify(evil));
			expect(saved(await settle(own))).toEqual(whole);
		}
	});
});

describe('a state that is being written', () => {
	const entry = (reason: string) => ({kind: 'unavailable', reason, at: '2026-01-01'}) as const;

	test('holds what was recorded meanwhile when the archive is closed', async () => {
		const own = temporaryFolder();
		const archive = await openArchive(own);
		archive.note('476018273645000000', 'gpx', entry('before'));
		archive.checkpoint();
		archive.note('476018273645000001', 'gpx', entry('meanwhile'));
		await archive.close();
		const again = await openArchive(own, {readOnly: true});
		expect(again.entry('476018273645000000', 'gpx')).toMatchObject({reason: 'before'});
		expect(again.entry('476018273645000001', 'gpx')).toMatchObject({reason: 'meanwhile'});
	});

	test('is on the disk when the archive is closed', async () => {
		const own = temporaryFolder();
		const archive = await openArchive(own);
		archive.note('476018273645000000', 'gpx', entry('before'));
		archive.checkpoint();
		await archive.close();
		expect(readdirSync(own)).toEqual([stateName]);
	});

	test('keeps nobody waiting for all of it, and is the same however it is cut', () => {
		const at = '2026-01-01T00:00:00.000Z';
		const entries: ArchiveEntries = new Map(
			Array.from({length: 5000}, (_, index) => [
				// Some that a JSON object would put first.
				index % 1000 === 7
					? String(5000 - index)
					: String(476_018_273_645_000_000n + BigInt(index)),
				{fit: {kind: 'saved', file: `ü😀${index}.fit`, size: index, sha256: 'ab'.repeat(32), at}},
			]),
		);
		const state = {
			account: owner,
			entries,
			lastSyncedId: undefined,
			unlisted: new Map(),
			metadataPrints: new Map([...entries.keys()].map((id) => [id, 'print'])),
			describedList: 'list',
			foreign: {},
		};
		const pieces = [...toStatePieces(state, new Date(at))];
		expect(Math.max(...pieces.map(({length}) => length))).toBeLessThan(64 * 1024);
		const written = pieces.join('');
		const document = JSON.parse(written) as Record<string, unknown>;
		expect(isWholeState(document, written)).toBe(true);
		expect(isWholeState(document)).toBe(true);
		const read = readStateDocument(document);
		expect(new Map([...read.entries].sort())).toEqual(new Map([...entries].sort()));
		expect(read).toMatchObject({account: owner, describedList: 'list'});
		expect(document.downloaded_activity_ids).toEqual([...entries.keys()]);
		expect(document.total_activities_backed_up).toBe(5000);
	});
});
