import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {compile, createConsumer, readProject, strictOptions} from '../helpers/consumer.js';
import {corosLink, fillAs} from '../helpers/other-programs.js';
import {hasPosix, withEnvironment} from '../helpers/platform.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {readExamples} from './page-examples.js';

/** Whom the pages speak of. */
const reader = {email: 'user@example.com', password: 'your_password', nickname: 'Reader'};

const examples = [...readExamples('docs/library.md'), ...readExamples('README.md')];

type Setting = {readonly folder: string; readonly env: NodeJS.ProcessEnv};

const start = ({folder, env}: Setting, name: string) => {
	const child: ChildProcess = spawn(process.execPath, [path.join(folder, `built/${name}.js`)], {
		cwd: folder,
		env: withEnvironment({HOME: folder, ...env}),
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	let output = '';
	const listeners = new Set<() => void>();
	const hear = (text: string) => {
		output += text;
		for (const listener of listeners) {
			listener();
		}
	};
	child.stdout?.setEncoding('utf8').on('data', hear);
	child.stderr?.setEncoding('utf8').on('data', hear);
	const ended = new Promise<{code: number | null; output: string}>((resolve) => {
		child.on('close', (code) => resolve({code, output}));
	});
	const says = (text: string) =>
		new Promise<void>((resolve) => {
			const listener = () => output.includes(text) && resolve();
			listeners.add(listener);
			listener();
			void ended.then(() => resolve());
		});
	return {child, ended, says};
};

const run = async (setting: Setting, name: string): Promise<string[]> => {
	const {code, output} = await start(setting, name).ended;
	expect({name, code, output}).toMatchObject({code: 0});
	return output.trimEnd().split('\n');
};

const setUp = async () => {
	const folder = createConsumer();
	for (const {name, code} of examples) {
		writeFileSync(path.join(folder, `${name}.ts`), code);
	}

	const compilerOptions = {...strictOptions, module: 'nodenext', types: ['node']};
	writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions}));
	compile(folder);
	const one = account({...reader, activities: smallActivities(8)});
	const simulator = await testSimulator([one]);
	const env = {
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(folder, 'config'),
		COROS_TOKEN: '',
	};
	return {folder, env, simulator, one};
};

describe('the examples of the library page', () => {
	test('compile under the strictest options and do what they say, one after the other', {
		timeout: 300_000,
	}, async () => {
		const setting = await setUp();
		const {folder, env, simulator, one} = setting;
		const done = new Set<string>();
		const example = (name: string, extra: NodeJS.ProcessEnv = {}) => {
			done.add(name);
			return run({folder, env: {...env, ...extra}}, name);
		};

		expect(await example('as-a-library-1')).toEqual([
			...one.activities.map(({item}) => `${item.name}: 4000.5m`),
			'Downloaded 16 new files',
		]);
		const extensions = readdirSync(path.join(folder, 'coros_activities')).map((name) =>
			path.extname(name),
		);
		expect(extensions.filter((name) => name === '.fit')).toHaveLength(8);

		const april = await example('list-and-filter-1');
		expect(april).toHaveLength(7); // The eighth was on the first of May.
		expect(april[0]).toMatch(/^\d{18} 2026-04-30 Run 20 min$/);

		const events = await example('back-up-and-see-it-happen-1');
		expect(events[0]).toBe('16 files to fetch, 0 there already');
		expect(events.at(-1)).toBe('16 saved, 0 failed');
		expect(events).toHaveLength(18);
		expect(await example('back-up-and-see-it-happen-2')).toEqual([
			'0 saved, 8 there already', // Four days, in two formats.
		]);

		expect(await example('what-no-file-has-1')).toEqual([
			'details of 8 activities, 0 failed of wellness',
		]);
		expect(
			readdirSync(path.join(folder, 'archive')).filter((name) => name.endsWith('-detail.json')),
		).toHaveLength(8);

		const files = await example('read-a-fit-file-1');
		expect(files).toHaveLength(8);
		expect(files[0]).toMatch(/\.fit: 20 records, 0 laps, 57 m, 0 m\/s$/);

		const token = simulator.accounts.issueToken(one);
		expect(await example('a-token-instead-of-a-login-1', {COROS_TOKEN: token})).toEqual([
			'8 activities',
		]);

		simulator.requests.length = 0;
		expect(await example('a-session-for-more-than-one-run-1')).toEqual(['2026-05-01']);
		const logins = simulator.requests.filter(({path: asked}) => asked === '/account/login');
		expect(logins).toHaveLength(1);
		if (hasPosix('the mode of a kept session')) {
			expect(statSync(path.join(folder, 'session.json')).mode & 0o777).toBe(0o600);
		}

		const errors = await example('what-can-go-wrong-1');
		expect(errors[0]).toBe('wrong-password');
		expect(errors[1]).toMatch(/^COROS does not know .+\. Check both /);

		expect(await example('check-a-backup-1')).toEqual(['24 files, 0 problems']);

		const archive = readdirSync(path.join(folder, 'archive'));
		const bad = archive.find((name) => name.endsWith('.fit'))!;
		writeFileSync(path.join(folder, 'archive', bad), 'damaged');
		expect(await example('repair-a-backup-1')).toEqual([
			expect.stringContaining(`${bad} is damaged: `),
			'1 of 1 problems repaired, 0 left',
		]);
		expect(readdirSync(path.join(folder, 'archive/damaged'))).toHaveLength(1);

		fillAs(corosLink, path.join(folder, 'old_backup'), one.activities.slice(0, 2));
		const taken = await example('take-over-a-folder-and-name-its-files-anew-1');
		expect(taken[0]).toBe('2 taken over, 0 to repair, 0 missing');
		expect(taken.slice(1)).toHaveLength(2);
		expect(taken[1]).toMatch(/^.*(\d{18})\.fit would be 2026\/2026-0\d-\d\d_\1\.fit$/);

		const others = [
			'two-factor-sign-in-1',
			'a-session-for-more-than-one-run-2',
			'more-than-one-account-1',
		];
		const untried = examples.map(({name}) => name).filter((name) => !done.has(name));
		expect(untried).toEqual(others);
		await twoFactor(setting);
		await kept(setting);
		await named(setting);
	});

	test('have an equivalent for every line of corosexport’s own example', () => {
		const page = readProject('docs/library.md');
		for (const theirs of [
			'from corosexport import CorosClient, BackupManager',
			'client.authenticate()',
			'client.get_activities(limit=50)',
			'activity.activity_name',
			'ExportFormat.FIT',
			'BackupManager(client=',
			'.run_backup()',
			"stats['activities_downloaded']",
		]) {
			expect(page).toContain(theirs);
		}
	});
});

/** A wrong code is asked for again; the right one lets in. */
const twoFactor = async ({folder, env}: Setting) => {
	const simulator = await testSimulator([account({...reader, twoFactor: true})]);
	const setting = {folder, env: {...env, COROS_TUI_BASE_URL: simulator.baseUrl}};
	const {child, ended, says} = start(setting, 'two-factor-sign-in-1');
	await says('has mailed to user@example.com: ');
	const code = simulator.accounts.mailbox(reader.email).at(-1);
	expect(code).toMatch(/^\d{6}$/);
	child.stdin?.write(`${code === '000000' ? '000001' : '000000'}\n`);
	await says('has mailed to user@example.com: The code');
	child.stdin?.write(`${code}\n`);
	expect(await ended).toMatchObject({
		code: 0,
		output: expect.stringContaining('Signed in: Reader'),
	});
};

const logInTo = async ({folder, env}: Setting, ...args: string[]) => {
	const cli = path.join(folder, 'node_modules/coros-tui/dist/cli.js');
	const login = spawn(process.execPath, [cli, 'login', ...args], {
		env: withEnvironment({
			...env,
			HOME: folder,
			COROS_TUI_EMAIL: reader.email,
			COROS_TUI_PASSWORD: reader.password,
		}),
		stdio: 'ignore',
	});
	expect(await new Promise((resolve) => login.on('close', resolve))).toBe(0);
};

/** The accounts that `coros-tui login --profile` keeps. */
const named = async ({folder, env}: Setting) => {
	const config = path.join(folder, 'config-of-named');
	const setting = {folder, env: {...env, COROS_TUI_CONFIG_DIR: config}};
	expect(await run(setting, 'more-than-one-account-1')).toEqual(['']);
	await logInTo(setting, '--profile', 'anna');
	expect(await run(setting, 'more-than-one-account-1')).toEqual(['anna: 8 saved']);
	expect(existsSync(path.join(folder, 'archive-anna'))).toBe(true);
};

/** The session that `coros-tui login` keeps. */
const kept = async (setting: Setting) => {
	const {folder} = setting;
	const name = 'a-session-for-more-than-one-run-2';
	const refused = await start(setting, name).ended;
	expect(refused.code).toBe(1);
	expect(refused.output).toContain('Nobody is signed in');
	expect(refused.output).toContain('Give connect() an e-mail');
	await logInTo(setting);
	expect(existsSync(path.join(folder, 'config/session.json'))).toBe(true);
	expect((await run(setting, name))[0]).toMatch(/^Signed in since \d{4}-/);
};
