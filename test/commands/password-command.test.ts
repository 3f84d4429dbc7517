import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runPasswordCommand} from '../../source/commands/password-command.js';
import {archiveFolder, readArchiveFiles} from '../helpers/backup.js';
import {runProgram, startProgram} from '../helpers/run-program.js';
import {printing, scriptCommand} from '../helpers/script.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async (...args: Parameters<typeof testSimulator>) => {
	const simulator = await testSimulator(...args);
	const root = temporaryFolder();
	const env = {
		HOME: root,
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
		COROS_TUI_BACKUP_DIR: archiveFolder({root}),
		COROS_TUI_RETRY_DELAY: '1',
		COROS_TUI_EMAIL: ann.email,
	};
	const run = (args: readonly string[], extra: NodeJS.ProcessEnv = {}, input?: string) =>
		runProgram(args, {env: {...env, ...extra}, ...(input !== undefined && {input})});
	/** Prints a password and counts that it was asked. */
	const asking = (name: string, password: string) => {
		const count = path.join(root, `${name}.count`);
		const command = scriptCommand(
			root,
			name,
			`import {appendFileSync} from 'node:fs'; appendFileSync(${JSON.stringify(count)}, 'x'); ${printing(`${password}\nuser: ann\n`)}`,
		);
		return {command, asked: () => (existsSync(count) ? readFileSync(count, 'utf8').length : 0)};
	};
	return {simulator, root, env, run, asking};
};

const wrong = 'not the password';

describe('--password-command', () => {
	test('signs in with the first line it prints, and is not asked while the session is good', async () => {
		const {run, root, simulator, asking} = await setUp();
		const {command, asked} = asking('manager', ann.password);
		expect(await run(['backup', '--password-command', command])).toMatchObject({code: 0});
		expect(readArchiveFiles({root}).size).toBe(10);
		expect(asked()).toBe(1);
		expect(await run(['backup', '--password-command', command])).toMatchObject({code: 0});
		expect(asked()).toBe(1);
		simulator.accounts.revoke(ann.email);
		// The kept session tells whose password it is.
		const third = await run(['whoami', '--json', '--password-command', command], {
			COROS_TUI_EMAIL: undefined,
		});
		expect(third).toMatchObject({code: 0});
		expect(asked()).toBe(2);
	});

	test.each([
		['process.exit(3)', 'it ended with exit code 3'],
		['', 'its first line is empty'],
		[printing('\nsecond line\n'), 'its first line is empty'],
	])('that runs %j ends with exit 4 and says how', async (code, detail) => {
		const {run, root, simulator} = await setUp();
		const talk = `${printing(ann.password, 'stderr')}${code}`;
		const command = scriptCommand(root, 'broken', talk);
		const {
			code: exit,
			stdout,
			stderr,
		} = await run(['backup', '--verbose', '--password-command', command]);
		expect({exit, stdout}).toEqual({exit: 4, stdout: ''});
		expect(stderr).toContain(`The password command gave no password: ${detail}.\nRun it by itself`);
		expect(simulator.requests).toEqual([]);
		const logs = path.join(root, 'config', 'logs');
		const log = readdirSync(logs).map((name) => readFileSync(path.join(logs, name), 'utf8'));
		expect(log.join('')).toContain('The password command gave no password');
		expect(log.join('')).not.toContain('second line');
	});

	test('that fails shows nothing of what it printed', async () => {
		const {run, root} = await setUp();
		const code = `${printing(ann.password)}${printing(ann.password, 'stderr')}process.exitCode = 1;`;
		const result = await run(['login', '--password-command', scriptCommand(root, 'leaky', code)]);
		expect(result.code).toBe(4);
		expect(result.stdout + result.stderr).not.toContain(ann.password);
	});

	test('that prints in another encoding is said so, and COROS is not asked', async () => {
		const {run, root, simulator} = await setUp();
		const latin = "process.stdout.write(Buffer.from('p\u00e4ss', 'latin1'));";
		const {code, stderr} = await run([
			'login',
			'--password-command',
			scriptCommand(root, 'l', latin),
		]);
		expect(code).toBe(4);
		expect(stderr).toContain(
			'no password: its first line is no UTF-8 text.\nHave it written as UTF-8.',
		);
		expect(simulator.requests).toEqual([]);
	});

	test('may begin with the mark that Windows puts before UTF-8', async () => {
		const {run, asking} = await setUp();
		const {command} = asking('marked', `\uFEFF${ann.password}`);
		expect(await run(['login', '--password-command', command])).toMatchObject({code: 0});
	});

	test('that is not there is said so', async () => {
		const {run} = await setUp();
		const result = await run(['login', '--password-command', 'no-such-program-anywhere']);
		expect(result.code).toBe(4);
		expect(result.stderr).toMatch(/it ended with exit code (127|1|9009)\./);
	});

	test('that does not end is ended', async () => {
		const command = scriptCommand(temporaryFolder(), 'slow', 'setInterval(() => {}, 1000)');
		const never = new AbortController().signal;
		await expect(runPasswordCommand(command, false, never, 300)).rejects.toMatchObject({
			code: 'password-command',
			message: expect.stringContaining('it took longer than 1 s'),
		});
		const stop = new AbortController();
		const asked = runPasswordCommand(command, false, stop.signal);
		stop.abort();
		await expect(asked).rejects.toMatchObject({name: 'AbortError'});
	});

	test('is asked once a run, even where the session dies in the middle', async () => {
		const setting = await setUp([account({activities: smallActivities(40)})], {latencyMs: 20});
		const {simulator, asking, env} = setting;
		const {command, asked} = asking('manager', ann.password);
		const program = startProgram(['backup', '--json', '--password-command', command], {env});
		await program.until(({stdout}) => stdout.includes('"saved"'));
		simulator.accounts.revoke(ann.email);
		expect(await program.finished).toMatchObject({code: 0});
		const logins = simulator.requests.filter(({path: name}) => name === '/account/login');
		expect({logins: logins.length, asked: asked()}).toEqual({logins: 2, asked: 1});
	});

	test('gets no other secret in its environment', async () => {
		const {run, root} = await setUp();
		const seen = path.join(root, 'seen.json');
		const command = scriptCommand(
			root,
			'curious',
			`import {writeFileSync} from 'node:fs'; writeFileSync(${JSON.stringify(seen)}, JSON.stringify(Object.keys(process.env))); ${printing(ann.password)}`,
		);
		const secrets = {COROS_TUI_PASSWORD: wrong, COROS_TUI_PASSWORD_COMMAND: 'exit 1'};
		expect(await run(['login', '--password-command', command], secrets)).toMatchObject({code: 0});
		const names = JSON.parse(readFileSync(seen, 'utf8')) as string[];
		expect(names).toContain('COROS_TUI_EMAIL');
		expect(names.filter((name) => /PASSWORD|TOKEN|CODE/.test(name))).toEqual([]);
	});
});

describe('of several passwords', () => {
	type Ways = {
		/** Flags and environment, of: `stdin`, `command`, `password`. */
		readonly line: readonly string[];
		readonly environment: readonly string[];
		readonly wins: string;
	};
	const cases: Ways[] = [
		{line: ['command'], environment: ['password'], wins: 'command'},
		{line: ['password'], environment: ['command'], wins: 'password'},
		{line: ['stdin'], environment: ['command', 'password'], wins: 'stdin'},
		{line: ['command', 'password'], environment: [], wins: 'command'},
		{line: ['password', 'command', 'stdin'], environment: [], wins: 'stdin'},
		{line: [], environment: ['password', 'command'], wins: 'command'},
	];
	test.each(cases)(
		'$line on the line and $environment in the environment, $wins counts',
		async ({line, environment, wins}) => {
			const {run, asking} = await setUp();
			// A right one on the command line would be seen there by the tests' own witness.
			const right = (way: string) => (way === wins ? ann.password : wrong);
			const command = asking('manager', right('command')).command;
			const flags = line.flatMap((way) =>
				way === 'stdin'
					? ['--password-stdin']
					: [
							`--password${way === 'command' ? '-command' : ''}`,
							way === 'command' ? command : right(way),
						],
			);
			const env = Object.fromEntries(
				environment.map((way) =>
					way === 'command'
						? ['COROS_TUI_PASSWORD_COMMAND', command]
						: ['COROS_TUI_PASSWORD', right(way)],
				),
			);
			expect(await run(['login', ...flags], env, right('stdin'))).toMatchObject({code: 0});
		},
	);
});

test('the app and whoami take a password command for a password too', async () => {
	const {run, asking} = await setUp();
	const {command} = asking('manager', ann.password);
	const result = await run(['whoami', '--json'], {COROS_TUI_PASSWORD_COMMAND: command});
	expect(result).toMatchObject({code: 0});
	expect(JSON.parse(result.stdout)).toMatchObject({email: ann.email});
});

test('a password on standard input is not mistaken for a missing one', async () => {
	const {run} = await setUp();
	const result = await run(['whoami', '--json', '--password-stdin'], {}, ann.password);
	expect(result).toMatchObject({code: 0});
});

test('a password on standard input may begin with such a mark, and has to be UTF-8', async () => {
	const {run, env, simulator} = await setUp();
	const marked = `\uFEFF${ann.password}\r\n`;
	expect(await run(['login', '--password-stdin'], {}, marked)).toMatchObject({code: 0});
	const asked = simulator.requests.length;
	const program = startProgram(['login', '--password-stdin'], {
		env,
		input: Buffer.from('p\u00e4ss\n', 'latin1'),
	});
	const {code, stderr} = await program.finished;
	expect({code, asked: simulator.requests.length}).toEqual({code: 2, asked});
	expect(stderr).toContain('--password-stdin read something that is no UTF-8 text');
});

test('a script of a test holds no secret', () => {
	const folder = temporaryFolder();
	writeFileSync(path.join(folder, 'x'), printing(ann.password));
	expect(readFileSync(path.join(folder, 'x'), 'utf8')).not.toContain(ann.password);
});
