import {mkdirSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {inOrder, readNames} from '../../source/disk/folder-names.js';
import {finish} from '../../source/domain/steps.js';
import {canLink} from '../helpers/platform.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('the names of a long folder come whole, folders apart, and can be put in order', async () => {
	const folder = temporaryFolder();
	const wanted = ['é.fit', '.hidden', '-', 'a b', '2025-01-1', '2025-01-10', '2025-01-10_'];
	for (let index = 0; index < 5000; index += 1) {
		wanted.push(`2025-01-${10 + (index % 7)}_${(index * 7919) % 5003}.fit`);
	}

	for (const name of wanted) {
		writeFileSync(path.join(folder, name), '');
	}

	for (const name of ['z', 'below', '2025-01-10 tour']) {
		mkdirSync(path.join(folder, name));
	}

	const links = canLink('a link among the names of a folder') ? ['link'] : [];
	for (const name of links) {
		symlinkSync(path.join(folder, 'below'), path.join(folder, name));
	}

	const {files, folders} = await readNames(folder);
	expect(folders.toSorted()).toEqual(['2025-01-10 tour', 'below', 'z']);
	expect(finish(inOrder(files))).toEqual([...wanted, ...links].sort());
	expect(readdirSync(folder)).toHaveLength(wanted.length + 3 + links.length);
});

test('a folder that is none is told from one that is empty', async () => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'file');
	writeFileSync(file, '');
	await expect(readNames(file)).rejects.toMatchObject({code: 'ENOTDIR'});
	await expect(readNames(path.join(folder, 'gone'))).rejects.toMatchObject({code: 'ENOENT'});
	mkdirSync(path.join(folder, 'empty'));
	expect(await readNames(path.join(folder, 'empty'))).toEqual({files: [], folders: []});
});
