import {existsSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {keychainCalls} from '../../source/disk/keychain.js';
import {programEnv} from '../helpers/app.js';
import {readArchiveFiles} from '../helpers/backup.js';
import {startKeyring, stubKeyring} from '../helpers/keyring.js';
import {hasPosix} from '../helpers/platform.js';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async () => {
	const simulator = await testSimulator([account({activities: smallActivities(3)})]);
	const root = temporaryFolder();
	const run = (args: readonly string[], extra: NodeJS.ProcessEnv, input?: string) =>
		runProgram(args, {
			env: {...programEnv(simulator.baseUrl, root), ...extra},
			...(input !== undefined && {input}),
		});
	const signIn = (extra: NodeJS.ProcessEnv, ...flags: readonly string[]) =>
		run(['login', '--email', ann.email, '--password-stdin', ...flags], extra, ann.password);
	const kept = () => readFileSync(path.join(root, 'config', 'session.json'), 'utf8');
	const logins = () => simulator.requests.filter((one) => one.path === '/account/login').length;
	return {simulator, root, run, signIn, kept, logins};
};

const posix = hasPosix('a session in the keychain');

describe.skipIf(!posix)('login --keychain', () => {
	test('keeps the token in the keychain alone, and every command finds it there', async () => {
		const {root, run, signIn, kept, logins} = await setUp();
		const {PATH, calls} = stubKeyring(root);
		expect((await signIn({PATH}, '--keychain')).code).toBe(0);
		expect(JSON.parse(kept()).session).toMatchObject({email: ann.email, in_keychain: true});
		expect(kept()).not.toContain('accessToken');
		expect((await run(['whoami'], {PATH})).stdout).toContain(ann.email);
		expect((await run(['backup', '--format', 'fit'], {PATH})).code).toBe(0);
		expect(readArchiveFiles({root}).size).toBe(3);
		expect(logins()).toBe(1);
		expect((await run(['logout'], {PATH})).code).toBe(0);
		expect(existsSync(path.join(root, 'kept'))).toBe(false);
		expect((await run(['whoami'], {PATH})).code).toBe(4);
		// Once a run, and with the same name each time.
		const lookups = readFileSync(calls, 'utf8')
			.split('\n')
			.filter((line) => line.startsWith('lookup'));
		expect(lookups).toHaveLength(3);
		expect(new Set(lookups).size).toBe(1);
	});

	test('is not asked for the token by a list of who is signed in', async () => {
		const {root, run, signIn} = await setUp();
		const {PATH, calls} = stubKeyring(root);
		expect((await signIn({PATH}, '--keychain')).code).toBe(0);
		const before = readFileSync(calls, 'utf8');
		expect((await run(['profiles'], {PATH})).stdout).toMatch(/default +ann@example\.org +Europe/);
		expect(readFileSync(calls, 'utf8')).toBe(before);
	});

	test('stays there when a run has to sign in again', async () => {
		const {simulator, root, run, signIn, kept, logins} = await setUp();
		const {PATH} = stubKeyring(root);
		await signIn({PATH}, '--keychain');
		simulator.accounts.revoke(ann.email);
		const again = {PATH, COROS_TUI_EMAIL: ann.email, COROS_TUI_PASSWORD: ann.password};
		expect((await run(['backup', '--format', 'fit'], again)).code).toBe(0);
		expect(kept()).not.toContain('accessToken');
		expect((await run(['list'], {PATH})).code).toBe(0);
		expect(logins()).toBe(2);
	});

	test('says so where there is none, and keeps nothing', async () => {
		const {root, run, signIn} = await setUp();
		const PATH = path.join(root, 'nothing');
		const {code, stderr} = await signIn({PATH}, '--keychain');
		expect(code).toBe(4);
		expect(stderr).toContain('keychain');
		expect(stderr).toContain('secret-tool is not installed');
		expect((await run(['whoami'], {PATH})).code).toBe(4);
		expect((await signIn({PATH})).code).toBe(0);
	});

	test('can be left where the keychain is gone', async () => {
		const {root, run, signIn} = await setUp();
		const {PATH} = stubKeyring(root);
		await signIn({PATH}, '--keychain');
		rmSync(path.join(PATH, 'secret-tool'));
		expect(await run(['list'], {PATH})).toMatchObject({code: 4});
		expect((await run(['logout'], {PATH})).code).toBe(4); // The token is where it was.
		const {stderr} = await run(['list'], {PATH});
		expect(stderr).toContain('Nobody is signed in');
		expect((await signIn({PATH})).code).toBe(0);
	});

	test('finds its token in a real keyring', async ({skip}) => {
		const {root, run, signIn, kept} = await setUp();
		const keyring = await startKeyring(root);
		if (!keyring) {
			skip();
		}

		const {code, stderr} = await signIn(keyring ?? {}, '--keychain');
		expect({code, stderr}).toMatchObject({code: 0});
		expect(kept()).not.toContain('accessToken');
		expect((await run(['whoami'], keyring ?? {})).stdout).toContain(ann.email);
		expect((await run(['logout'], keyring ?? {})).code).toBe(0);
		expect((await run(['whoami'], keyring ?? {})).code).toBe(4);
	});
});

test.each(['linux', 'darwin'] as const)('on %s no secret is on a command line', (platform) => {
	const calls = keychainCalls(platform);
	const {args, input} = calls?.write('/home/a b/"x".json', 'the secret') ?? {args: []};
	expect(args.join(' ')).not.toContain('the secret');
	expect(input).toContain('the secret');
	expect(calls?.read('name').args).toContain('name');
	expect(calls?.remove('name').args).toContain('name');
});

test('security is told names and secrets as one word each', () => {
	expect(keychainCalls('darwin')?.write('/a "b"\\c', 'd').input).toBe(
		'add-generic-password -U -s coros-tui -a "/a \\"b\\"\\\\c" -w "d"\n',
	);
	expect(keychainCalls('win32')).toBeUndefined();
});
