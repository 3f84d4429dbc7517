import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {mkdir, opendir} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {onDisk} from '../../source/disk/disk-error.js';
import {hasPosix} from '../helpers/platform.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = () => {
	const root = temporaryFolder();
	const file = path.join(root, 'file');
	writeFileSync(file, '');
	mkdirSync(path.join(root, 'folder'));
	return {
		root,
		file,
		make: (place: string) => onDisk(place, () => mkdir(place, {recursive: true})),
	};
};

test('a folder that cannot be made says why in words', async () => {
	const {file, make} = setUp();
	await expect(make(file)).rejects.toMatchObject({
		code: 'disk-error',
		message: expect.stringContaining(`${file} (there is a file of that name)`),
	});
});

test.runIf(hasPosix('names for what is no folder'))('so does a place below a file', async () => {
	const {file, make} = setUp();
	const below = path.join(file, 'below');
	await expect(make(below)).rejects.toThrow(`${below} (it, or a part of it, is a file, no folder)`);
	await expect(onDisk(file, () => opendir(file))).rejects.toThrow(
		`${file} (it, or a part of it, is a file`,
	);
});

const drives = [...'BQXYZ'].map((letter) => `${letter}:\\`);
const missing =
	process.platform === 'win32' ? drives.find((drive) => !existsSync(drive)) : undefined;

test.runIf(missing !== undefined)('a drive that is not there is named', async () => {
	const {make} = setUp();
	await expect(make(`${missing}coros`)).rejects.toMatchObject({
		code: 'disk-error',
		message: expect.stringContaining(`${missing}coros (${missing} is not there)`),
	});
});
