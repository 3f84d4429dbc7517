import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {toActivity} from '../../source/coros/to-activity.js';
import {openArchive} from '../../source/disk/archive.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const served = smallActivity(0);
const activity = toActivity(served.item)!;
const bytes = served.file('fit')!;

async function* inTwo(bytes: Uint8Array) {
	yield bytes.subarray(0, 100);
	yield bytes.subarray(100);
}

const setUp = async () => {
	const folder = temporaryFolder();
	const archive = await openArchive(folder);
	onTestFinished(() => archive.close());
	const heard: string[] = [];
	const download = async (body: Uint8Array | AsyncIterable<Uint8Array> = bytes) => {
		const file = await archive.download(
			activity,
			{
				body: body instanceof Uint8Array ? inTwo(body) : body,
				size: bytes.byteLength,
				md5: undefined,
			},
			{
				format: 'fit',
				onBytes: (received) => heard.push(`${received} bytes`),
				onArrived: () => heard.push('arrived'),
			},
		);
		onTestFinished(file.discard);
		return file;
	};
	const names = (below = '') => {
		const place = path.join(folder, below);
		return existsSync(place) ? readdirSync(place).filter((name) => /fit/.test(name)) : [];
	};
	return {folder, archive, heard, download, names};
};

test('a file has its name only when it is committed', async () => {
	const {folder, archive, heard, download, names} = await setUp();
	const file = await download();
	expect(heard).toEqual(['100 bytes', 'arrived', `${bytes.byteLength} bytes`]);
	expect(file).toMatchObject({size: bytes.byteLength, verdict: {ok: true}, hasOtherMd5: false});
	expect(names()).toEqual([expect.stringMatching(/\.part$/)]);
	expect(archive.entry(activity.id, 'fit')).toBeUndefined();

	await file.commit();
	await file.discard();
	expect(names()).toEqual([file.name]);
	expect(readFileSync(path.join(folder, file.name))).toEqual(Buffer.from(bytes));
	expect(archive.entry(activity.id, 'fit')).toMatchObject({kind: 'saved', sha256: file.sha256});
});

test('nothing is left of what is discarded or breaks off', async () => {
	const {download, names} = await setUp();
	await (await download()).discard();
	const breaksOff = (async function* () {
		yield bytes.subarray(0, 100);
		throw new Error('broken off');
	})();
	await expect(download(breaksOff)).rejects.toThrow('broken off');
	expect(names()).toEqual([]);
});

test('damaged bytes are kept in quarantine once, and others beside them', async () => {
	const {folder, archive, download, names} = await setUp();
	const cut = bytes.subarray(0, 150);
	const keep = async (bytes: Uint8Array) => {
		const file = await download(bytes);
		expect(file.verdict).toMatchObject({ok: false});
		const kept = await file.quarantine();
		await file.discard();
		expect(readFileSync(path.join(folder, kept))).toEqual(Buffer.from(bytes));
		return kept;
	};
	const first = await keep(cut);
	expect(first).toMatch(/^damaged\/2026-05-01_\d+\.\w+\.fit$/);
	expect(await keep(cut)).toBe(first);
	expect(await keep(bytes.subarray(0, 160))).not.toBe(first);
	expect(names('damaged')).toHaveLength(2);
	expect(names()).toEqual([]);
	expect(archive.entry(activity.id, 'fit')).toBeUndefined();
});
