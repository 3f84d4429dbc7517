import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {createFile, type OpenFile} from '../../source/disk/open-file.js';
import {writeBehind} from '../../source/disk/write-behind.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

/** A file that opens when it is told to. */
const setUp = () => {
	const name = path.join(temporaryFolder(), 'x');
	let isClosed = false;
	let open = async () => {};
	const opening = new Promise<OpenFile>((resolve, reject) => {
		open = () =>
			createFile(name, 0o644).then((file) => {
				const close = () => {
					isClosed = true;
					return file.close();
				};
				resolve({...file, close});
			}, reject);
	});
	return {name, open, out: writeBehind(opening), isClosed: () => isClosed};
};

test('bytes are taken while the file is being opened, and all are there in their order', async () => {
	const {name, open, out} = setUp();
	for (const text of ['one ', 'two ', 'three ']) {
		expect(out.write(Buffer.from(text))).toBeUndefined();
	}

	await open();
	out.write(Buffer.from('four'));
	const file = await out.finish();
	expect(readFileSync(name, 'utf8')).toBe('one two three four');
	await file.close();
});

test('a little is kept until there is more, or the end', async () => {
	const {name, open, out} = setUp();
	await open();
	const piece = Buffer.alloc(64 * 1024, 7);
	out.write(piece);
	out.write(piece);
	await expect.poll(() => readFileSync(name).length).toBe(2 * piece.length);
	out.write(piece);
	const file = await out.finish();
	expect(readFileSync(name)).toHaveLength(3 * piece.length);
	await file.close();
});

test('a sender that is quicker than the disk is held back', async () => {
	const {name, open, out} = setUp();
	const piece = Buffer.alloc(64 * 1024, 7);
	const held = [1, 2, 3, 4, 5].map(() => out.write(piece));
	expect(held.map((one) => one !== undefined)).toEqual([false, false, false, false, true]);
	await open();
	await held.at(-1);
	expect(out.write(piece)).toBeUndefined();
	await (await out.finish()).close();
	expect(readFileSync(name)).toHaveLength(6 * piece.length);
});

test('a file that cannot be made is heard of at the end, or where a sender is held back', async () => {
	const {out, open} = setUp();
	await open();
	await (await out.finish()).close();
	const refused = writeBehind(createFile(path.join(temporaryFolder(), 'none', 'x'), 0o644));
	await expect(refused.finish()).rejects.toMatchObject({code: 'ENOENT', syscall: 'open'});
	refused.write(Buffer.from('one'));
	await expect(refused.finish()).rejects.toMatchObject({code: 'ENOENT'});
	await expect(refused.write(Buffer.alloc(300 * 1024))).rejects.toMatchObject({code: 'ENOENT'});
	await refused.abandon();
});

test('what is given up is closed, though it was not open yet', async () => {
	const {open, out, isClosed} = setUp();
	out.write(Buffer.from('one'));
	const abandoned = out.abandon();
	await open();
	await abandoned;
	expect(isClosed()).toBe(true);
});
