import {
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {AdoptEvent} from '../../source/backup/adopt-folder.js';
import {createServedActivities} from '../../source/simulator/demo-account.js';
import {archiveFolder, runOnce, testServices} from '../helpers/backup.js';
import {
	corosexport,
	corosexportWouldFetch,
	corosLink,
	fillAs,
	type OtherProgram,
	otherPrograms,
} from '../helpers/other-programs.js';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {verifyOnce} from '../helpers/verify.js';

/** Real recordings; those without a FIT are of no use here. */
const recorded = createServedActivities({count: 12})
	.filter(({formats}) => formats.includes('fit') && formats.includes('tcx'))
	.slice(0, 4);

const torn = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length / 2));

/** A person's own files, the last two of them with a name that ends as an export's might. */
const own = {
	'notes.txt': 'mine',
	'Dorset_Walk20240529111151.fit': 'no FIT file at all',
	'route 20250110123456789.gpx': '<gpx>torn',
};

const listNames = (folder: string) =>
	readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter((name) => statSync(path.join(folder, name)).isFile())
		.sort();

const snapshot = (folder: string) =>
	listNames(folder).map((name) => {
		const file = path.join(folder, name);
		return [name, statSync(file).mtimeMs, readFileSync(file, 'latin1')];
	});

/** Two whole activities, a torn one and one that is not there. */
const setUp = async (program: OtherProgram, activities = recorded) => {
	const [first, second, third] = activities;
	const simulator = await testSimulator([account({activities: [...activities]})]);
	const root = temporaryFolder();
	const folder = archiveFolder({root});
	fillAs(program, folder, [first!, second!, third!], activities);
	const bad = program.fileName(second!, 'fit');
	const file = (name: string) => path.join(folder, name);
	const tornBytes = torn(second!.file('fit')!);
	writeFileSync(file(bad), tornBytes);
	for (const [name, text] of Object.entries(own)) {
		writeFileSync(file(name), text);
	}

	const services = testServices({simulator, root});
	const adopt = async (dryRun = false) => {
		const events: AdoptEvent[] = [];
		const signal = new AbortController().signal;
		for await (const event of services.adopt({formats: program.formats, dryRun}, signal)) {
			events.push(event);
		}

		const end = events.at(-1);
		if (end?.type !== 'taken-over') {
			throw new Error('a take-over without an end');
		}

		return {events, end};
	};
	const fetched = () => simulator.requests.filter(({host}) => host === 'file').length;
	return {simulator, root, folder, file, bad, tornBytes, adopt, fetched, activities};
};

describe.each(otherPrograms)('the folder of $name', (program) => {
	const count = program.formats.length;
	const missing = program === corosexport ? count : 0;
	const wanted = {
		adopted: 3 * count - 1,
		known: 0,
		toRepair: 1,
		missing,
		foreign: 3,
		cancelled: false,
	};

	test('is taken over without network and sign-in; every file keeps its name', async () => {
		const {simulator, root, folder, adopt, bad, tornBytes, file} = await setUp(program);
		await simulator.close();
		const before = snapshot(folder);
		const dry = await adopt(true);
		expect(dry.end).toMatchObject({...wanted, dryRun: true});
		expect(snapshot(folder)).toEqual(before);
		const {end, events} = await adopt();
		expect(end).toMatchObject({...wanted, dryRun: false});
		expect(events.filter(({type}) => type === 'to-repair')).toMatchObject([{file: bad}]);
		const kept = before.filter(([name]) => name !== bad && name !== '.corosexport_state.json');
		expect(snapshot(folder)).toEqual(expect.arrayContaining(kept));
		const aside = readdirSync(file('damaged'));
		expect(aside).toHaveLength(1);
		expect(readFileSync(file(path.join('damaged', aside[0]!)))).toEqual(Buffer.from(tornBytes));
		expect(simulator.requests).toEqual([]);
		const {problems} = await verifyOnce({simulator, root});
		expect(problems).toEqual([]);
		// A second time all is known, and what is to repair still is.
		expect((await adopt()).end).toMatchObject({adopted: 0, known: 3 * count - 1, toRepair: 1});
	});

	test('lacks only what is bad or missing, under its own name, and corosexport has no more to do', async () => {
		const {simulator, root, folder, adopt, bad, fetched, activities, file} = await setUp(program);
		await adopt();
		const {summary} = await runOnce({simulator, root}, {formats: program.formats});
		expect(summary).toMatchObject({saved: 1 + count, upToDate: 3 * count - 1, failed: 0});
		expect(fetched()).toBe(1 + count);
		expect(readFileSync(file(bad))).toEqual(Buffer.from(activities[1]!.file('fit')!));
		expect(corosexportWouldFetch(folder, activities)).toEqual([]);
		const {end, problems} = await verifyOnce({simulator, root});
		expect(problems).toEqual([]);
		expect(end).toMatchObject({unknown: 3, setAside: 1});
		expect((await adopt()).end).toMatchObject({adopted: 0, known: 4 * count, toRepair: 0});
	});

	test('needs no command: backup does the same', async () => {
		const {simulator, root, folder, bad, fetched, activities, file} = await setUp(program);
		const {summary, events} = await runOnce({simulator, root}, {formats: program.formats});
		expect(summary).toMatchObject({saved: 1 + count, upToDate: 3 * count - 1, failed: 0});
		expect(fetched()).toBe(1 + count);
		expect(readFileSync(file(bad))).toEqual(Buffer.from(activities[1]!.file('fit')!));
		// Metadata that others wrote is completed; nobody edited anything.
		expect(events.filter(({type}) => type === 'metadata-refreshed')).toEqual([]);
		for (const [name, text] of Object.entries(own)) {
			expect(readFileSync(file(name), 'utf8')).toBe(text);
		}

		expect(corosexportWouldFetch(folder, activities)).toEqual([]);
	});
});

test('a whole file that is another activity’s is bad, as far as the lists at hand tell', async () => {
	const {adopt, file, activities} = await setUp(corosexport, smallActivities(4));
	const [first, , third] = activities.map((one) => corosexport.fileName(one, 'fit'));
	writeFileSync(file(first!), readFileSync(file(third!)));
	const {end, events} = await adopt();
	expect(end).toMatchObject({toRepair: 2});
	expect(events).toContainEqual(
		expect.objectContaining({type: 'to-repair', file: first, reason: 'its content is another’s'}),
	);
});

test('what is missing is known by the list of an earlier run as well', async () => {
	const setting = await setUp(corosLink, smallActivities(6));
	await runOnce(setting, {formats: ['fit'], dryRun: true});
	await testServices(setting).signIn(ann, 'auto', new AbortController().signal);
	for await (const _ of testServices(setting).listActivities(
		testServices(setting).connect(ann),
		{full: true},
		new AbortController().signal,
	));
	const {end, events} = await setting.adopt();
	expect(end).toMatchObject({adopted: 2, toRepair: 1, missing: 3});
	const ids = setting.activities.slice(3).map(({id}) => id);
	expect(events.flatMap((event) => (event.type === 'missing' ? [event.id] : []))).toEqual(ids);
});

test('an activity that is known lends its id to any name', async () => {
	const {adopt, folder, file, bad, activities} = await setUp(corosexport, smallActivities(4));
	renameSync(file(bad), file(`Lauf ${activities[1]!.id}.fit`));
	const {events} = await adopt();
	expect(events.filter(({type}) => type === 'to-repair')).toMatchObject([
		{file: `Lauf ${activities[1]!.id}.fit`},
	]);
	expect(readdirSync(path.join(folder, 'damaged'))).toHaveLength(1);
});

test('the command says what it would do, does it, and ends with what comes next', async () => {
	const {simulator, root, folder, bad} = await setUp(corosexport);
	await simulator.close();
	const run = (...args: string[]) =>
		runProgram(['adopt', ...args], {
			env: {
				HOME: root,
				COROS_TUI_CONFIG_DIR: path.join(root, 'none'),
				COROS_TUI_BACKUP_DIR: folder,
			},
		});
	const dry = await run('--dry-run');
	expect(dry.code).toBe(0);
	expect(dry.stdout).toContain('5 files would be adopted, 1 to repair, 2 missing, 3 foreign, in');
	expect(dry.stderr).toContain(`to repair: ${bad}: `);
	expect(dry.stderr).toContain('foreign: notes.txt: not a file of a backup, left alone');
	expect(dry.stderr).toContain('Run coros-tui backup');
	const json = await run('--json', '--format', 'fit');
	expect(json).toMatchObject({code: 0, stderr: ''});
	const events = json.stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as AdoptEvent);
	expect(events.at(-1)).toMatchObject({type: 'taken-over', adopted: 5, toRepair: 1, missing: 1});
	rmSync(path.join(folder, '.corosexport_state.json'));
	mkdirSync(path.join(root, 'empty'));
	const empty = await run('--backup-dir', path.join(root, 'empty'));
	expect(empty.stdout).toContain('No file of a COROS program found: nothing to take over, in');
	expect(empty.stderr).toBe(
		'Check --backup-dir: it has to name the folder that holds the files.\n',
	);
	const nowhere = await run('--backup-dir', path.join(root, 'nowhere'));
	expect(nowhere.code).toBe(2);
});
