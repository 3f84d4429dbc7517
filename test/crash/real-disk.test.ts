import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync} from 'node:fs';
import {beforeAll, expect, test, vi} from 'vitest';
import {readArchiveFiles} from '../helpers/backup.js';
import {smallActivities} from '../helpers/small-activity.js';
import {suiteFolder} from '../helpers/temporary-folder.js';
import {expectRecovery, type Golden, makeGolden} from './golden.js';
import {type Experiment, expectOnlyWholeFiles, experiment, patience} from './laboratory.js';
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

test('a folder of somebody else’s is named', async ({skip}) => {
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

test('few open files are enough', async () => {
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
