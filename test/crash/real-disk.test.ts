import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test, vi} from 'vitest';
import {readArchiveFiles} from '../helpers/backup.js';
import {hasPosix} from '../helpers/platform.js';
import {smallActivities} from '../helpers/small-activity.js';
import {suiteFolder} from '../helpers/temporary-folder.js';
import {expectRecovery, type Golden, makeGolden} from './golden.js';
import {
	type Experiment,
	expectOnlyWholeFiles,
	experiment,
	namesBelow,
	patience,
} from './laboratory.js';
import {report} from './report.js';
import {incremental} from './scenarios.js';

vi.setConfig(patience);

/** Whether this test may do what only an administrator may; says so where it may not. */
const can = (what: string, command: string, args: readonly string[]): boolean => {
	if (spawnSync(command, args, {stdio: 'ignore'}).status === 0) {
		return true;
	}

	process.stderr.write(`SKIPPED, not allowed here: ${what}\n`);
	return false;
};

const mount = ({archive: folder, atEnd}: Experiment, options: string): boolean => {
	mkdirSync(folder, {recursive: true});
	if (
		!can('to mount a disk of its own', 'mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
	) {
		return false;
	}

	atEnd(() => void spawnSync('umount', ['-l', folder]));
	return true;
};

/** A disk that tells no letters' case apart and takes only names that Windows knows, as a stick may. */
const mountNtfs = ({archive: folder, root, atEnd}: Experiment): boolean => {
	mkdirSync(folder, {recursive: true});
	const image = path.join(root, 'disk.img');
	writeFileSync(image, '');
	truncateSync(image, 64 * 1024 * 1024);
	const options = ['-o', 'ignore_case,windows_names', image, folder];
	if (
		!can('to make a disk of Windows', 'mkntfs', ['-F', '-Q', image]) ||
		!can('to mount a disk of Windows', 'lowntfs-3g', options)
	) {
		return false;
	}

	atEnd(() => void spawnSync('umount', ['-l', folder]));
	return true;
};

const remount = (folder: string, options: string) =>
	execFileSync('mount', ['-o', `remount,${options}`, folder]);

const expectNamed = (
	lab: Experiment,
	{code, stderr}: {readonly code: number | null; readonly stderr: string},
	words: string,
) => {
	expect(stderr).toContain(words);
	expect(stderr).toContain(lab.archive);
	expect(stderr.trim().split('\n')).toHaveLength(2);
	expect(code).toBe(1);
	expectOnlyWholeFiles(lab);
};

test('a disk that fills is named, keeps what is saved, and is gone on with', async ({skip}) => {
	await experiment(smallActivities(60), undefined, async (lab) => {
		if (!mount(lab, 'size=400k')) {
			skip();
		}

		expectNamed(lab, await lab.backUp({args: ['--concurrency', '8']}), 'The disk is full');
		const saved = readArchiveFiles(lab).size;
		expect(saved).toBeGreaterThan(10);
		expect(saved).toBeLessThan(120);
		remount(lab.archive, 'size=8m');
		const before = lab.fetched().length;
		expect(await lab.backUp()).toMatchObject({code: 0, stderr: ''});
		expect(readArchiveFiles(lab).size).toBe(120);
		expect(lab.fetched().length - before).toBe(120 - saved);
	});
});

test('a disk that may only be read is named, and gone on with once it may be written', async ({
	skip,
}) => {
	await experiment(smallActivities(2), undefined, async (lab) => {
		if (!mount(lab, 'size=8m')) {
			skip();
		}

		expect(await lab.backUp({args: ['--format', 'fit']})).toMatchObject({code: 0});
		remount(lab.archive, 'ro');
		expectNamed(lab, await lab.backUp(), 'may not be used');
		remount(lab.archive, 'rw');
		expect(await lab.backUp()).toMatchObject({code: 0, stderr: ''});
		expect(readArchiveFiles(lab).size).toBe(4);
	});
});

const hasUsers = hasPosix('a folder that may not be used, and a limit of open files');

test.runIf(hasUsers)('a folder of somebody else’s is named', async ({skip}) => {
	await experiment(smallActivities(2), undefined, async (lab) => {
		const isRoot = process.getuid?.() === 0;
		const through = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
		if (isRoot && !can('to be somebody else', through[0]!, [...through.slice(1), 'node', '-v'])) {
			skip();
		}

		chmodSync(lab.root, 0o777);
		mkdirSync(lab.archive);
		chmodSync(lab.archive, 0o555);
		expectNamed(lab, await lab.backUp({run: {through}}), 'may not be used');
		chmodSync(lab.archive, 0o777);
		expect(await lab.backUp({run: {through}})).toMatchObject({code: 0, stderr: ''});
	});
});

const folder = suiteFolder();
let golden: Golden;
beforeAll(async () => {
	golden = await makeGolden(incremental, folder());
});

test.runIf(hasUsers)('few open files are enough', async () => {
	let runs = 0;
	for (let limit = 18; limit <= 48; limit += 2) {
		const through = ['sh', '-c', `ulimit -n ${limit}; exec "$@"`, 'sh'];
		await experiment(incremental.activities, golden.template, async (lab) => {
			const result = await lab.backUp({run: {through}, args: ['--concurrency', '8']});
			if (result.stderr.includes('node:internal') || result.signal !== null) {
				return; // Node itself could not start, or not read the program.
			}

			runs += 1;
			expect(result, `${limit}`).toMatchObject({code: 0, stderr: ''});
			await expectRecovery(lab, golden);
		});
	}

	expect(runs).toBeGreaterThan(3);
	report(`${runs} limits of open files`);
});

test('a disk that knows neither case nor all letters holds every name, whatever its folder is called', async ({
	skip,
}) => {
	const names = ['Morning', 'MORNING', 'con', 'a:b? "c" <d>', 'Größe', 'GRÖSSE.', 'LPT1.fit'];
	const activities = smallActivities(names.length).map((one, index) => ({
		...one,
		item: {...one.item, name: names[index]},
	}));
	await experiment(activities, undefined, async (lab) => {
		if (!mountNtfs(lab)) {
			skip();
		}

		const run = (folder: string, ...args: string[]) =>
			lab.backUp({args: ['--backup-dir', path.join(lab.archive, folder), ...args]});
		const template = ['--name-template', '{name}/{date} {id}'];
		expect(await run('Runs', ...template)).toMatchObject({code: 0, stderr: ''});
		const all = 2 * names.length;
		expect(lab.fetched()).toHaveLength(all);
		expect(await run('RUNS')).toMatchObject({code: 0, stderr: ''});
		expect(lab.fetched()).toHaveLength(all);
		const both = namesBelow(path.join(lab.archive, 'runs', 'MORNING'));
		const [first, ...others] = both.filter((name) => name.endsWith('.fit'));
		expect(others).toHaveLength(1);
		rmSync(path.join(lab.archive, 'runs', 'morning', first!.toUpperCase()));
		expect(await run('runs')).toMatchObject({code: 0, stderr: ''});
		expect(lab.fetched()).toHaveLength(all + 1);
		const verify = ['verify', '--backup-dir', path.join(lab.archive, 'RUNS')];
		const {code, stdout} = await lab.backUp({command: verify});
		expect({code, stdout}).toMatchObject({code: 0, stdout: expect.stringContaining('21 files')});
	});
});
