import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readAhead} from '../../source/backup/read-ahead.js';
import {archiveFolder, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {canLink} from '../helpers/platform.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {verifyOnce} from '../helpers/verify.js';

const setUp = async (count = 2) => {
	const activities = smallActivities(count);
	const setting = {
		simulator: await testSimulator([account({activities})]),
		root: temporaryFolder(),
	};
	await runOnce(setting);
	const names = [...readArchiveFiles(setting).keys()].sort();
	const named = (index: number, extension: string) =>
		names.find((name) => name.includes(activities[index]!.id) && name.endsWith(extension))!;
	const file = (name: string) => path.join(archiveFolder(setting), name);
	return {
		...setting,
		activities,
		named,
		file,
		bytes: (name: string) => readFileSync(file(name)),
		/** Problems as `file: kind: reason`. */
		async problems() {
			const {problems} = await verifyOnce(setting);
			return problems.map(({file: name, kind, reason}) => `${name}: ${kind}: ${reason}`);
		},
	};
};

test.each([
	['an empty file', () => Buffer.alloc(0), /damaged: an empty body/],
	['a web page', () => Buffer.from('<!doctype html><p>Sorry'), /damaged: a web page/],
	['a JSON answer', () => Buffer.from('{"result":"1019"}'), /damaged: a JSON answer/],
	['a cut file', (old: Buffer) => old.subarray(0, -1), /damaged: /],
	[
		'a flipped bit',
		(old: Buffer) => Buffer.from(old.map((b, at) => (at === 60 ? b ^ 1 : b))),
		/damaged: /,
	],
	['appended bytes', (old: Buffer) => Buffer.concat([old, Buffer.from('x')]), /damaged: /],
])('%s is named, with its reason', async (_name, damage, reason) => {
	const {named, file, bytes, problems} = await setUp();
	const name = named(0, '.fit');
	writeFileSync(file(name), damage(bytes(name)));
	const found = await problems();
	expect(found).toHaveLength(1);
	expect(found[0]).toMatch(reason);
	expect(found[0]).toContain(name);
});

test('the files of two activities in each other’s place are named with their owners', async () => {
	const {activities, named, file, bytes, problems} = await setUp();
	for (const extension of ['.fit', '.csv', '.gpx']) {
		const [a, b] = [named(0, extension), named(1, extension)];
		const [first, second] = [bytes(a), bytes(b)];
		writeFileSync(file(a), second);
		writeFileSync(file(b), first);
	}

	const found = await problems();
	expect(found).toHaveLength(6);
	for (const extension of ['.fit', '.csv', '.gpx']) {
		const owner = `changed: it is the file of activity ${activities[1]!.id}`;
		expect(found).toContain(`${named(0, extension)}: ${owner}`);
	}
});

test('formats in each other’s place are named', async () => {
	const {named, file, bytes, problems} = await setUp();
	const [fit, gpx] = [named(0, '.fit'), named(0, '.gpx')];
	const [first, second] = [bytes(fit), bytes(gpx)];
	writeFileSync(file(fit), second);
	writeFileSync(file(gpx), first);
	expect((await problems()).sort()).toEqual([
		`${fit}: damaged: an XML document instead of a FIT file`,
		`${gpx}: damaged: a FIT file instead of a GPX file`,
	]);
});

test('a whole file of the right kind that is not the one saved is changed', async () => {
	const {named, file, problems} = await setUp();
	const name = named(0, '.csv');
	writeFileSync(file(name), smallActivity(99).file('csv')!);
	expect(await problems()).toEqual([`${name}: changed: its bytes are not those that were saved`]);
	writeFileSync(file(name), '"Split","Time"\n"Summary","0"\n');
	expect((await problems())[0]).toMatch(/changed: it has 29 bytes, \d+ were saved/);
});

test('what the state says wrongly of a file is found', async () => {
	const {root, named, file, problems} = await setUp();
	const name = named(0, '.tcx');
	const state = path.join(archiveFolder({root}), '.corosexport_state.json');
	// Without the fingerprint that tells a spoiled state from a true one.
	const before = readFileSync(state, 'utf8').replace(/,"sha256":"[^"]*"(?=\}\}\n$)/, '');
	const size = readFileSync(file(name)).byteLength;
	const entry = `"file":"${name}","size":${size},"sha256":"`;
	expect(before).toContain(entry);
	writeFileSync(state, before.replace(entry, `"file":"${name}","size":${size + 1},"sha256":"`));
	expect(await problems()).toEqual([expect.stringContaining(`${name}: changed: it has ${size}`)]);
	const at = before.indexOf(entry) + entry.length;
	const other = before[at] === '0' ? '1' : '0';
	writeFileSync(state, before.slice(0, at) + other + before.slice(at + 1));
	expect(await problems()).toEqual([expect.stringContaining(`${name}: changed`)]);
	writeFileSync(state, before);
	expect(await problems()).toEqual([]);
});

test('metadata that is broken, another’s or gone is named', async () => {
	const {activities, root, problems} = await setUp(4);
	const folder = archiveFolder({root});
	const [a, b, c, d] = activities.map(({id, item}) =>
		path.join(
			folder,
			`${String(item.date).replace(/(....)(..)(..)/, '$1-$2-$3')}_${id}-metadata.json`,
		),
	) as [string, string, string, string];
	writeFileSync(a, readFileSync(a).subarray(0, 40));
	writeFileSync(b, readFileSync(c));
	rmSync(c);
	writeFileSync(d, '');
	const found = (await problems()).map((line) => line.replace(/^.*metadata\.json: /, '')).sort();
	expect(found).toEqual([
		'damaged: it is empty',
		'damaged: it is no JSON object',
		'damaged: it is of another activity',
		'gone: it is not there',
	]);
});

test('a broken state file is a problem, and no file is taken for unknown because of it', async () => {
	const {root, problems} = await setUp(1);
	writeFileSync(path.join(archiveFolder({root}), '.corosexport_state.json'), '{"torn');
	const found = await problems();
	expect(found[0]).toMatch(
		/^\.corosexport_state\.json: state: this record of what was saved cannot/,
	);
	expect(found.slice(1).every((line) => line.includes('unrecorded'))).toBe(true);
	expect(found).toHaveLength(6);
});

test('files of nobody are named, are no problem, and stay', async () => {
	const setting = await setUp();
	const {file, named, bytes} = setting;
	writeFileSync(file('notes.txt'), 'mine');
	writeFileSync(file('.DS_Store'), 'the system’s');
	writeFileSync(file(named(0, '.fit').replace('.fit', '.samples.csv')), 'what convert made');
	mkdirSync(file('routes'));
	const second = `Old name ${named(0, '.fit')}`;
	writeFileSync(file(second), bytes(named(0, '.fit')));
	const {events, end} = await verifyOnce(setting);
	expect(end).toMatchObject({problems: 0, unknown: 3});
	expect(events.filter(({type}) => type === 'unknown')).toEqual(
		expect.arrayContaining([
			{type: 'unknown', file: 'notes.txt'},
			{type: 'unknown', file: 'routes'},
			{type: 'unknown', file: second},
		]),
	);
	expect(readFileSync(file('notes.txt'), 'utf8')).toBe('mine');
});

test('a file under another name is the same where a copy changed case or accents alone', async () => {
	const setting = await setUp();
	const name = setting.named(0, '.fit');
	renameSync(setting.file(name), setting.file(name.toUpperCase()));
	expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, unknown: 0});
	expect((await runOnce(setting)).summary).toMatchObject({saved: 0, upToDate: 10});
	// A name of the user's own is followed, by the id in it, as long as the size is the same.
	const other = setting.file(`Lauf ${name}`);
	renameSync(setting.file(name.toUpperCase()), other);
	expect((await verifyOnce(setting)).problems).toEqual([]);
	const bytes = readFileSync(other);
	bytes[bytes.length >> 1]! ^= 1;
	writeFileSync(other, bytes);
	expect((await verifyOnce(setting)).problems).toMatchObject([{kind: 'damaged'}]);
	writeFileSync(other, bytes.subarray(0, bytes.length >> 1));
	const {problems} = await verifyOnce(setting);
	expect(problems.map(({kind}) => kind).sort()).toEqual(['damaged', 'gone']);
});

test.runIf(canLink('a file that cannot be read'))(
	'a file that cannot be read is damaged, and costs no other',
	async () => {
		const {named, file, problems} = await setUp();
		const name = named(0, '.kml');
		rmSync(file(name));
		mkdirSync(file(`${name}.d`));
		const {symlinkSync} = await import('node:fs');
		symlinkSync(file(`${name}.d`), file(name)); // Opens, and cannot be read.
		expect(await problems()).toEqual([`${name}: damaged: cannot be read (EISDIR)`]);
	},
);

test('tells how far it is', async () => {
	const setting = await setUp(30);
	const {events, end} = await verifyOnce(setting);
	expect(end.checked).toBe(180);
	expect(events.filter(({type}) => type === 'verifying')).toEqual([
		{type: 'verifying', checked: 50, total: 180},
		{type: 'verifying', checked: 100, total: 180},
		{type: 'verifying', checked: 150, total: 180},
	]);
});

test('takes files a few at a time, in order, however many there are', async () => {
	let taken = 0;
	let settled = 0;
	let most = 0;
	function* endless() {
		for (;;) {
			yield taken++;
		}
	}

	const seen: number[] = [];
	for await (const item of readAhead(endless(), 4, async (item) => {
		most = Math.max(most, taken - settled);
		await new Promise<void>((resolve) => {
			setImmediate(resolve);
		});
		settled += 1;
		return item;
	})) {
		seen.push(item);
		if (seen.length === 1000) {
			break;
		}
	}

	expect(seen).toEqual(Array.from({length: 1000}, (_, index) => index));
	expect(most).toBeLessThanOrEqual(4);
	expect(taken).toBeLessThan(1010);
	expect(settled).toBe(taken);
});
