import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {archiveFolder, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {hasPosix} from '../helpers/platform.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async () => {
	const one = account({activities: smallActivities(3)});
	const [newest] = one.activities;
	const setting = {simulator: await testSimulator([one]), root: temporaryFolder()};
	await runOnce(setting, {formats: ['fit']});
	const name = [...readArchiveFiles(setting).keys()].find((one) => one.includes(newest!.id));
	const file = path.join(archiveFolder(setting), name!);
	const run = (...args: string[]) =>
		runProgram(args, {
			env: {
				HOME: setting.root,
				COROS_TUI_BASE_URL: setting.simulator.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(setting.root, 'config'),
				COROS_TUI_BACKUP_DIR: archiveFolder(setting),
				COROS_TUI_RETRY_DELAY: '1',
			},
		});
	return {
		...setting,
		one,
		name: name!,
		file,
		run,
		damage: () => writeFileSync(file, 'damaged'),
		/** Without the network from here on, and without a session. */
		async goOffline() {
			rmSync(path.join(setting.root, 'config', 'session.json'));
			await setting.simulator.close();
		},
	};
};

test('a repair names what it found and how it ended, exit 0', async () => {
	const {run, damage, name, file, one} = await setUp();
	damage();
	const result = await run('verify', '--repair');
	expect(result.code).toBe(0);
	expect(result.stderr).toContain(`damaged: ${name}: `);
	expect(result.stdout).toContain('1 of 1 problem repaired. Damaged files are kept in damaged/.');
	expect(readFileSync(file)).toEqual(Buffer.from(one.activities[0]!.file('fit')!));
	const again = await run('verify');
	expect(again.code).toBe(0);
	expect(again.stdout).toContain('all good, 1 damaged file kept aside');
});

test('a repair of what is gone speaks of no damaged file', async () => {
	const {run, file} = await setUp();
	rmSync(file);
	const result = await run('verify', '--repair');
	expect(result.code).toBe(0);
	expect(result.stderr).toContain('1 file to fetch anew.\n');
	expect(result.stdout).toMatch(/1 of 1 problem repaired\.\n$/);
});

test('with --json every line is an event, and the last one is repaired', async () => {
	const {run, damage} = await setUp();
	damage();
	const result = await run('verify', '--repair', '--json');
	expect(result).toMatchObject({code: 0, stderr: ''});
	const types = readEvents(result).map(({type}) => String(type));
	expect(types).toEqual([
		'problem',
		'verified',
		'listing',
		'planned',
		'transfer-started',
		'saved',
		'finished',
		'repaired',
	]);
	expect(readEvents(result).at(-1)).toMatchObject({problems: 1, repaired: 1, remaining: 0});
});

test('without damage it needs neither a session nor a network', async () => {
	const {run, goOffline} = await setUp();
	await goOffline();
	expect(await run('verify', '--repair')).toMatchObject({code: 0, stderr: ''});
});

test('with damage and nobody signed in it exits 4, and the file stays', async () => {
	const {run, damage, file, goOffline} = await setUp();
	damage();
	await goOffline();
	const result = await run('verify', '--repair');
	expect(result.code).toBe(4);
	expect(result.stderr).toContain('Nobody is signed in.\n');
	expect(result.stdout).toMatch(/0 of 1 problem repaired, 1 left\.\n$/);
	expect(readFileSync(file, 'utf8')).toBe('damaged');
});

test('a fetch that fails exits 3, damage that COROS cannot mend 7', async () => {
	const {run, damage, file, simulator, one} = await setUp();
	damage();
	simulator.behaviour.fault = ({host}) => (host === 'file' ? 'not-found' : undefined);
	const failed = await run('verify', '--repair');
	expect(failed.code).toBe(3);
	expect(failed.stderr).toContain('Run the same command again');
	simulator.behaviour.fault = () => undefined;
	one.activities.shift();
	const lost = await run('verify', '--repair');
	expect(lost.code).toBe(7);
	expect(lost.stderr).toContain('COROS does not list this activity any more');
	expect(readFileSync(file, 'utf8')).toBe('damaged');
});

test('a folder in use exits 6, one that is not there 2, and is not made', async () => {
	const {run, damage, root} = await setUp();
	damage();
	const holder = {host: hostname(), pid: process.pid, since: new Date().toISOString()};
	writeFileSync(path.join(archiveFolder({root}), '.coros-tui.lock'), JSON.stringify(holder));
	expect((await run('verify', '--repair')).code).toBe(6);
	expect((await run('verify')).code).toBe(7);
	for (const flags of [[], ['--repair']]) {
		const result = await run('verify', ...flags, '--backup-dir', path.join(root, 'nowhere'));
		expect(result.code).toBe(2);
		expect(result.stderr).toContain('There is no such backup folder');
		expect(() => readFileSync(path.join(root, 'nowhere'))).toThrow('ENOENT');
	}
});

test.runIf(hasPosix('names with control characters'))(
	'names of files are printed without their control characters',
	async () => {
		const {run, root} = await setUp();
		mkdirSync(path.join(archiveFolder({root}), 'evil\u001B[2J\u0007'));
		const {stderr, code} = await run('verify');
		expect(code).toBe(0);
		expect(stderr).toContain('unknown: evil');
		expect(stderr).not.toMatch(/[\u0007\u001B]/);
	},
);
