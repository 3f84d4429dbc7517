import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readNames} from '../../source/disk/folder-names.js';
import {toNamesPrint} from '../../source/disk/names-print.js';
import {deepest} from '../../source/disk/scan-folder.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = () => {
	const folder = temporaryFolder();
	const below = path.join(folder, ...Array.from({length: deepest}, (_, depth) => `${depth}`));
	mkdirSync(below, {recursive: true});
	const print = async () => toNamesPrint(folder, await readNames(folder));
	return {folder, below, print};
};

test('names in the deepest folders count, and whether they are files', async () => {
	const {below, print} = setUp();
	const empty = await print();
	const file = path.join(below, '2025-01-10_479079893793496702.fit');
	writeFileSync(file, '');
	const withFile = await print();
	rmSync(file);
	mkdirSync(file);
	const withFolder = await print();
	expect(new Set([empty, withFile, withFolder]).size).toBe(3);
});

test('what a file holds, and the claim of a run, do not count', async () => {
	const {folder, print} = setUp();
	const file = path.join(folder, 'a.fit');
	writeFileSync(file, 'one');
	const before = await print();
	writeFileSync(file, 'two');
	writeFileSync(path.join(folder, '.coros-tui.0123456789abcdef.lock'), '');
	expect(await print()).toBe(before);
});
