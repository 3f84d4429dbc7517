import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {resultVariables} from '../../source/commands/command-line/variable.js';
import {commandLine} from '../../source/commands/completion/command-line.js';
import {archiveFolder, readArchiveFiles} from '../helpers/backup.js';
import {hasPosix} from '../helpers/platform.js';
import {readEvents, runProgram, startProgram} from '../helpers/run-program.js';
import {scriptCommand} from '../helpers/script.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

type Heard = {
	readonly summary: Record<string, unknown>;
	readonly environment: Record<string, string>;
};

const setUp = async (...args: Parameters<typeof testSimulator>) => {
	const simulator = await testSimulator(...args);
	const root = temporaryFolder();
	const heardFile = path.join(root, 'heard.json');
	const command = scriptCommand(
		root,
		'listen',
		`import {readFileSync, writeFileSync} from 'node:fs';
		const summary = JSON.parse(readFileSync(0, 'utf8'));
		writeFileSync(${JSON.stringify(heardFile)}, JSON.stringify({summary, environment: process.env}));
		console.log('to be seen');`,
	);
	const env = {
		HOME: root,
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
		COROS_TUI_BACKUP_DIR: archiveFolder({root}),
		COROS_TUI_RETRY_DELAY: '1',
		COROS_TUI_EMAIL: ann.email,
		COROS_TUI_PASSWORD: ann.password,
		COROS_TUI_NOTIFY_COMMAND: command,
	};
	return {
		simulator,
		root,
		env,
		command,
		run: (args: readonly string[], extra: NodeJS.ProcessEnv = {}) =>
			runProgram(args, {env: {...env, ...extra}}),
		hasHeard: () => existsSync(heardFile),
		heard: (): Heard => {
			const {summary, environment} = JSON.parse(readFileSync(heardFile, 'utf8')) as Heard;
			const own = Object.entries(environment).filter(([name]) => name.startsWith('COROS_TUI_'));
			return {
				summary,
				environment: Object.fromEntries(own.map(([name, value]) => [name.slice(10), value])),
			};
		},
	};
};

describe('the notify command', () => {
	test('hears how a backup ended, in numbers and as JSON, and no secret', async () => {
		const {run, heard, root} = await setUp();
		const result = await run(['backup', '--json']);
		expect(result).toMatchObject({code: 0, stderr: 'to be seen\n'});
		const {summary, environment} = heard();
		expect(readEvents(result).at(-1)).toMatchObject({type: 'finished', saved: 10});
		expect(summary).toMatchObject({
			type: 'finished',
			status: 'ok',
			exitCode: 0,
			found: 5,
			saved: 10,
			folder: archiveFolder({root}),
		});
		expect(environment).toMatchObject({
			STATUS: 'ok',
			EXIT_CODE: '0',
			ERROR: '',
			FOUND: '5',
			SAVED: '10',
			UP_TO_DATE: '0',
			UNAVAILABLE: '0',
			FAILED: '0',
			BYTES: String(summary.bytes),
			DURATION_MS: String(summary.durationMs),
			FOLDER: archiveFolder({root}),
			EMAIL: ann.email,
		});
		const own = Object.keys(environment);
		expect(own).toEqual(expect.arrayContaining([...resultVariables]));
		expect(own.filter((name) => /PASSWORD|TOKEN|^CODE/.test(name))).toEqual([]);
	});

	test('hears of files that failed', async () => {
		const activities = smallActivities(3);
		const {run, heard} = await setUp([account({activities})], {
			fault: ({host, path: name}) =>
				host === 'file' && name.includes(activities[1]!.id) ? 'not-found' : undefined,
		});
		expect(await run(['backup', '--format', 'fit'])).toMatchObject({code: 3});
		expect(heard().environment).toMatchObject({
			STATUS: 'incomplete',
			EXIT_CODE: '3',
			SAVED: '2',
			FAILED: '1',
		});
	});

	test.each([
		['a wrong password', {COROS_TUI_PASSWORD: 'wrong'}, 4, 'wrong-password'],
		[
			'a password command that fails',
			{COROS_TUI_PASSWORD_COMMAND: 'exit 5'},
			4,
			'password-command',
		],
		['a service that is not there', {COROS_TUI_BASE_URL: 'http://127.0.0.1:9'}, 5, 'offline'],
	])('hears of %s', async (_name, extra, code, error) => {
		const {run, heard} = await setUp();
		expect(await run(['backup'], extra)).toMatchObject({code});
		expect(heard().environment).toMatchObject({
			STATUS: 'error',
			EXIT_CODE: String(code),
			ERROR: error,
		});
		expect(heard().summary).toMatchObject({
			status: 'error',
			error: {code: error, message: expect.any(String), hint: expect.any(String)},
		});
	});

	test('hears of a config folder that is none', async () => {
		const {run, heard, root} = await setUp();
		writeFileSync(path.join(root, 'file'), '');
		const config = path.join(root, 'file', 'config');
		const {code} = await run(['backup'], {COROS_TUI_CONFIG_DIR: config});
		expect(code).toBe(1);
		expect(heard().environment).toMatchObject({STATUS: 'error', EXIT_CODE: '1', FOLDER: ''});
	});

	test.runIf(hasPosix('a signal during a backup with a notify command'))(
		'hears of a backup that was stopped',
		async () => {
			const {env, heard} = await setUp([account({activities: smallActivities(40)})], {
				latencyMs: 50,
			});
			const program = startProgram(['backup', '--json'], {env});
			await program.until(({stdout}) => stdout.includes('"saved"'));
			program.child.kill('SIGTERM');
			expect(await program.finished).toMatchObject({code: 143});
			expect(heard().environment).toMatchObject({STATUS: 'stopped'});
			expect(heard().summary).toMatchObject({cancelled: true});
		},
	);

	test.each([['backup', '--dry-run'], ['export', smallActivities(1)[0]!.id], ['list'], ['whoami']])(
		'hears nothing of %s %s',
		async (...args) => {
			const {run, hasHeard} = await setUp();
			expect(await run(args.filter(Boolean))).toMatchObject({code: 0});
			expect(hasHeard()).toBe(false);
		},
	);

	test('changes nothing of the run where it fails, and is said to', async () => {
		const {run, root} = await setUp();
		const result = await run(['backup', '--json', '--notify-command', 'exit 7']);
		expect(result.code).toBe(0);
		expect(result.stderr).toContain('Warning: the notify command ended with exit code 7');
		expect(readArchiveFiles({root}).size).toBe(10);
	});

	test('is ended with all it started when it does not end', async () => {
		const {run, root, simulator} = await setUp();
		await run(['login']);
		const slow = scriptCommand(root, 'slow', 'setInterval(() => {}, 1000);');
		// Behind a shell of its own, as in a recipe. It holds standard error: while it lives, this does
		// not end.
		const result = await run(['backup', '--notify-command', `${slow} && exit 0`], {
			COROS_TUI_TIMEOUT: '2000',
		});
		expect(result.code).toBe(0);
		expect(result.stderr).toContain('took longer than 2 s and was ended');
		expect(simulator.requests.length).toBeGreaterThan(0);
	});

	test('may read nothing of what it is given', async () => {
		const {run} = await setUp();
		const {code, stderr} = await run(['backup', '--quiet', '--notify-command', 'exit 0']);
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
	});

	test('may use this program itself', async () => {
		const {run, root} = await setUp();
		const program = scriptCommand(
			root,
			'again',
			`import {execFileSync} from 'node:child_process';
			process.stdout.write(execFileSync(process.execPath, [process.env.AGAIN, 'verify']));`,
		);
		const {inject} = await import('vitest');
		const again = path.join(inject('dist'), 'cli.js');
		const result = await run(['backup', '--notify-command', program], {AGAIN: again});
		expect(result).toMatchObject({code: 0});
		expect(result.stderr).toContain('15 files read');
	});

	test('takes no shell command from a name at COROS', async () => {
		const evil = smallActivities(1, {item: {name: '$(exit 9); `exit 9`'}});
		const {run, heard} = await setUp([account({activities: evil})], {
			fault: ({host}) => (host === 'file' ? 'not-found' : undefined),
		});
		await run(['backup']);
		expect(JSON.stringify(heard().environment)).not.toContain('exit 9');
	});
});

test('no result of a run has the name of a flag', () => {
	const {flags, commands} = commandLine;
	const all = [...flags, ...commands.flatMap((command) => command.flags)];
	const names = all.map(({name}) => name.replaceAll('-', '_').toUpperCase());
	expect(names).toContain('NOTIFY_COMMAND');
	expect(resultVariables.filter((name) => names.includes(name))).toEqual([]);
});
