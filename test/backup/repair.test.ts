import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {
	archiveFolder,
	type BackupSetting,
	goldenFiles,
	readArchiveFiles,
	runOnce,
	testServices,
} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {repairOnce, verifyOnce} from '../helpers/verify.js';

const setUp = async (count = 4) => {
	const one = account({activities: smallActivities(count)});
	const setting: BackupSetting = {simulator: await testSimulator([one]), root: temporaryFolder()};
	await runOnce(setting);
	setting.simulator.requests.length = 0;
	const file = (name: string) => path.join(archiveFolder(setting), name);
	const named = (index: number, extension: string) =>
		[...goldenFiles(one).keys()].find(
			(name) => name.includes(one.activities[index]!.id) && name.endsWith(extension),
		)!;
	const metadata = (index: number) => named(index, '.fit').replace('.fit', '-metadata.json');
	const asideFolder = file('damaged');
	return {
		setting,
		one,
		file,
		named,
		metadata,
		aside: () =>
			existsSync(asideFolder)
				? readdirSync(asideFolder).map((name) => readFileSync(path.join(asideFolder, name), 'utf8'))
				: [],
	};
};

/** Exports alone: `damaged/` is a folder. */
const withoutAside = (one: Awaited<ReturnType<typeof setUp>>) => {
	const folder = archiveFolder(one.setting);
	return new Map(
		readdirSync(folder, {withFileTypes: true})
			.filter((entry) => entry.isFile() && !/^\.|json$/.test(entry.name))
			.map(({name}) => [name, readFileSync(path.join(folder, name))]),
	);
};

const fetched = ({simulator}: BackupSetting) =>
	simulator.requests.filter(({host}) => host === 'file').length;

test('asks nobody and changes nothing where all is well', async () => {
	const {setting} = await setUp();
	const {summary, connections} = await repairOnce(setting);
	expect(summary).toMatchObject({problems: 0, repaired: 0, remaining: 0, failed: 0});
	expect(connections).toBe(0);
	expect(setting.simulator.requests).toEqual([]);
});

test('fetches just what is bad or gone, and keeps every damaged byte', async () => {
	const whole = await setUp();
	const {setting, one, file, named, metadata, aside} = whole;
	writeFileSync(file(named(0, '.fit')), 'damaged fit');
	writeFileSync(file(named(1, '.csv')), smallActivity(99).file('csv')!); // Whole, and not ours.
	rmSync(file(named(2, '.gpx')));
	writeFileSync(file(named(3, '.kml')), '');
	writeFileSync(file(metadata(1)), 'damaged metadata');
	rmSync(file(metadata(2)));
	const {summary, events} = await repairOnce(setting);
	expect(summary).toMatchObject({problems: 6, repaired: 6, remaining: 0, failed: 0});
	expect(events.filter(({type}) => type === 'problem')).toHaveLength(6);
	expect(fetched(setting)).toBe(4);
	expect(withoutAside(whole)).toEqual(goldenFiles(one));
	expect(aside().sort()).toEqual(
		[
			'',
			Buffer.from(smallActivity(99).file('csv')!).toString(),
			'damaged fit',
			'damaged metadata',
		].sort(),
	);
	expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, unknown: 0, setAside: 4});
	const again = await repairOnce(setting);
	expect(again.summary).toMatchObject({problems: 0});
	expect(aside()).toHaveLength(4);
});

test('that cannot fetch leaves every byte where it was, and the damage known', async () => {
	const {setting, file, named, aside} = await setUp();
	writeFileSync(file(named(0, '.csv')), smallActivity(99).file('csv')!);
	writeFileSync(file(named(1, '.fit')), 'damaged fit');
	rmSync(file(named(2, '.tcx')));
	const before = (await verifyOnce(setting)).problems;
	expect(before).toHaveLength(3);
	setting.simulator.behaviour.fault = ({host}) => (host === 'file' ? 'not-found' : undefined);
	const {summary} = await repairOnce(setting);
	expect(summary).toMatchObject({problems: 3, repaired: 0, remaining: 3, failed: 3});
	expect(aside()).toEqual([]);
	expect(readFileSync(file(named(1, '.fit')), 'utf8')).toBe('damaged fit');
	expect((await verifyOnce(setting)).problems).toEqual(before);
	setting.simulator.behaviour.fault = () => undefined;
	expect((await repairOnce(setting)).summary).toMatchObject({repaired: 3, remaining: 0});
});

test('keeps a damaged file that COROS has no longer, and says so', async () => {
	const {setting, one, file, named, aside} = await setUp();
	const [first] = one.activities;
	const name = named(0, '.gpx');
	one.activities[0] = {
		...first!,
		formats: ['fit'],
		file: (format) => (format === 'fit' ? first!.file('fit') : undefined),
	};
	writeFileSync(file(name), 'damaged gpx');
	const {summary} = await repairOnce(setting);
	expect(summary).toMatchObject({problems: 1, remaining: 1, failed: 0});
	expect(readFileSync(file(name), 'utf8')).toBe('damaged gpx');
	expect(aside()).toEqual([]);
});

test('of an activity that is gone from COROS is impossible, said, and asked once where nothing is left', async () => {
	const {setting, one, file, named} = await setUp();
	const [name, other] = [named(0, '.fit'), named(0, '.csv')];
	rmSync(file(name));
	writeFileSync(file(other), 'damaged csv');
	one.activities.shift();
	const {summary, events} = await repairOnce(setting);
	expect(summary).toMatchObject({problems: 2, remaining: 2, failed: 0});
	expect(events.filter(({type}) => type === 'irreparable')).toHaveLength(2);
	expect(readFileSync(file(other), 'utf8')).toBe('damaged csv');
	const {problems} = await verifyOnce(setting);
	expect(problems).toMatchObject([{kind: 'damaged', file: other}]);
});

test('does not hurry: what is gone stays known to be, through any number of backups', async () => {
	const {setting, file, named} = await setUp();
	rmSync(file(named(0, '.fit')));
	await runOnce(setting, {formats: ['csv']});
	await runOnce(setting, {formats: ['csv'], full: true});
	const {problems} = await verifyOnce(setting);
	expect(problems).toMatchObject([{kind: 'gone', file: named(0, '.fit')}]);
});

test('gives a file back the name it had', async () => {
	const {setting, one, file, named} = await setUp(1);
	const name = named(0, '.fit');
	const own = `2026-05-01 Lauf ${one.activities[0]!.id}.fit`;
	writeFileSync(file(own), readFileSync(file(name)));
	rmSync(file(name));
	rmSync(file('.corosexport_state.json'));
	await runOnce(setting);
	writeFileSync(file(own), 'damaged');
	expect((await repairOnce(setting)).summary).toMatchObject({repaired: 1, remaining: 0});
	expect(readFileSync(file(own))).toEqual(Buffer.from(one.activities[0]!.file('fit')!));
	expect(existsSync(file(name))).toBe(false);
});

test('makes a broken state anew, and fetches only what is damaged beside it', async () => {
	const whole = await setUp();
	const {setting, one, file, named, aside} = whole;
	writeFileSync(file('.corosexport_state.json'), '{"torn');
	writeFileSync(file(named(0, '.fit')), 'damaged fit');
	const {summary} = await repairOnce(setting);
	expect(summary).toMatchObject({remaining: 0, failed: 0});
	expect(fetched(setting)).toBe(1);
	expect(aside()).toEqual(['damaged fit']);
	expect(withoutAside(whole)).toEqual(goldenFiles(one));
	expect((await verifyOnce(setting)).end.problems).toBe(0);
});

test('does not believe a file that only looks whole where the state is lost', async () => {
	const whole = await setUp();
	const {setting, one, file, named} = whole;
	rmSync(file('.corosexport_state.json'));
	writeFileSync(file(named(0, '.fit')), one.activities[1]!.file('fit')!);
	expect((await repairOnce(setting)).summary).toMatchObject({remaining: 0, failed: 0});
	expect(withoutAside(whole)).toEqual(goldenFiles(one));
});

test('ends with a sentence where another account is signed in, and touches nothing', async () => {
	const bob = account({email: 'bob@example.org', userId: '999', activities: smallActivities(2)});
	const one = account({activities: smallActivities(2)});
	const setting = {simulator: await testSimulator([one, bob]), root: temporaryFolder()};
	await runOnce(setting);
	const [name] = [...readArchiveFiles(setting).keys()];
	const file = path.join(archiveFolder(setting), name!);
	writeFileSync(file, 'damaged');
	const services = testServices(setting);
	const {signal} = new AbortController();
	await services.signIn({email: bob.email, password: ann.password}, 'auto', signal);
	const {summary} = await repairOnce(setting);
	expect(summary).toMatchObject({error: {code: 'wrong-account'}, repaired: 0, remaining: 1});
	expect(readFileSync(file, 'utf8')).toBe('damaged');
});

test('moves no damaged file away for nothing, even where no state knows it', async () => {
	const {setting, file, named, aside} = await setUp();
	rmSync(file('.corosexport_state.json'));
	writeFileSync(file(named(0, '.fit')), 'damaged fit');
	setting.simulator.behaviour.fault = ({host}) => (host === 'file' ? 'not-found' : undefined);
	expect((await repairOnce(setting)).summary).toMatchObject({remaining: 1, failed: 1});
	expect(readFileSync(file(named(0, '.fit')), 'utf8')).toBe('damaged fit');
	expect(aside()).toEqual([]);
	expect((await verifyOnce(setting)).problems).toMatchObject([{kind: 'damaged'}]);
	setting.simulator.behaviour.fault = () => undefined;
	expect((await repairOnce(setting)).summary).toMatchObject({repaired: 1, remaining: 0});
	expect(aside()).toEqual(['damaged fit']);
});
