import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {toActivity} from '../../source/coros/to-activity.js';
import {openArchive} from '../../source/disk/archive.js';
import {KnownError} from '../../source/domain/known-error.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const served = smallActivity(0);
const activity = toActivity(served.item)!;

const setUp = async () => {
	const folder = temporaryFolder();
	const archive = await openArchive(folder);
	onTestFinished(() => archive.close());
	const bytes = served.file('fit')!;
	async function* body() {
		yield bytes.subarray(0, 100);
		yield bytes.subarray(100);
	}
	const heard: string[] = [];
	const receive = (prepared: Promise<unknown>) =>
		archive.receive(
			activity,
			{body: body(), size: bytes.byteLength, md5: undefined},
			{
				format: 'fit',
				refused: new Set(),
				belongs: () => true,
				onBytes: (received) => heard.push(`${received} bytes`),
				onArrived: () => heard.push('arrived'),
				onReceived: () => heard.push('received'),
				prepared,
			},
		);
	return {folder, archive, bytes, heard, receive};
};

test('a file takes its name only when what belongs to it is on the disk', async () => {
	const {folder, archive, receive} = await setUp();
	const refusal = new KnownError('disk-full');
	const prepared = Promise.reject(refusal);
	prepared.catch(() => {}); // Heard of when its turn comes.
	await expect(receive(prepared)).rejects.toBe(refusal);
	expect(readdirSync(folder).filter((name) => /fit|part/.test(name))).toEqual([]);
	expect(archive.entry(activity.id, 'fit')).toBeUndefined();
});

test('the last byte is heard of while the disk still works', async () => {
	const {folder, bytes, heard, receive} = await setUp();
	let go = () => {};
	const prepared = new Promise<void>((resolve) => {
		go = resolve;
	});
	const receiving = receive(prepared);
	const last = `${bytes.byteLength} bytes`;
	await expect.poll(() => heard).toEqual(['100 bytes', 'arrived', last, 'received']);
	go();
	const {kind, name} = await receiving;
	expect(kind).toBe('saved');
	expect(existsSync(path.join(folder, name))).toBe(true);
});
