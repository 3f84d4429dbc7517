import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const bob = account({
	email: 'bob@example.org',
	userId: '999000111',
	nickname: 'Bob',
	activities: smallActivities(2),
});

const setUp = async () => {
	const simulator = await testSimulator([account(), bob]);
	const root = temporaryFolder();
	const run = (args: readonly string[], extra: NodeJS.ProcessEnv = {}) =>
		runProgram(args, {
			cwd: root,
			env: {
				HOME: root,
				COROS_TUI_BASE_URL: simulator.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
				COROS_TUI_RETRY_DELAY: '1',
				...extra,
			},
			input: ann.password,
		});
	const folder = (name: string) => path.join(root, 'athletes', name);
	const login = (profile: string, email: string, ...args: string[]) =>
		run(['login', '--profile', profile, '--email', email, '--password-stdin', ...args]);
	return {
		simulator,
		root,
		run,
		folder,
		login,
		/** Ann and Bob, each with a folder. */
		async signInBoth() {
			expect(await login('Anna', ann.email, '--backup-dir', folder('anna'))).toMatchObject({
				code: 0,
			});
			expect(await login('bob', bob.email, '--backup-dir', folder('bob'))).toMatchObject({code: 0});
		},
	};
};

const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.fit'));

const readLines = (text: string): unknown[] =>
	text
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as unknown);

describe('profiles', () => {
	test('each have a session and a folder of their own', async () => {
		const {run, signInBoth, folder, simulator} = await setUp();
		await signInBoth();
		const result = await run(['backup', '--profile', 'anna', '--format', 'fit']);
		expect(result).toMatchObject({code: 0});
		expect(result.stdout).toContain(`Folder: ${folder('anna')}`);
		const other = await run(['backup', '--format', 'fit'], {COROS_TUI_PROFILE: 'BOB'});
		expect(other).toMatchObject({code: 0});
		expect(filesIn(folder('anna'))).toHaveLength(5);
		expect(filesIn(folder('bob'))).toHaveLength(2);
		const who = await run(['whoami', '--json'], {COROS_TUI_PROFILE: 'bob'});
		expect(JSON.parse(who.stdout)).toMatchObject({profile: 'bob', email: bob.email});
		const logins = simulator.requests.filter(({path: name}) => name === '/account/login');
		expect(logins).toHaveLength(2);
	});

	test('are listed, for people, for programs and for loops', async () => {
		const {run, signInBoth, folder} = await setUp();
		const none = await run(['profiles']);
		expect(none).toMatchObject({code: 0, stdout: ''});
		expect(none.stderr).toContain('No account yet');
		await signInBoth();
		await run(['logout', '--profile', 'bob']);
		await run(['login', '--email', ann.email, '--password-stdin']);
		expect(await run(['profiles', '--quiet'])).toMatchObject({
			code: 0,
			stdout: 'default\nanna\nbob\n',
		});
		const table = (await run(['profiles'])).stdout.split('\n');
		expect(table[2]).toMatch(/^anna +ann@example.org +Europe +(?:\/|[A-Z]:).*athletes.anna$/);
		expect(table[3]).toMatch(/^bob +\(nobody signed in\) +.*athletes.bob$/);
		expect(readLines((await run(['profiles', '--json'])).stdout)).toMatchObject([
			{profile: 'default', email: ann.email, folder: null},
			{profile: 'anna', email: ann.email, user_id: account().userId, folder: folder('anna')},
			{profile: 'bob', email: null, user_id: null, region: null, folder: folder('bob')},
		]);
	});

	test('keep their folder when they sign in again without one', async () => {
		const {run, login, signInBoth, folder} = await setUp();
		await signInBoth();
		expect(await login('bob', bob.email)).toMatchObject({code: 0});
		const result = await run(['backup', '--profile', 'bob', '--format', 'fit']);
		expect(result.stdout).toContain(`Folder: ${folder('bob')}`);
	});

	test('have a folder of their own where none was chosen, and the default keeps its own', async () => {
		const {run, login, root} = await setUp();
		await login('bob', bob.email);
		await run(['backup', '--profile', 'bob', '--format', 'fit']);
		expect(filesIn(path.join(root, 'coros_activities_bob'))).toHaveLength(2);
		await run(['login', '--email', ann.email, '--password-stdin', '--backup-dir', './elsewhere']);
		await run(['backup', '--profile', 'default', '--format', 'fit'], {COROS_TUI_PROFILE: 'bob'});
		expect(filesIn(path.join(root, 'coros_activities'))).toHaveLength(5);
	});

	test('are not bound to the folder of another account', async () => {
		const {run, login, signInBoth, folder} = await setUp();
		await signInBoth();
		await run(['backup', '--profile', 'anna', '--format', 'fit']);
		const result = await login('bob', bob.email, '--backup-dir', folder('anna'));
		expect(result.code).toBe(2);
		expect(result.stderr).toContain(
			`This folder holds the backup of another COROS account: ${folder('anna')}`,
		);
		const [, second] = readLines((await run(['profiles', '--json'])).stdout);
		expect(second).toMatchObject({profile: 'bob', folder: folder('bob')});
	});

	test('that are not there are not begun by a slip of the pen', async () => {
		const {run, root, signInBoth} = await setUp();
		await signInBoth();
		const result = await run(['backup', '--profile', 'ana', '--json']);
		expect(result.code).toBe(2);
		expect(result.stderr).toContain('There is no such profile: ana.\nSee them with');
		expect(readLines(result.stdout)).toMatchObject([
			{type: 'finished', error: {code: 'unknown-profile'}},
		]);
		expect(readdirSync(path.join(root, 'config', 'profiles')).sort()).toEqual(['anna', 'bob']);
	});

	test('are begun by a run that brings its credentials, as a server does', async () => {
		const {run, root} = await setUp();
		const args = ['backup', '--profile', 'ann', '--email', ann.email, '--password-stdin'];
		expect(await run([...args, '--format', 'fit'])).toMatchObject({code: 0});
		expect(filesIn(path.join(root, 'coros_activities_ann'))).toHaveLength(5);
	});

	test('of a name that some system cannot keep are wrong usage', async () => {
		const {run, root} = await setUp();
		const result = await run(['login', '--profile', '../../ann']);
		expect(result.code).toBe(2);
		expect(result.stderr).toContain("a profile's name is made of letters");
		expect(existsSync(path.join(root, 'config'))).toBe(false);
	});

	test('leave the demo alone', async () => {
		const {run, root} = await setUp();
		const result = await run(['whoami', '--demo', '--json', '--profile', 'nobody']);
		expect(result).toMatchObject({code: 0});
		expect(JSON.parse(result.stdout)).toMatchObject({profile: 'default'});
		expect(existsSync(path.join(root, 'config', 'profiles'))).toBe(false);
	});

	test('keep their session for nobody else to read, and have a log of their own', async () => {
		const {run, root, signInBoth} = await setUp();
		await signInBoth();
		await run(['whoami', '--profile', 'anna', '--verbose']);
		const own = path.join(root, 'config', 'profiles', 'anna');
		expect(readdirSync(own)).toEqual(expect.arrayContaining(['session.json', 'logs']));
		expect(readFileSync(path.join(own, 'settings.json'), 'utf8')).toContain('athletes');
		expect(existsSync(path.join(root, 'config', 'session.json'))).toBe(false);
	});
});
