import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {toAccountData} from '../../source/simulator/account-routes.js';
import type {Simulator} from '../../source/simulator/start-simulator.js';
import {archiveFolder, goldenFiles, readArchiveFiles} from '../helpers/backup.js';
import {hasPosix} from '../helpers/platform.js';
import {type ProgramResult, readEvents, runProgram, startProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

type Setting = {readonly simulator: Simulator; readonly root: string};

const setUp = async (...args: Parameters<typeof testSimulator>): Promise<Setting> => ({
	simulator: await testSimulator(...args),
	root: temporaryFolder(),
});

const environment = ({simulator, root}: Setting, extra: NodeJS.ProcessEnv = {}) => ({
	HOME: root,
	COROS_TUI_BASE_URL: simulator.baseUrl,
	COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
	COROS_TUI_BACKUP_DIR: archiveFolder({root}),
	COROS_TUI_RETRY_DELAY: '1',
	...extra,
});

const credentials = {COROS_TUI_EMAIL: ann.email, COROS_TUI_PASSWORD: ann.password};

const run = (
	setting: Setting,
	args: readonly string[],
	extra?: NodeJS.ProcessEnv,
	input?: string,
) => runProgram(args, {env: environment(setting, extra), ...(input !== undefined && {input})});

const logins = ({simulator}: Setting) =>
	simulator.requests.filter(({path: name}) => name === '/account/login').length;

/** What happened, why and what to do: at least two lines, and never a stack trace. */
const expectSentence = ({stderr}: ProgramResult) => {
	expect(stderr.trim().split('\n').length).toBeGreaterThanOrEqual(2);
	expect(stderr).not.toMatch(/\n\s+at .+:\d+/);
};

describe('backup', () => {
	test('saves all five formats, exits 0, and has nothing to do the second time', async () => {
		const one = account({activities: smallActivities(12)});
		const setting = await setUp([one]);
		const first = await run(setting, ['backup', '--format', 'all'], credentials);
		expect(first).toMatchObject({code: 0});
		expect(first.stdout).toContain('60 files saved');
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
		setting.simulator.requests.length = 0;
		const second = await run(setting, ['backup', '--format', 'all']);
		expect(second).toMatchObject({code: 0});
		expect(second.stdout).toContain('0 files saved, 60 already there');
		expect(setting.simulator.requests.length).toBeLessThanOrEqual(2);
	});

	test('takes FIT and TCX where nobody chose, as corosexport does', async () => {
		const setting = await setUp();
		await run(setting, ['backup'], credentials);
		const extensions = [...readArchiveFiles(setting).keys()].map((name) => path.extname(name));
		expect([...new Set(extensions)].sort()).toEqual(['.fit', '.tcx']);
	});

	test('with --json prints nothing but JSON lines, the last one finished', async () => {
		const setting = await setUp();
		const result = await run(setting, ['backup', '--json', '--format', 'fit,gpx'], credentials);
		const events = readEvents(result);
		expect(result.code).toBe(0);
		expect(result.stderr).toBe('');
		expect(events.every(({type}) => typeof type === 'string')).toBe(true);
		expect(events.at(-1)).toMatchObject({
			type: 'finished',
			found: 5,
			saved: 10,
			upToDate: 0,
			unavailable: 0,
			failed: 0,
		});
		expect(events.at(-1)).toHaveProperty('bytes');
		expect(events.at(-1)).toHaveProperty('durationMs');
	});

	test('ends with a finished line and its error even where it could not begin', async () => {
		const setting = await setUp();
		const result = await run(setting, ['backup', '--json']);
		expect(result.code).toBe(4);
		expect(readEvents(result)).toEqual([
			expect.objectContaining({
				type: 'finished',
				error: expect.objectContaining({code: 'sign-in-needed'}),
			}),
		]);
	});

	test('keeps to the days, sports, words and number asked for', async () => {
		const activities = smallActivities(10);
		const setting = await setUp([account({activities})]);
		const count = async (...args: string[]) => {
			const result = await run(setting, ['backup', '--dry-run', '--json', ...args], credentials);
			return readEvents(result).find((event) => event.type === 'planned');
		};
		expect(await count('--from', '2026-04-25', '--to', '2026-04-26')).toMatchObject({found: 2});
		expect(await count('--limit', '3')).toMatchObject({found: 3, toFetch: 6});
		expect(await count('--search', 'RUN 7')).toMatchObject({found: 1});
		expect(await count('--sport', 'run')).toMatchObject({found: 10});
		expect(await count('--sport', 'ride')).toMatchObject({found: 0});
		expect(existsSync(archiveFolder(setting))).toBe(false);
	});

	test('exits 3 when something failed, says what, and keeps the rest', async () => {
		const activities = smallActivities(4);
		const setting = await setUp([account({activities})], {
			fault: ({host, path: name}) =>
				host === 'file' && name.includes(activities[1]!.id) ? 'not-found' : undefined,
		});
		const result = await run(setting, ['backup', '--format', 'fit'], credentials);
		expect(result.code).toBe(3);
		expect(result.stderr).toContain('Run 1 (fit)');
		expect(result.stdout).toContain('3 files saved');
		expectSentence(result);
	});

	test('says why there is nothing to fetch where no activity is meant', async () => {
		const none = {...account(), email: 'eve@example.org', activities: []};
		const setting = await setUp([account(), none]);
		const narrow = await run(setting, ['backup', '--from', '2030-01-01'], credentials);
		expect(narrow.code).toBe(0);
		expect(narrow.stderr).toContain('No activity matches these days, sports or words');
		const eve = {...credentials, COROS_TUI_EMAIL: none.email};
		const folder = ['--backup-dir', path.join(setting.root, 'eve')];
		const empty = await run(setting, ['backup', ...folder], eve);
		expect(empty.code).toBe(0);
		expect(empty.stderr).toContain('COROS lists no activities for this account');
	});

	test('exits 5 when nobody answers', async () => {
		const setting = await setUp();
		await setting.simulator.close();
		const result = await run(setting, ['backup'], credentials);
		expect(result.code).toBe(5);
		expect(result.stderr).toContain('could not be reached');
		expectSentence(result);
	});

	test('exits 6 while another run has the folder', async () => {
		const setting = await setUp([account({activities: smallActivities(200)})], {latencyMs: 30});
		await run(setting, ['login'], credentials);
		const first = startProgram(['backup', '--verbose'], {env: environment(setting)});
		await first.until(({stderr}) => stderr.includes('saved '));
		const second = await run(setting, ['backup']);
		expect(second.code).toBe(6);
		expectSentence(second);
		first.child.kill('SIGKILL');
		await first.finished;
		setting.simulator.behaviour.latencyMs = 0;
		expect((await run(setting, ['backup'])).code).toBe(0);
	});

	test.runIf(hasPosix('a backup that a signal stops')).each([
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGBREAK', 130],
	] as const)('on %s keeps what is finished and exits %i', async (signal, code) => {
		const one = account({activities: smallActivities(200)});
		const setting = await setUp([one], {latencyMs: 20});
		// Windows alone has a Ctrl-Break: here another signal stands for it.
		const relay = "process.on('SIGUSR2', () => process.emit('SIGBREAK', 'SIGBREAK'))";
		const program = startProgram(['backup', '--json', '--format', 'fit'], {
			env: environment(setting, credentials),
			nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(relay)}`],
		});
		await program.until(({stdout}) => stdout.split('"type":"saved"').length > 5);
		program.child.kill(signal === 'SIGBREAK' ? 'SIGUSR2' : signal);
		const result = await program.finished;
		expect(result.code).toBe(code);
		expect(readEvents(result).at(-1)).toMatchObject({type: 'finished', cancelled: true});
		const golden = goldenFiles(one, ['fit']);
		const saved = readArchiveFiles(setting);
		expect(saved.size).toBeGreaterThanOrEqual(5);
		expect(saved.size).toBeLessThan(200);
		for (const [name, bytes] of saved) {
			expect(bytes).toEqual(golden.get(name));
		}

		const left = readdirSync(archiveFolder(setting));
		expect(left.filter((name) => name.endsWith('.part') || name.endsWith('.lock'))).toEqual([]);
	});

	test('fetches a deleted file alone, and a format added later alone', async () => {
		const setting = await setUp();
		await run(setting, ['backup', '--format', 'fit'], credentials);
		const result = await run(setting, ['backup', '--format', 'fit,gpx', '--json']);
		expect(readEvents(result).at(-1)).toMatchObject({saved: 5, upToDate: 5});
	});
});

describe('export', () => {
	test('fetches just these activities', async () => {
		const activities = smallActivities(6);
		const setting = await setUp([account({activities})]);
		const ids = [activities[1]!.id, activities[4]!.id];
		const result = await run(setting, ['export', ...ids, '--format', 'kml'], credentials);
		expect(result.code).toBe(0);
		expect([...readArchiveFiles(setting).keys()].sort()).toEqual(
			[`2026-04-27_${ids[1]}.kml`, `2026-04-30_${ids[0]}.kml`].sort(),
		);
	});

	test('says so when COROS does not list an id', async () => {
		const setting = await setUp();
		const {activities} = account();
		const ids = ['123456789012345678', activities[0]!.id, '42'];
		const result = await run(setting, ['export', ...ids], credentials);
		expect(result.code).toBe(3);
		expect(result.stderr).toContain('such an activity: 123456789012345678, 42.\n');
		expectSentence(result);
	});
});

describe('list', () => {
	test('prints a table, and with --json one object a line with exact ids', async () => {
		const activities = smallActivities(3);
		const setting = await setUp([account({activities})]);
		await run(setting, ['backup', '--format', 'fit', '--limit', '1'], credentials);
		const table = await run(setting, ['list']);
		expect(table.stdout.split('\n')).toHaveLength(5);
		expect(table.stdout).toContain('2026-05-01  07:00  Run');
		const json = await run(setting, ['list', '--json']);
		const rows = json.stdout
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(rows.map(({id}) => id)).toEqual(activities.map(({id}) => id));
		expect(rows[0]).toMatchObject({
			day: '2026-05-01',
			start_time: '2026-05-01T07:00:00+01:00',
			sport: 'run',
			formats: {fit: 'saved', gpx: 'missing'},
		});
	});

	test('never lets a name act on the terminal', async () => {
		const evil = smallActivities(1, {item: {name: '\u001B[2J\u001B]0;x\u0007\r\nRun\u202E\u0000'}});
		const setting = await setUp([account({activities: evil})]);
		const {stdout} = await run(setting, ['list'], credentials);
		expect(stdout).toContain('Run');
		expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
	});

	test('says that an account is empty', async () => {
		const setting = await setUp([account({activities: []})]);
		const result = await run(setting, ['list'], credentials);
		expect(result).toMatchObject({code: 0, stdout: ''});
		expect(result.stderr).toContain('no activities');
	});
});

describe('signing in', () => {
	test('without a terminal and a password says what to give, and ends no session for it', async () => {
		const setting = await setUp();
		const result = await run(setting, ['login']);
		expect(result).toMatchObject({code: 4, stdout: ''});
		expect(result.stderr).toContain('no terminal here to ask in: give --email');
		expect(result.stderr).not.toContain('ends the COROS session');
	});

	test('keeps the session: later commands need nothing and do not log in', async () => {
		const setting = await setUp();
		const login = await run(
			setting,
			['login', '--email', ann.email, '--password-stdin'],
			{},
			`${ann.password}\n`,
		);
		expect(login).toMatchObject({code: 0});
		expect(login.stdout).toContain('Europe');
		const who = await run(setting, ['whoami', '--json']);
		expect(JSON.parse(who.stdout)).toMatchObject({email: ann.email, region: 'eu', activities: 5});
		expect(logins(setting)).toBe(1);
	});

	test('names a wrong password and what to do, exit 4', async () => {
		const setting = await setUp();
		const result = await run(setting, ['backup'], {...credentials, COROS_TUI_PASSWORD: 'no'});
		expect(result.code).toBe(4);
		expect(result.stderr).toContain('e-mail and password');
		expectSentence(result);
	});

	test('needs somebody to sign in, exit 4', async () => {
		const setting = await setUp();
		for (const command of ['backup', 'list', 'whoami', 'login']) {
			const result = await run(setting, [command]);
			expect(result.code, command).toBe(4);
			expectSentence(result);
		}
	});

	test('warns that a password on the command line can be seen', async () => {
		const setting = await setUp();
		const result = await run(setting, ['login', '--email', ann.email, '--password', ann.password]);
		expect(result.code).toBe(0);
		expect(result.stderr).toContain('--password-stdin');
		const env = await run(setting, ['login'], credentials);
		expect(env.stderr).not.toContain('--password-stdin');
	});

	test('finishes a two-factor sign-in in a second call, without a terminal', async () => {
		const setting = await setUp([account({twoFactor: true})]);
		const first = await run(setting, ['backup', '--format', 'fit'], credentials);
		expect(first.code).toBe(4);
		expect(first.stderr).toContain('--code');
		expect(readArchiveModes(setting)).toEqual([]);
		const [code] = setting.simulator.accounts.mailbox(ann.email);
		const wrong = await run(setting, ['login', '--code', '000000']);
		expect(wrong.code).toBe(4);
		const second = await run(setting, ['backup', '--format', 'fit', '--code', code!]);
		expect(second.code).toBe(0);
		expect(readArchiveFiles(setting).size).toBe(5);
		expect(logins(setting)).toBe(1);
		expect((await run(setting, ['login', '--code', code!])).code).toBe(4);
	});

	test('says that a dead session needs a new sign-in, and renews it with a password', async () => {
		const setting = await setUp();
		await run(setting, ['login'], credentials);
		setting.simulator.accounts.revoke(ann.email);
		const dead = await run(setting, ['backup']);
		expect(dead.code).toBe(4);
		expect(dead.stderr).toContain('coros-tui login');
		expectSentence(dead);
		expect((await run(setting, ['backup'], credentials)).code).toBe(0);
	});

	test('takes a browser’s token without logging in, and keeps it only on login', async () => {
		const setting = await setUp();
		const owner = setting.simulator.accounts.find(ann.email)!;
		const token = setting.simulator.accounts.issueToken(owner);
		expect((await run(setting, ['backup', '--token', token, '--format', 'fit'])).code).toBe(0);
		expect((await run(setting, ['whoami'])).code).toBe(4);
		expect((await run(setting, ['login', '--token', token])).code).toBe(0);
		expect((await run(setting, ['whoami'])).code).toBe(0);
		expect(logins(setting)).toBe(0);
	});

	test('forgets the session on logout', async () => {
		const setting = await setUp();
		await run(setting, ['login'], credentials);
		expect((await run(setting, ['logout'])).stdout).toContain(ann.email);
		expect((await run(setting, ['list'])).code).toBe(4);
	});

	test.runIf(hasPosix('the modes of settings'))('keeps its files from other users', async () => {
		const setting = await setUp([account({twoFactor: true})]);
		await run(setting, ['login'], credentials);
		expect(readArchiveModes(setting)).not.toContain(0o644);
		expect(statSync(path.join(setting.root, 'config')).mode & 0o777).toBe(0o700);
		for (const name of readdirSync(path.join(setting.root, 'config'))) {
			expect(statSync(path.join(setting.root, 'config', name)).mode & 0o777, name).toBe(0o600);
		}
	});
});

const readArchiveModes = ({root}: Setting): number[] => {
	const folder = archiveFolder({root});
	return existsSync(folder)
		? readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777)
		: [];
};

describe('secrets', () => {
	const readAll = (folder: string): string =>
		readdirSync(folder, {recursive: true, withFileTypes: true})
			.filter((entry) => entry.isFile() && entry.name !== 'session.json')
			.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
			.join('\n');

	test('appear in no output, no file but the session, and no request to the file host', async () => {
		const setting = await setUp([account({activities: smallActivities(6)})], {
			fault: ({host, earlier}) => (host === 'file' && earlier === 0 ? 'not-found' : undefined),
		});
		const owner = setting.simulator.accounts.find(ann.email)!;
		const outputs: string[] = [];
		const tokens: string[] = [];
		for (const args of [
			['backup', '--format', 'fit,csv', '--json'],
			['backup', '--format', 'tcx', '--verbose'],
			['list', '--json'],
			['whoami'],
			['login', '--verbose'],
		]) {
			const {stdout, stderr} = await run(setting, args, credentials);
			outputs.push(stdout, stderr);
			const session = readFileSync(path.join(setting.root, 'config', 'session.json'), 'utf8');
			tokens.push((JSON.parse(session) as {session: {accessToken: string}}).session.accessToken);
		}

		setting.simulator.behaviour.fault = () => 'html';
		outputs.push((await run(setting, ['backup', '--full', '--verbose'])).stderr);
		expect(toAccountData(owner, tokens[0]!).accessToken).toHaveLength(32);
		const links = setting.simulator.requests
			.filter(({host}) => host === 'file')
			.map(({path: name}) => name);
		expect(links.length).toBeGreaterThan(0);
		const written = outputs.join('\n') + readAll(setting.root);
		for (const secret of [ann.password, ...tokens, ...links]) {
			expect(written).not.toContain(secret);
		}

		for (const request of setting.simulator.requests.filter(({host}) => host === 'file')) {
			const sent = JSON.stringify(request).toLowerCase();
			for (const word of ['token', 'cookie', 'authorization', 'yfheader', ...tokens]) {
				expect(sent).not.toContain(word.toLowerCase());
			}
		}
	});
});

describe('a wrong command line', () => {
	test.each([
		[['backup', '--format', 'mp3']],
		[['backup', '--from', '2026-02-30']],
		[['backup', '--concurrency', '0']],
		[['backup', '--region', 'mars']],
		[['backup', '--base-url', 'ftp://x']],
		[['backup', '--nonsense']],
		[['frobnicate']],
		[['export']],
		[['export', '../x']],
		[[]],
	])('%j exits 2 with a sentence', async (args) => {
		const setting = await setUp();
		const result = await run(setting, args, credentials);
		expect(result.code).toBe(2);
		expect(result.stdout).toBe('');
		expectSentence(result);
		expect(setting.simulator.requests).toEqual([]);
	});

	test('may be a misspelt environment variable, which is named', async () => {
		const result = await runProgram(['whoami'], {env: {COROS_TUI_PASSWROD: 'x'}});
		expect(result.code).toBe(2);
		expect(result.stderr).toContain('COROS_TUI_PASSWROD');
	});

	test('is told apart from help and version, which exit 0', async () => {
		const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
		expect(await runProgram(['--version'])).toMatchObject({code: 0, stdout: `${version}\n`});
		const help = await runProgram(['backup', '--help']);
		expect(help.code).toBe(0);
		expect(help.stdout).toContain('Exit codes');
	});
});

describe('coros-backup', () => {
	test('takes the Python tool’s flags', async () => {
		const one = account();
		const setting = await setUp([one]);
		const folder = path.join(setting.root, 'theirs');
		const result = await runProgram(
			[
				`--backup-dir=${folder}`,
				'--email',
				ann.email,
				'--password',
				ann.password,
				'--region',
				'eu',
				'--base-url',
				setting.simulator.hosts.eu,
				'--format',
				'fit',
				'--format',
				'tcx',
				'--verbose',
			],
			{env: environment(setting), entry: 'coros-backup.js'},
		);
		expect(result.code).toBe(0);
		expect(readdirSync(folder).filter((name) => /\.(fit|tcx)$/.test(name))).toHaveLength(10);
	});
});
