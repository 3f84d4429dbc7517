import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readListCache, writeListCache} from '../../source/disk/list-cache.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const items = Array.from({length: 500}, (_, index) => ({
	labelId: String(index),
	name: 'a\u2028b\n"',
}));
const listedAt = '2026-11-22T09:00:00.000Z';

test('a list comes back whole, its newest part first', async () => {
	const folder = temporaryFolder();
	await writeListCache(folder, '42', {items, listedAt, complete: true});
	const first: number[] = [];
	const cache = await readListCache(folder, '42', (part) => first.push(part.items.length));
	expect(cache).toEqual({items, listedAt, complete: true});
	expect(first).toEqual([200]);
});

test('a list that is absent or torn is read anew, and never believed complete', async () => {
	const folder = temporaryFolder();
	expect(await readListCache(folder, '42')).toBeUndefined();
	await writeListCache(folder, '42', {items, listedAt, complete: true});
	const file = path.join(folder, 'activities-42.jsonl');
	const whole = readFileSync(file);
	for (let length = 0; length < whole.length; length += 997) {
		writeFileSync(file, whole.subarray(0, length));
		expect((await readListCache(folder, '42'))?.complete ?? false).toBe(false);
	}
});

test('an account’s number cannot lead out of the folder', async () => {
	const folder = temporaryFolder();
	await writeListCache(folder, '../../x', {items: [], listedAt, complete: true});
	expect(readFileSync(path.join(folder, 'activities-______x.jsonl'), 'utf8')).toContain(listedAt);
});
