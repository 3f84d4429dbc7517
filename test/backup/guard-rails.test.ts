import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isSuspicious} from '../../source/backup/compare-listing.js';
import type {BackupEvent} from '../../source/backup/event.js';
import {toWindow} from '../../source/backup/listing.js';
import {planBackup} from '../../source/backup/plan.js';
import {toActivity} from '../../source/coros/to-activity.js';
import type {ServedActivity} from '../../source/simulator/served-activity.js';
import {
	archiveFolder,
	type BackupSetting,
	readArchiveFiles,
	runOnce,
	testServices,
} from '../helpers/backup.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async (count: number) => {
	const one = account({activities: smallActivities(count)});
	const setting: BackupSetting = {simulator: await testSimulator([one]), root: temporaryFolder()};
	await runOnce(setting, {formats: ['fit']});
	return {one, setting};
};

const warnings = (events: readonly BackupEvent[]) =>
	events.flatMap((event) => (event.type === 'warning' ? [event.code] : []));

const readState = (setting: BackupSetting) =>
	JSON.parse(
		readFileSync(path.join(archiveFolder(setting), '.corosexport_state.json'), 'utf8'),
	) as {coros_tui: {unlisted?: Record<string, string>}; downloaded_activity_ids: string[]};

const unlisted = (setting: BackupSetting) =>
	Object.keys(readState(setting).coros_tui.unlisted ?? {});

describe('a list that lacks what the folder has', () => {
	test.each([
		[0, 0, false],
		[1, 1, true],
		[30, 3, false],
		[30, 10, false],
		[30, 11, true],
		[1000, 100, false],
		[1000, 101, true],
		[1000, 1000, true],
	])('of %i on disk, %i missing: suspicious %s', (onDisk, absent, expected) => {
		expect(isSuspicious(onDisk, absent)).toBe(expected);
	});

	test('is said, deletes nothing, marks nothing, and is no failure', async () => {
		const {one, setting} = await setUp(30);
		const before = readArchiveFiles(setting);
		const all = one.activities.splice(0);
		for (const left of [[], all.slice(0, 5)]) {
			one.activities.splice(0, one.activities.length, ...left);
			const {events, summary} = await runOnce(setting, {formats: ['fit'], full: true});
			expect(warnings(events)).toEqual(['list-shrunk']);
			expect(summary).toMatchObject({found: left.length, failed: 0, saved: 0});
			expect(summary.error).toBeUndefined();
			expect(unlisted(setting)).toEqual([]);
		}

		expect(readArchiveFiles(setting)).toEqual(before);
		expect(readState(setting).downloaded_activity_ids).toHaveLength(30);
		one.activities.splice(0, one.activities.length, ...all);
		const {events, summary} = await runOnce(setting, {formats: ['fit'], full: true});
		expect(warnings(events)).toEqual([]);
		expect(summary).toMatchObject({found: 30, saved: 0, upToDate: 30});
	});

	test('by a few marks them once, lists them, and takes the mark back when they return', async () => {
		const {one, setting} = await setUp(30);
		const before = readArchiveFiles(setting);
		const [gone] = one.activities.splice(3, 1);
		const first = await runOnce(setting, {formats: ['fit']});
		expect(warnings(first.events)).toEqual(['activities-unlisted']);
		expect(unlisted(setting)).toEqual([gone!.id]);
		expect((await testServices(setting).readArchive()).unlisted).toMatchObject([
			{id: gone!.id, name: 'Run 3', distanceMeters: 4000.5},
		]);
		const second = await runOnce(setting, {formats: ['fit']});
		expect(warnings(second.events)).toEqual([]);
		expect(readArchiveFiles(setting)).toEqual(before);
		one.activities.splice(3, 0, gone!);
		const third = await runOnce(setting, {formats: ['fit']});
		expect(third.summary).toMatchObject({saved: 0, upToDate: 30});
		expect(unlisted(setting)).toEqual([]);
	});

	test('that does not agree with its own count marks nothing', async () => {
		const {one, setting} = await setUp(30);
		one.activities.splice(3, 1);
		setting.simulator.behaviour.countOffset = 1;
		await runOnce(setting, {formats: ['fit'], full: true});
		expect(unlisted(setting)).toEqual([]);
	});
});

describe('metadata', () => {
	const files = (setting: BackupSetting) => {
		const folder = archiveFolder(setting);
		return new Map(
			readdirSync(folder)
				.filter((name) => !name.startsWith('.'))
				.map((name) => {
					const {mtimeMs, ino} = statSync(path.join(folder, name));
					return [name, {mtimeMs, ino, text: readFileSync(path.join(folder, name), 'utf8')}];
				}),
		);
	};

	const edit = (activity: ServedActivity, item: Readonly<Record<string, unknown>>) => ({
		...activity,
		item: {...activity.item, ...item},
	});

	test('follows an activity that was renamed, and no other file is fetched or touched', async () => {
		const {one, setting} = await setUp(5);
		const before = files(setting);
		one.activities[2] = edit(one.activities[2]!, {name: 'Großer Lauf', distance: 4200});
		setting.simulator.requests.length = 0;
		const {summary, events} = await runOnce(setting, {formats: ['fit'], full: true});
		expect(summary).toMatchObject({saved: 0, upToDate: 5});
		expect(events).toContainEqual({type: 'metadata-refreshed', count: 1});
		expect(setting.simulator.requests.map(({path: name}) => name)).toEqual(['/activity/query']);
		const after = files(setting);
		const changed = [...after].filter(([name, file]) => before.get(name)?.ino !== file.ino);
		expect(changed).toHaveLength(1);
		expect(JSON.parse(changed[0]![1].text)).toMatchObject({
			activity_id: one.activities[2]!.id,
			activity_name: 'Großer Lauf',
			distance_meters: 4200,
		});
		for (const [name, file] of after) {
			if (name !== changed[0]![0]) {
				expect(file).toEqual(before.get(name));
			}
		}
	});

	test.each([
		['on the newest page', 0, false],
		['on a later page', 203, true],
	])('follows an activity %s whose new name another command saw first', async (_, index, full) => {
		const {one, setting} = await setUp(205);
		await runOnce(setting, {formats: ['fit']});
		one.activities[index] = edit(one.activities[index]!, {name: 'Seen first'});
		const services = testServices(setting);
		const {signal} = new AbortController();
		for await (const _ of services.listActivities(services.connect(), {full}, signal)) {
			// Kept as it arrives.
		}

		const {events} = await runOnce(setting, {formats: ['fit']});
		expect(events).toContainEqual({type: 'metadata-refreshed', count: 1});
		const again = await runOnce(setting, {formats: ['fit']});
		expect(again.events.some(({type}) => type === 'metadata-refreshed')).toBe(false);
	});

	test('that is gone is written again, though nothing is new', async () => {
		const {setting} = await setUp(3);
		await runOnce(setting, {formats: ['fit']});
		const before = files(setting);
		const name = [...before.keys()].find((one) => one.endsWith('-metadata.json'))!;
		rmSync(path.join(archiveFolder(setting), name));
		await runOnce(setting, {formats: ['fit']});
		expect(files(setting).get(name)?.text).toBe(before.get(name)!.text);
	});

	test('is not written where only the address of its picture changed, or nothing did', async () => {
		const {one, setting} = await setUp(3);
		const before = files(setting);
		one.activities[0] = edit(one.activities[0]!, {imageUrl: 'https://example.org/?token=2'});
		const {events} = await runOnce(setting, {formats: ['fit'], full: true});
		expect(events.some(({type}) => type === 'metadata-refreshed')).toBe(false);
		rmSync(path.join(archiveFolder(setting), '.corosexport_state.json'));
		await runOnce(setting, {formats: ['fit'], full: true});
		expect(files(setting)).toEqual(before);
	});

	test('keeps its name, as the files do, where the day of an activity was edited', async () => {
		const {one, setting} = await setUp(2);
		const names = [...files(setting).keys()];
		const startTime = Number(one.activities[0]!.item.startTime) - 3 * 86_400;
		one.activities[0] = edit(one.activities[0]!, {date: 20260428, startTime, name: 'Moved'});
		const {summary} = await runOnce(setting, {formats: ['fit'], full: true});
		expect(summary).toMatchObject({saved: 0, upToDate: 2});
		expect([...files(setting).keys()]).toEqual(names);
	});

	test('that somebody damaged is kept aside when it is written anew', async () => {
		const {one, setting} = await setUp(2);
		const name = readdirSync(archiveFolder(setting)).find(
			(file) => file.includes(one.activities[0]!.id) && file.endsWith('.json'),
		)!;
		writeFileSync(path.join(archiveFolder(setting), name), 'my own notes');
		one.activities[0] = edit(one.activities[0]!, {name: 'Edited'});
		await runOnce(setting, {formats: ['fit'], full: true});
		const aside = path.join(archiveFolder(setting), 'damaged');
		expect(readFileSync(path.join(aside, readdirSync(aside)[0]!), 'utf8')).toBe('my own notes');
	});
});

describe('a clock that is wrong', () => {
	const day = 86_400_000;
	const now = Date.parse('2026-11-22T12:00:00Z');
	const known = (newest: string) => ({
		activities: [toActivity({...smallActivity(0).item, date: Number(newest.replaceAll('-', ''))})!],
		complete: true,
		listedAt: '2026-11-22T12:00:00Z',
	});

	test('does not cut the list off where it went back', () => {
		expect(toWindow(undefined, now)).toEqual({});
		expect(toWindow(known('2026-11-22'), now)).toEqual({});
		expect(toWindow(known('2026-11-22'), now - 400 * day)).toEqual({to: '2027-11-23'});
		expect(toWindow(known('2026-11-22'), 0)).toEqual({to: '2027-11-23'});
		expect(toWindow(known('2026-11-22'), now + 400 * day)).toEqual({});
	});

	test('finds everything, fetches nothing twice and loses no mark, a year behind its activities', async () => {
		// The machine's clock cannot be turned here; activities a year ahead of it are the same thing.
		const ahead = Math.floor(Date.now() / 1000) + 366 * 86_400;
		const activities = smallActivities(5).map((_, index) =>
			smallActivity(index, {start: ahead - index * 86_400}),
		);
		const one = account({activities});
		const setting: BackupSetting = {simulator: await testSimulator([one]), root: temporaryFolder()};
		const first = await runOnce(setting, {
			formats: ['fit'],
			activities: activities.map(({item}) => toActivity(item)!),
		});
		expect(first.summary).toMatchObject({saved: 5});
		const services = testServices(setting);
		const {signal} = new AbortController();
		const client = services.connect();
		// The list as a right clock kept it.
		const pages = client.list({to: '2099-01-01'}, signal);
		const found = (await pages.next()).value;
		expect(found).toMatchObject({total: 5});
		const userId = services.session()!.userId;
		writeFileSync(
			path.join(setting.root, 'config', `activities-${userId}.jsonl`),
			[
				{listedAt: new Date().toISOString(), complete: true, count: 5},
				...activities.map(({item}) => item),
			]
				.map((line) => JSON.stringify(line))
				.join('\n'),
		);
		for (const full of [false, true]) {
			const {summary, events} = await runOnce(setting, {formats: ['fit'], full});
			expect(summary).toMatchObject({found: 5, saved: 0, upToDate: 5});
			expect(warnings(events)).toEqual([]);
		}
	});

	test('does not make COROS’s no longer believed than a right one', () => {
		const activity = toActivity(smallActivity(0).item)!;
		const today = new Date(`${activity.day}T12:00:00Z`);
		const plan = (at: Date) =>
			planBackup({
				activities: [activity],
				formats: ['gpx'],
				now: today,
				entryOf: () => ({kind: 'unavailable', reason: '', at: at.toISOString()}),
			}).transfers.length;
		expect(plan(new Date(today.getTime() - 3_600_000))).toBe(0);
		expect(plan(new Date(today.getTime() - 2 * day))).toBe(1);
		expect(plan(new Date(today.getTime() + 366 * day))).toBe(1);
	});
});
