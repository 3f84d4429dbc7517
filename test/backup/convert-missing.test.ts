import {readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {BackupEvent} from '../../source/backup/event.js';
import {createArchiveMemory} from '../../source/disk/archive-memory.js';
import {readStateDocument} from '../../source/disk/state-document.js';
import {toStateText} from '../../source/disk/state-pieces.js';
import type {ServedActivity} from '../../source/simulator/served-activity.js';
import {readGpx, readTcx} from '../convert/read-back.js';
import {buildActivity, startUnix} from '../fit/build-activity.js';
import {
	archiveFolder,
	type BackupSetting,
	readArchiveFiles,
	runOnce,
	testServices,
} from '../helpers/backup.js';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {repairOnce, verifyOnce} from '../helpers/verify.js';

/** An activity of which COROS has the FIT alone, as of a sport that its export does not know. */
const originalOnly = (index: number, positions = true): ServedActivity => {
	const start = startUnix - index * 86_400;
	const fit = buildActivity({start, seconds: 30, positions});
	return {
		...smallActivity(index, {formats: ['fit'], start}),
		file: (format) => (format === 'fit' ? fit : undefined),
	};
};

const formats = ['fit', 'tcx', 'gpx', 'csv'] as const;

const setUp = async (...activities: ServedActivity[]) => {
	const simulator = await testSimulator([account({activities})]);
	const setting: BackupSetting = {simulator, root: temporaryFolder()};
	const names = () =>
		[...readArchiveFiles(setting).keys()].map((name) => name.replace(/^.*_/, '')).sort();
	const text = (id: string, format: string) => {
		const [, bytes] = [...readArchiveFiles(setting)].find(([name]) =>
			name.endsWith(`${id}.${format}`),
		)!;
		return bytes.toString();
	};
	return {setting, names, text, convert: () => runOnce(setting, {formats, convert: 'missing'})};
};

const typesOf = (events: readonly BackupEvent[]) =>
	events.map((event) =>
		'transfer' in event ? `${event.type} ${event.transfer.format}` : event.type,
	);

const readState = (setting: BackupSetting) =>
	JSON.parse(
		readFileSync(path.join(archiveFolder(setting), '.corosexport_state.json'), 'utf8'),
	) as {
		downloaded_activity_ids: string[];
		last_synced_activity_id: string;
		coros_tui: {activities: Record<string, Record<string, Record<string, unknown>>>};
	};

test('makes GPX and TCX that COROS lacks, after all transfers, and never the CSV', async () => {
	const one = originalOnly(0);
	const {setting, names, text, convert} = await setUp(one);
	const {events, summary} = await convert();
	expect(names()).toEqual([`${one.id}.fit`, `${one.id}.gpx`, `${one.id}.tcx`]);
	expect(readGpx(text(one.id, 'gpx'))).toHaveLength(29);
	expect(readTcx(text(one.id, 'tcx')).activities[0]!.notes).toBe('Run 0');
	expect(typesOf(events).slice(-3)).toEqual(['converted tcx', 'converted gpx', 'finished']);
	expect(summary).toMatchObject({saved: 1, unavailable: 3, converted: 2, failed: 0});
	const [gpx] = [...readArchiveFiles(setting).keys()].filter((name) => name.endsWith('.gpx'));
	expect(statSync(path.join(archiveFolder(setting), gpx!)).mtimeMs).toBe(startUnix * 1000);
	expect(readState(setting).coros_tui.activities[one.id]).toMatchObject({
		gpx: {made_here: true, size: expect.any(Number)},
		tcx: {made_here: true},
		csv: {unavailable: expect.any(String)},
	});
	expect(readState(setting).coros_tui.activities[one.id]!.fit).not.toHaveProperty('made_here');
});

test('makes nothing that was not asked for, and no route where there is none', async () => {
	const [outdoor, indoor] = [originalOnly(0), originalOnly(1, false)];
	const {setting, names, convert} = await setUp(outdoor, indoor);
	const plain = await runOnce(setting, {formats});
	expect(plain.summary).toMatchObject({saved: 2, unavailable: 6});
	expect(plain.summary).not.toHaveProperty('converted');
	expect(names()).toHaveLength(2);
	// What was found to be missing in an earlier run is made as well.
	const {summary} = await convert();
	expect(summary).toMatchObject({saved: 0, converted: 3});
	expect(summary).not.toHaveProperty('error');
	expect(names()).toContain(`${indoor.id}.tcx`);
	expect(names()).not.toContain(`${indoor.id}.gpx`);
});

test('makes nothing of a FIT file that was damaged since: verify is there for it', async () => {
	const {setting, names, convert} = await setUp(originalOnly(0));
	await runOnce(setting, {formats});
	const [name, bytes] = [...readArchiveFiles(setting)][0]!;
	writeFileSync(path.join(archiveFolder(setting), name), bytes.subarray(0, 700));
	expect((await convert()).summary).not.toHaveProperty('converted');
	expect(names()).toHaveLength(1);
});

test('has nothing to do the second time, and verify finds nothing wrong', async () => {
	const {setting, convert} = await setUp(originalOnly(0));
	await convert();
	setting.simulator.requests.length = 0;
	const {summary} = await convert();
	expect(summary).toMatchObject({saved: 0, upToDate: 3});
	expect(summary).not.toHaveProperty('converted');
	expect((await verifyOnce(setting)).end).toMatchObject({checked: 4, problems: 0, unknown: 0});
});

test('gives way to COROS’s own file with --full alone, and stays where COROS still has none', async () => {
	const one = originalOnly(0);
	const activities = [one];
	const simulator = await testSimulator([account({activities})]);
	const setting: BackupSetting = {simulator, root: temporaryFolder()};
	const request = {formats, convert: 'missing'} as const;
	await runOnce(setting, request);
	const made = (name: string) =>
		[...readArchiveFiles(setting)].find(([key]) => key.endsWith(name))![1];
	const tcx = made('.tcx');

	// COROS has a GPX now, and still no TCX.
	const own = smallActivity(0, {id: one.id, formats: ['gpx'], start: startUnix});
	activities[0] = {
		...one,
		formats: ['fit', 'gpx'],
		file: (format) => one.file(format) ?? own.file(format),
	};
	await runOnce(setting, request);
	expect(made('.gpx').toString()).toContain('coros-tui');
	const {summary} = await runOnce(setting, {...request, full: true});
	expect(summary).toMatchObject({saved: 1, failed: 0});
	expect(made('.gpx')).toEqual(Buffer.from(own.file('gpx')!));
	expect(made('.tcx')).toEqual(tcx);
	const known = readState(setting).coros_tui.activities[one.id]!;
	expect(known.gpx).not.toHaveProperty('made_here');
	expect(known.tcx).toMatchObject({made_here: true});
	expect((await runOnce(setting, request)).summary).toMatchObject({saved: 0, upToDate: 3});
	expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, setAside: 0});
});

test('a lost state is found again in the files themselves', async () => {
	const one = originalOnly(0);
	const {setting, convert} = await setUp(one);
	await convert();
	rmSync(path.join(archiveFolder(setting), '.corosexport_state.json'));
	await runOnce(setting, {formats: ['fit', 'gpx', 'tcx']});
	expect(readState(setting).coros_tui.activities[one.id]).toMatchObject({
		gpx: {made_here: true},
		tcx: {made_here: true},
	});
	expect(readState(setting).coros_tui.activities[one.id]!.fit).not.toHaveProperty('made_here');
});

test('corosexport’s keys count what COROS gave alone', async () => {
	const one = originalOnly(0);
	const {setting, convert} = await setUp(one);
	await convert();
	expect(readState(setting)).toMatchObject({
		total_activities_backed_up: 1,
		last_synced_activity_id: one.id,
		downloaded_activity_ids: [one.id],
	});
	const file = {kind: 'saved', file: 'a', size: 1, sha256: '0', at: ''} as const;
	const entries = new Map([
		['1', {gpx: {...file, madeHere: true as const}}],
		['2', {fit: file, gpx: {...file, madeHere: true as const}}],
	]);
	const memory = createArchiveMemory({...readStateDocument({}), entries: new Map()});
	memory.record('1', 'fit', file);
	memory.record('2', 'fit', file);
	memory.record('1', 'gpx', {...file, madeHere: true});
	expect(JSON.parse([...memory.toPieces(new Date())].join(''))).toMatchObject({
		last_synced_activity_id: '2',
	});
	const state = toStateText({...readStateDocument({}), entries}, new Date());
	expect(JSON.parse(state)).toMatchObject({
		total_activities_backed_up: 1,
		last_synced_activity_id: '2',
		downloaded_activity_ids: ['2'],
	});
});

test('coros-tui backup --convert missing says what it made', async () => {
	const simulator = await testSimulator([account({activities: [originalOnly(0)]})]);
	const root = temporaryFolder();
	const env = {
		HOME: root,
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
		COROS_TUI_BACKUP_DIR: archiveFolder({root}),
		COROS_TUI_EMAIL: ann.email,
		COROS_TUI_PASSWORD: ann.password,
	};
	const wrong = await runProgram(['backup', '--convert', 'all'], {env});
	expect(wrong.code).toBe(2);
	expect(wrong.stderr).toContain('--convert takes missing or none, not all');
	const result = await runProgram(['backup', '--format', 'fit,gpx', '--convert', 'missing'], {env});
	expect(result.code).toBe(0);
	expect(result.stdout).toContain('1 not available at COROS, 1 of them made here');
});

test('files that convert made in the archive are known for what they are', async () => {
	const one = originalOnly(0);
	const {setting} = await setUp(one);
	await runOnce(setting, {formats: ['fit']});
	const signal = new AbortController().signal;
	const services = testServices(setting);
	const made = services.convert({inputs: [one.id], formats: ['gpx', 'csv']}, signal);
	for await (const event of made) expect(event.type).not.toBe('failed');
	expect((await verifyOnce(setting)).end).toMatchObject({checked: 3, problems: 0, unknown: 0});
	const {summary} = await runOnce(setting, {formats: ['fit', 'gpx', 'csv']});
	// The samples are not taken for COROS's own CSV, and nobody throws them away.
	expect(summary).toMatchObject({upToDate: 2, unavailable: 1});
	expect(readArchiveFiles(setting).size).toBe(3);
	expect(readState(setting).coros_tui.activities[one.id]).toMatchObject({gpx: {made_here: true}});
});

test('what was made here may be made anew, or removed, and is no problem of verify', async () => {
	const one = originalOnly(0);
	const {setting, names, convert} = await setUp(one);
	await convert();
	const place = path.join(archiveFolder(setting), '2026-11-18_').concat(one.id);
	const old = readFileSync(`${place}.gpx`, 'utf8');
	writeFileSync(`${place}.gpx`, old.replace('Run 0', 'Another name'));
	rmSync(`${place}.tcx`);
	expect((await verifyOnce(setting)).problems).toEqual([]);
	await convert();
	expect(names()).toContain(`${one.id}.tcx`);
});

test('what was made here and is damaged is made anew by a repair, and asked of nobody', async () => {
	const one = originalOnly(0);
	const {setting, text, convert} = await setUp(one);
	await convert();
	const whole = text(one.id, 'gpx');
	const name = [...readArchiveFiles(setting).keys()].find((file) => file.endsWith('.gpx'))!;
	writeFileSync(path.join(archiveFolder(setting), name), whole.slice(0, 900));
	setting.simulator.requests.length = 0;
	const {summary} = await repairOnce(setting);
	expect(summary).toMatchObject({problems: 1, repaired: 1, remaining: 0, failed: 0});
	expect(text(one.id, 'gpx')).toBe(whole);
	expect(setting.simulator.requests.filter(({path}) => path.includes('download'))).toEqual([]);
	expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, setAside: 1});
});

test('a file of COROS’s own that convert replaced is changed, whatever it says of itself', async () => {
	const one = originalOnly(0);
	const own = smallActivity(0, {id: one.id, formats: ['gpx'], start: startUnix});
	const {setting} = await setUp({
		...one,
		formats: ['fit', 'gpx'],
		file: (format) => one.file(format) ?? own.file(format),
	});
	await runOnce(setting, {formats: ['fit', 'gpx']});
	const request = {inputs: [one.id], formats: ['gpx'], overwrite: true} as const;
	const made = testServices(setting).convert(request, new AbortController().signal);
	for await (const event of made) expect(event.type).not.toBe('failed');
	expect((await verifyOnce(setting)).problems).toMatchObject([{kind: 'changed', format: 'gpx'}]);
	await repairOnce(setting);
	expect((await verifyOnce(setting)).problems).toEqual([]);
});

test('what failed is not made up: COROS may have it', async () => {
	const one = originalOnly(0);
	const own = smallActivity(0, {id: one.id, formats: ['gpx'], start: startUnix});
	const {setting, names, convert} = await setUp({
		...one,
		formats: ['fit', 'gpx'],
		file: (format) => one.file(format) ?? own.file(format),
	});
	setting.simulator.behaviour.fault = ({host, path}) =>
		host === 'file' && path.includes('gpx') ? 'empty' : undefined;
	expect((await convert()).summary).toMatchObject({failed: 1, converted: 1});
	expect(names()).toEqual([`${one.id}.fit`, `${one.id}.tcx`]);
});
