import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {projectRoot} from '../helpers/consumer.js';
import {hasPosix} from '../helpers/platform.js';
import {account, ann} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {createWorld, fitFiles, hasProgram} from './world.js';

const canRun = hasPosix('the scripts of docs/recipes.md') && hasProgram('base64');

const script = (name: string): string => path.join(projectRoot, 'examples', name);

/** Everything in a folder but what belongs to a run. */
const contents = (folder: string): Map<string, Buffer> =>
	new Map(
		readdirSync(folder, {recursive: true, withFileTypes: true})
			.filter((entry) => entry.isFile())
			.map((entry) => path.join(entry.parentPath, entry.name))
			.sort()
			.map((file) => [path.relative(folder, file), readFileSync(file)]),
	);

type World = Awaited<ReturnType<typeof createWorld>>;

const ofRuns = ['.2026-05-01_1.fit.0123abcd.part', '.coros-tui.0123456789abcdef.lock'];

/** From now on each backup leaves what a killed one may leave, or one that runs meanwhile. */
const leaveTraces = ({addProgram, bin}: World): void => {
	renameSync(path.join(bin, 'coros-tui'), path.join(bin, 'coros-tui-itself'));
	const touch = ofRuns.map((name) => `"$COROS_TUI_BACKUP_DIR/${name}"`).join(' ');
	addProgram('coros-tui', `coros-tui-itself "$@" && touch ${touch}`);
};

const removeTraces = (archive: string): void => {
	for (const name of ofRuns) {
		rmSync(path.join(archive, name)); // Throws where it was not there.
	}
};

describe.runIf(canRun && hasProgram('restic', 'version'))('examples/offsite/restic.sh', () => {
	test('backs up and keeps a copy that can be brought back, byte for byte', async () => {
		const world = await createWorld();
		const {home, run, signIn} = world;
		await signIn();
		const archive = path.join(home, 'coros');
		const env = {
			COROS_TUI_BACKUP_DIR: archive,
			RESTIC_REPOSITORY: path.join(home, 'repository'),
			RESTIC_PASSWORD_COMMAND: 'echo local',
			RESTIC_CACHE_DIR: path.join(home, 'cache'),
		};
		expect(await run('restic', ['init', '--quiet'], env)).toMatchObject({code: 0});
		leaveTraces(world);
		expect(await run(script('offsite/restic.sh'), [], env)).toEqual({
			code: 0,
			stdout: '',
			stderr: '',
		});
		removeTraces(archive);
		expect(await run('restic', ['check', '--read-data', '--quiet'], env)).toMatchObject({code: 0});
		const back = path.join(home, 'back');
		const restore = ['restore', 'latest', '--quiet', '--target', back];
		expect(await run('restic', restore, env)).toMatchObject({code: 0});
		expect(fitFiles(archive)).toHaveLength(5);
		expect(contents(path.join(back, archive))).toEqual(contents(archive));
	});

	test('makes no copy where the backup could not be made, and says its exit code', async () => {
		const {home, run} = await createWorld();
		const env = {
			COROS_TUI_BACKUP_DIR: path.join(home, 'coros'),
			RESTIC_REPOSITORY: path.join(home, 'repository'),
			RESTIC_PASSWORD_COMMAND: 'echo local',
		};
		const result = await run(script('offsite/restic.sh'), [], env);
		expect(result.code).toBe(4);
		expect(result.stderr).toContain('Nobody is signed in');
		expect(result.stderr).not.toContain('restic');
	});
});

describe.runIf(canRun && hasProgram('rclone', 'version'))('examples/offsite/rclone.sh', () => {
	const setUp = async (...args: Parameters<typeof createWorld>) => {
		const world = await createWorld(...args);
		await world.signIn();
		const archive = path.join(world.home, 'coros');
		const copy = path.join(world.home, 'far away');
		mkdirSync(copy);
		writeFileSync(path.join(world.home, 'rclone.conf'), '');
		const env = {
			COROS_TUI_BACKUP_DIR: archive,
			COROS_REMOTE: `far:${copy}`,
			RCLONE_CONFIG_FAR_TYPE: 'local',
			RCLONE_CONFIG: path.join(world.home, 'rclone.conf'),
		};
		const go = () => world.run(script('offsite/rclone.sh'), [], env);
		return {...world, archive, copy, go};
	};

	test('backs up and copies, and nothing that belongs to a run', async () => {
		const {archive, copy, go, ...world} = await setUp();
		leaveTraces(world);
		expect(await go()).toEqual({code: 0, stdout: '', stderr: ''});
		removeTraces(archive);
		expect(fitFiles(copy)).toHaveLength(5);
		expect(contents(copy)).toEqual(contents(archive));
	});

	test('takes nothing away there that is gone here, and copies nothing damaged', async () => {
		const activities = smallActivities(5);
		const {archive, copy, go} = await setUp([account({activities})]);
		await go();
		const whole = contents(copy);
		const [name] = fitFiles(archive);
		writeFileSync(path.join(archive, name!), 'damaged');
		expect(await go()).toMatchObject({code: 7});
		expect(contents(copy)).toEqual(whole);
		rmSync(archive, {recursive: true});
		mkdirSync(archive);
		activities.pop(); // Gone from COROS too: only the copy has it.
		expect(await go()).toMatchObject({code: 0});
		expect(fitFiles(archive)).toHaveLength(4);
		expect(fitFiles(copy)).toHaveLength(5);
	});

	test('copies what there is where some files failed, and ends with 3', async () => {
		const activities = smallActivities(4);
		const {copy, go} = await setUp([account({activities})], {
			fault: ({host, path: name}) =>
				host === 'file' && name.includes(activities[1]!.id) ? 'not-found' : undefined,
		});
		expect(await go()).toMatchObject({code: 3});
		expect(fitFiles(copy)).toHaveLength(3);
	});
});

describe.runIf(canRun && hasProgram('curl'))('examples/notify/watchdog.sh', () => {
	test('tells a watchdog the exit code and the summary', async () => {
		const heard: Array<{readonly url: string; readonly body: unknown}> = [];
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (part) => {
				body += String(part);
			});
			request.on('end', () => {
				heard.push({url: request.url ?? '', body: JSON.parse(body)});
				response.end();
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		onTestFinished(() => void server.close());
		const {port} = server.address() as AddressInfo;
		const {run, signIn, simulator} = await createWorld();
		await signIn();
		const env = {COROS_WATCHDOG: `http://127.0.0.1:${port}/uuid`, NO_PROXY: '127.0.0.1'};
		const words = ['backup', '--quiet', '--notify-command', script('notify/watchdog.sh')];
		expect(await run('coros-tui', words, env)).toEqual({code: 0, stdout: '', stderr: ''});
		simulator.accounts.revoke(ann.email);
		expect(await run('coros-tui', words, env)).toMatchObject({code: 4});
		expect(heard).toMatchObject([
			{url: '/uuid/0', body: {status: 'ok', saved: 10}},
			{url: '/uuid/4', body: {status: 'error', error: {code: 'session-expired'}}},
		]);
	});
});

describe.runIf(canRun)('examples/coach/every-athlete.sh', () => {
	test('backs up every profile, and says which failed', async () => {
		const athletes = ['bob', 'carl', 'dora'].map((name, index) =>
			account({
				email: `${name}@example.org`,
				userId: `99900011${index}`,
				activities: smallActivities(index + 1),
			}),
		);
		const {run, home, simulator} = await createWorld(athletes);
		for (const {email} of athletes) {
			const [name = ''] = email.split('@');
			const words = ['--profile', name, '--email', email, '--backup-dir', path.join(home, name)];
			const login = ['login', ...words, '--password-command', 'pass show coros'];
			expect(await run('coros-tui', login)).toMatchObject({code: 0});
		}

		simulator.accounts.revoke('carl@example.org');
		const result = await run(script('coach/every-athlete.sh'), []);
		expect(result.code).toBe(4);
		expect(result.stderr).toContain('carl: exit code 4');
		expect(fitFiles(path.join(home, 'bob'))).toHaveLength(1);
		expect(fitFiles(path.join(home, 'dora'))).toHaveLength(3);
	});
});

const hasPass = canRun && hasProgram('pass') && hasProgram('gpg');

test.runIf(hasPass)('pass itself gives the password', async () => {
	const {run, secrets, home, path: search} = await createWorld();
	const real = search.split(':').slice(1).join(':');
	const env = {
		GNUPGHOME: secrets,
		PASSWORD_STORE_DIR: path.join(secrets, 'store'),
		PATH: real,
		HOME: home,
	};
	onTestFinished(() => {
		spawnSync('gpgconf', ['--kill', 'all'], {env: {...process.env, ...env}});
	});
	const gpg = ['--batch', '--pinentry-mode', 'loopback', '--passphrase', ''];
	const key = [...gpg, '--quick-generate-key', 'Ann <ann@example.org>', 'default', 'default'];
	expect(await run('gpg', key, env)).toMatchObject({code: 0});
	expect(await run('pass', ['init', 'ann@example.org'], env)).toMatchObject({code: 0});
	const insert = spawnSync('pass', ['insert', '--multiline', 'coros'], {
		env: {...process.env, ...env},
		input: `${ann.password}\nuser: ann\n`,
	});
	expect(insert.status).toBe(0);
	const login = ['login', '--email', ann.email, '--password-command', 'pass show coros'];
	const program = path.join(search.split(':')[0]!, 'coros-tui');
	expect(await run(program, login, env)).toMatchObject({code: 0});
});
