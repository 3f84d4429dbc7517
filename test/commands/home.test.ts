import {spawn, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {pathToFileURL} from 'node:url';
import {expect, inject, test} from 'vitest';
import {bareEnvironment} from '../helpers/platform.js';
import {runProgram} from '../helpers/run-program.js';
import {ann, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

/** What somebody's program makes of the library, said in a line of JSON. */
const libraryScript = `
	const {connect, profiles, isKnownError} = await import(process.argv[1]);
	const codeOf = async (work) => {
		try {
			await work();
			return 'ok';
		} catch (error) {
			return isKnownError(error) ? error.code : String(error);
		}
	};
	const [, , email, password, folder, config] = process.argv;
	const unnamed = await codeOf(() => connect());
	const listed = await codeOf(() => profiles());
	const coros = await connect({email, password});
	const {saved} = await coros.backUp({folder, formats: ['fit']}).summary();
	process.env.COROS_TUI_CONFIG_DIR = config;
	const named = await codeOf(() => connect());
	console.log(JSON.stringify({unnamed, listed, saved, named, home: process.env.HOME ?? null}));
`;

// A number that no table of users has, as systemd takes for a service with `DynamicUser=yes`.
const nobody = ['setpriv', '--reuid', '64523', '--regid', '64523', '--clear-groups'];

const {status} = spawnSync(nobody[0]!, [...nobody.slice(1), 'true']);
const isAllowed = status === 0;
if (!isAllowed) {
	process.stderr.write('SKIPPED, not allowed here: to be a user who has no home\n');
}

test.runIf(isAllowed).each(['cli.js', 'coros-backup.js'] as const)(
	'a user without a name and a home backs up with %s where folders are named',
	async (entry) => {
		const simulator = await testSimulator();
		const root = temporaryFolder();
		const own = path.join(root, 'own');
		mkdirSync(own);
		chmodSync(root, 0o755);
		chmodSync(own, 0o777);
		const env = {
			COROS_TUI_BASE_URL: simulator.baseUrl,
			COROS_TUI_EMAIL: ann.email,
			COROS_TUI_PASSWORD: ann.password,
		};
		const words = entry === 'cli.js' ? ['backup', '--quiet'] : ['--quiet'];
		const options = {entry, through: nobody, cwd: own, env};
		const config = ['--config-dir', path.join(own, 'config')];
		const folder = ['--backup-dir', path.join(own, 'activities')];
		expect(await runProgram([...words, ...config, ...folder], options)).toMatchObject({
			code: 0,
			stdout: '',
			stderr: '',
		});

		const without = await runProgram([...words, ...folder], options);
		expect(without.code).toBe(2);
		expect(without.stderr).toContain('no home folder');
		expect(without.stderr).toContain('COROS_TUI_CONFIG_DIR');
		const tilde = await runProgram([...words, ...config, '--backup-dir', '~/own'], options);
		expect(tilde).toMatchObject({code: 2, stdout: ''});
		expect(tilde.stderr).toContain('no home folder');
		const named = {...options, env: {...env, XDG_CONFIG_HOME: path.join(own, 'xdg')}};
		expect(await runProgram([...words, ...folder], named)).toMatchObject({code: 0, stderr: ''});
	},
);

test.runIf(isAllowed)(
	'a user without a home uses the library, where folders are named',
	async () => {
		const simulator = await testSimulator();
		const root = temporaryFolder();
		const own = path.join(root, 'own');
		mkdirSync(own);
		chmodSync(root, 0o755);
		chmodSync(own, 0o777);
		const library = pathToFileURL(path.join(inject('dist'), 'index.js')).href;
		const words = [
			library,
			ann.email,
			ann.password,
			path.join(own, 'files'),
			path.join(own, 'config'),
		];
		const child = spawn(
			nobody[0]!,
			[...nobody.slice(1), process.execPath, '--input-type=module', '-e', libraryScript, ...words],
			{cwd: own, env: {...bareEnvironment(), COROS_TUI_BASE_URL: simulator.baseUrl}},
		);
		const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
		expect(stderr).toBe('');
		expect(JSON.parse(stdout)).toEqual({
			unnamed: 'no-home',
			listed: 'no-home',
			saved: 5,
			named: 'sign-in-needed',
			home: null,
		});
	},
);
