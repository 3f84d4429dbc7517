import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readListCache, readNewestItems, writeListCache} from '../../source/disk/list-cache.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const items = Array.from({length: 500}, (_, index) => ({
	labelId: String(index),
	name: 'a\u2028b\n"',
}));
const listedAt = '2026-11-22T09:00:00.000Z';

const same = (item: unknown) => item;

test('a list comes back whole, its newest part at once', async () => {
	const folder = temporaryFolder();
	await writeListCache(folder, '42', {items, listedAt, complete: true});
	expect(await readListCache(folder, '42', same)).toEqual({items, listedAt, complete: true});
	expect(readNewestItems(folder, '42', 100, same)).toEqual({
		items: items.slice(0, 100),
		listedAt,
		complete: false,
	});
});

test('a list of many pieces comes back whole, and what means nothing is left out', async () => {
	const folder = temporaryFolder();
	const long = Array.from({length: 900}, (_, index) => ({index, text: '晨跑'.repeat(index % 300)}));
	await writeListCache(folder, '42', {items: long, listedAt, complete: true});
	const cache = await readListCache(folder, '42', (item) =>
		(item as {index: number}).index % 2 === 0 ? item : undefined,
	);
	expect(cache).toEqual({
		items: long.filter(({index}) => index % 2 === 0),
		listedAt,
		complete: true,
	});
});

test('a list that is absent or torn is read anew, and never believed complete', async () => {
	const folder = temporaryFolder();
	expect(await readListCache(folder, '42', same)).toBeUndefined();
	expect(readNewestItems(folder, '42', 100, same)).toBeUndefined();
	await writeListCache(folder, '42', {items, listedAt, complete: true});
	const file = path.join(folder, 'activities-42.jsonl');
	const whole = readFileSync(file);
	for (let length = 0; length < whole.length; length += 997) {
		writeFileSync(file, whole.subarray(0, length));
		expect((await readListCache(folder, '42', same))?.complete ?? false).toBe(false);
		const newest = readNewestItems(folder, '42', 100, same);
		expect(items.slice(0, newest?.items.length ?? 0)).toEqual(newest?.items ?? []);
	}
});

test('an account’s number cannot lead out of the folder', async () => {
	const folder = temporaryFolder();
	await writeListCache(folder, '../../x', {items: [], listedAt, complete: true});
	expect(readFileSync(path.join(folder, 'activities-______x.jsonl'), 'utf8')).toContain(listedAt);
});
