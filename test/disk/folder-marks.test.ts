import {mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {areAsMarked, createFolderMarker} from '../../source/disk/folder-marks.js';
import {lockFolder} from '../../source/disk/lock.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const hour = 3_600_000;

/** An archive's folder with one below it, seen long after anything happened in it. */
const setUp = async ({below = ['', 'below']}: {readonly below?: readonly string[]} = {}) => {
	const root = temporaryFolder();
	mkdirSync(path.join(root, 'below'));
	writeFileSync(path.join(root, 'below', 'a'), '');
	writeFileSync(path.join(root, 'b'), '');
	const marker = createFolderMarker(root);
	for (const folder of below) {
		await marker.look(folder);
	}

	return {root, marker, within: (name: string) => path.join(root, name)};
};

/** The times of files and folders go in steps: what happens now is to be told from what was. */
const nextTick = async (folder: string) => {
	const file = path.join(folder, 'clock');
	const tick = () => {
		writeFileSync(file, 'x');
		return statSync(file, {bigint: true}).ctimeNs;
	};
	const before = tick();
	while (tick() === before) {
		await new Promise((resolve) => setImmediate(resolve));
	}
};

test.each<[string, (within: (name: string) => string) => void]>([
	['came', (within) => writeFileSync(within('c'), '')],
	['came below', (within) => writeFileSync(within('below/c'), '')],
	['went', (within) => rmSync(within('b'))],
	['went below', (within) => rmSync(within('below/a'))],
	['is another', (within) => renameSync(within('b'), within('c'))],
	['is another below', (within) => renameSync(within('below/a'), within('below/c'))],
	[
		'went, and the folder’s time was set back',
		(within) => {
			const {atime, mtime} = statSync(within('below'));
			rmSync(within('below/a'));
			utimesSync(within('below'), atime, mtime);
		},
	],
	[
		'is that of another folder',
		(within) => {
			renameSync(within('below'), path.join(temporaryFolder(), 'before'));
			mkdirSync(within('below'));
			writeFileSync(within('below/a'), '');
		},
	],
	['is missing, with its folder', (within) => rmSync(within('below'), {recursive: true})],
])('folders are not as they were marked where a name %s', async (_, change) => {
	const {root, marker, within} = await setUp();
	const marks = (await marker.marks(Date.now() + hour))!;
	expect(Object.keys(marks)).toEqual(['', 'below']);
	expect(await areAsMarked(root, marks)).toBe(true);
	writeFileSync(within('b'), 'What a file holds is not for its folder to tell.');
	expect(await areAsMarked(root, marks)).toBe(true);
	await nextTick(temporaryFolder());
	change(within);
	expect(await areAsMarked(root, marks)).toBe(false);
});

test('a folder has no mark while its clock may not tell what comes next from what was', async () => {
	const {root, marker} = await setUp();
	const changedAt = Math.max(statSync(root).ctimeMs, statSync(path.join(root, 'below')).ctimeMs);
	const atWhich = async (now: number) => (await marker.marks(now)) !== undefined;
	expect(await atWhich(changedAt + 3001)).toBe(true);
	expect(await atWhich(changedAt + 2000)).toBe(false); // Within one step of FAT's.
	expect(await atWhich(changedAt - hour)).toBe(false); // Whose clock is wrong?
});

test('a folder has no mark where a name came while it was read', async () => {
	const {marker, within} = await setUp();
	await nextTick(temporaryFolder());
	writeFileSync(within('below/c'), '');
	expect(await marker.marks(Date.now() + hour)).toBeUndefined();
});

test('a folder has no mark where one below cannot be looked at', async () => {
	const {marker} = await setUp({below: ['', 'below', 'nowhere']});
	expect(await marker.marks(Date.now() + hour)).toBeUndefined();
});

test('a claim shows whether a folder tells of changes', async () => {
	const folder = path.join(temporaryFolder(), 'archive');
	mkdirSync(folder);
	await nextTick(temporaryFolder());
	const lock = await lockFolder(folder);
	expect(await lock.tellsChanges()).toBe(true);
	rmSync(folder, {recursive: true});
	expect(await lock.tellsChanges()).toBe(false);
	await lock.release();
});
