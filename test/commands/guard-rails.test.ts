import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {archiveFolder, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const bob = account({
	email: 'bob@example.org',
	userId: '999000111',
	activities: smallActivities(2),
});

const setUp = async (count: number) => {
	const one = account({activities: smallActivities(count)});
	const setting = {simulator: await testSimulator([one, bob]), root: temporaryFolder()};
	await runOnce(setting, {formats: ['fit']});
	const run = (args: readonly string[], email = ann.email) =>
		runProgram(args, {
			env: {
				HOME: setting.root,
				COROS_TUI_BASE_URL: setting.simulator.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(setting.root, 'config'),
				COROS_TUI_BACKUP_DIR: archiveFolder(setting),
				COROS_TUI_EMAIL: email,
				COROS_TUI_PASSWORD: ann.password,
			},
		});
	return {...setting, one, run};
};

const snapshot = (root: string) => ({
	files: readArchiveFiles({root}),
	state: readFileSync(path.join(archiveFolder({root}), '.corosexport_state.json'), 'utf8'),
});

test.each([
	[['backup', '--full']],
	[['backup', '--dry-run']],
	[['export', bob.activities[0]!.id]],
	[['verify', '--repair']],
])('another account in this folder ends %j with exit 2, and nothing is touched', async (args) => {
	const {run, root, simulator} = await setUp(3);
	const [name] = [...readArchiveFiles({root}).keys()];
	writeFileSync(path.join(archiveFolder({root}), name!), 'damaged');
	const before = snapshot(root);
	simulator.requests.length = 0;
	const {code, stderr} = await run(args, bob.email);
	expect(code).toBe(2);
	expect(stderr).toContain('This folder holds the backup of another COROS account');
	expect(stderr).toContain('Give this account a folder of its own');
	expect(snapshot(root)).toEqual(before);
	expect(simulator.requests.every(({host}) => host !== 'file')).toBe(true);
});

test('another account sees nothing of this folder in its list', async () => {
	const {run, one} = await setUp(30);
	const [gone] = one.activities.splice(3, 1);
	await run(['backup', '--format', 'fit']);
	expect((await run(['list', '--json'])).stdout).toContain(gone!.id);
	const {stdout, code} = await run(['list'], bob.email);
	expect(code).toBe(0);
	expect(stdout).not.toContain('gone from COROS');
});

test('an activity that is gone from COROS stays in the list, in its place, and is named so', async () => {
	const {run, one} = await setUp(30);
	const [gone] = one.activities.splice(3, 1);
	const backup = await run(['backup', '--format', 'fit']);
	expect(backup.code).toBe(0);
	expect(backup.stderr).toContain(
		'COROS no longer lists 1 activity of this folder. Its files stay.',
	);
	expect((await run(['backup', '--format', 'fit'])).stderr).not.toContain('no longer lists');
	const table = (await run(['list'])).stdout.trimEnd().split('\n').slice(1);
	expect(table).toHaveLength(30);
	expect(table[3]).toContain(gone!.id);
	expect(table.filter((line) => line.includes('(gone from COROS)'))).toEqual([table[3]]);
	const rows = (await run(['list', '--json', '--limit', '5'])).stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as {id: string; at_coros: boolean});
	expect(rows.map((row) => row.at_coros)).toEqual([true, true, true, false, true]);
});

test('an empty list is said, is exit 0, and leaves every file', async () => {
	const {run, one, root} = await setUp(12);
	const before = readArchiveFiles({root});
	one.activities.splice(0);
	const {code, stderr} = await run(['backup', '--full', '--quiet']);
	expect(code).toBe(0);
	expect(stderr).toContain('COROS lists 0 activities, and 12 of the 12 in this folder');
	expect(stderr).toContain('All files stay.');
	const events = readEvents(await run(['backup', '--full', '--json']));
	expect(events.map(({type}) => type)).toEqual(['listing', 'warning', 'planned', 'finished']);
	expect(readArchiveFiles({root})).toEqual(before);
});
