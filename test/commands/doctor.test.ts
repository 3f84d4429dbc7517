import {chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {hostname} from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {toFacts} from '../../source/commands/doctor-facts.js';
import {diagnosisExit, type Finding, toFinding} from '../../source/domain/finding.js';
import {type ErrorCode, KnownError} from '../../source/domain/known-error.js';
import {archiveFolder, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {hasPosix} from '../helpers/platform.js';
import {type ProgramResult, runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async () => {
	const setting = {
		simulator: await testSimulator([account({activities: smallActivities(3)})]),
		root: temporaryFolder(),
	};
	await runOnce(setting, {formats: ['fit']});
	setting.simulator.requests.length = 0;
	const run = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
		runProgram(['doctor', ...args], {
			env: {
				HOME: setting.root,
				COROS_TUI_BASE_URL: setting.simulator.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(setting.root, 'config'),
				COROS_TUI_BACKUP_DIR: archiveFolder(setting),
				LANG: 'en_US.UTF-8',
				...env,
			},
		});
	return {...setting, run, config: path.join(setting.root, 'config')};
};

const findings = ({stdout}: ProgramResult): Finding[] =>
	stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Finding & {type: string})
		.filter(({type}) => type === 'finding');

const problems = (result: ProgramResult) =>
	findings(result)
		.filter(({level}) => level === 'problem')
		.map(({area, code}) => `${area}: ${code}`);

describe('doctor', () => {
	test('where all is well says so, exits 0, and leaves everything as it was', async () => {
		const {run, root, simulator} = await setUp();
		const folder = archiveFolder({root});
		const before = readdirSync(folder).map((name) => [
			name,
			statSync(path.join(folder, name)).mtimeMs,
		]);
		const result = await run();
		expect(result).toMatchObject({code: 0, stderr: ''});
		for (const part of [
			'No terminal',
			`${path.join('~', 'config')}${process.platform === 'win32' ? '' : ', readable by you alone'}`,
			'A session for Europe, of today, accepted by COROS, which has 3 activities',
			'Europe: 127.0.0.1:',
			`${path.join('~', 'archive')} can be written`,
			'free on its disk',
			'No other run is using the folder',
			'3 activities, 3 files',
			'All well.',
		]) {
			expect(result.stdout).toContain(part);
		}

		expect(simulator.requests.map(({path: name}) => name)).not.toContain('/account/login');
		const after = readdirSync(folder).map((name) => [
			name,
			statSync(path.join(folder, name)).mtimeMs,
		]);
		expect(after).toEqual(before);
	});

	test('never signs in, even with a password at hand and a session that has ended', async () => {
		const {run, simulator} = await setUp();
		simulator.accounts.revoke(ann.email);
		const env = {COROS_TUI_EMAIL: ann.email, COROS_TUI_PASSWORD: ann.password};
		const result = await run(['--json'], env);
		expect(result.code).toBe(4);
		expect(problems(result)).toEqual(['session: session-expired']);
		expect(simulator.requests.every(({path: name}) => name === '/account/query')).toBe(true);
	});

	test('offline fails politely, exits 5, and still looks at the disk', async () => {
		const {run, simulator} = await setUp();
		await simulator.close();
		const result = await run(['--json']);
		expect(result.code).toBe(5);
		expect(problems(result)).toEqual(Array.from({length: 4}, () => 'network: offline'));
		expect(findings(result).find(({area}) => area === 'session')).toMatchObject({level: 'note'});
		expect(findings(result).some(({area}) => area === 'archive')).toBe(true);
		expect(result.stdout.trim().split('\n').at(-1)).toBe(
			JSON.stringify({type: 'diagnosed', problems: 4, warnings: 0, exitCode: 5, version: 1}),
		);
	});

	test('does not wait for a host that says nothing, and minds only the one that is needed', async () => {
		const {run, simulator} = await setUp();
		simulator.behaviour.fault = ({host}) => (host === 'cn' ? 'stall' : undefined);
		const other = await run(['--json', '--timeout', '300']);
		expect(other.code).toBe(0);
		expect(findings(other)).toContainEqual(
			expect.objectContaining({
				area: 'network',
				level: 'warning',
				what: expect.stringContaining('China: COROS took too long'),
			}),
		);
		simulator.behaviour.fault = ({host}) => (host === 'eu' ? 'html' : undefined);
		const own = await run(['--json', '--timeout', '300']);
		expect(own.code).toBe(5);
		expect(problems(own)).toEqual(['network: unexpected-response']);
	});

	test('warns of a clock that is far off, and of nothing else', async () => {
		const {run} = await setUp();
		const server = createServer((_, response) => {
			response.setHeader('date', new Date(Date.now() - 7_200_000).toUTCString());
			response.end(JSON.stringify({result: '0000', data: {userId: '1'}}));
		});
		onTestFinished(() => void server.close());
		await new Promise<void>((resolve) => {
			server.listen(0, '127.0.0.1', resolve);
		});
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const result = await run(['--json', '--base-url', url]);
		expect(result.code).toBe(0);
		expect(findings(result).filter(({level}) => level === 'warning')).toEqual([
			expect.objectContaining({
				area: 'clock',
				what: expect.stringMatching(/^This machine's clock is 7\d{3} s ahead of COROS's$/),
			}),
		]);
		expect(findings(result).filter(({area}) => area === 'network')).toHaveLength(1);
	});

	test('says who holds the folder, exits 6, and names no machine', async () => {
		const {run, root} = await setUp();
		const holder = {host: hostname(), pid: process.pid, since: new Date().toISOString()};
		writeFileSync(path.join(archiveFolder({root}), '.coros-tui.lock'), JSON.stringify(holder));
		const result = await run(['--json']);
		expect(result.code).toBe(6);
		expect(problems(result)).toEqual(['lock: folder-busy']);
		expect(result.stdout).toContain(`process ${process.pid} on this machine`);
		expect(result.stdout).not.toContain(hostname());
	});

	test('names files that are gone, exits 7', async () => {
		const {run, root} = await setUp();
		const [name] = [...readArchiveFiles({root}).keys()];
		rmSync(path.join(archiveFolder({root}), name!));
		const result = await run(['--json']);
		expect(result.code).toBe(7);
		expect(problems(result)).toEqual(['archive: damaged-archive']);
		expect(result.stdout).toContain('verify --repair');
	});

	const hasModes = hasPosix('a session that others can read');
	test.runIf(hasModes)(
		'warns of a session that others can read, a broken state, and what is kept aside',
		async () => {
			const {run, root, config} = await setUp();
			chmodSync(path.join(config, 'session.json'), 0o644);
			writeFileSync(path.join(archiveFolder({root}), '.corosexport_state.json'), '{"torn');
			const result = await run();
			expect(result.code).toBe(0);
			expect(result.stdout).toContain('others may read the session');
			expect(result.stdout).toContain('chmod 600 "~/config/session.json"');
			expect(result.stdout).toContain(
				'The record of what was saved, .corosexport_state.json, cannot be read',
			);
			expect(result.stdout).toContain('0 problems, 2 warnings.');
		},
	);

	test('of a place that is no folder exits 1', async () => {
		const {run, root} = await setUp();
		const file = path.join(root, 'file');
		writeFileSync(file, '');
		const result = await run(['--json', '--backup-dir', path.join(file, 'inside')]);
		expect(result.code).toBe(1);
		expect(problems(result)).toContain('folder: disk-error');
	});

	test('holds nothing that tells who somebody is', async () => {
		const {run, config, root, simulator} = await setUp();
		const {session} = JSON.parse(readFileSync(path.join(config, 'session.json'), 'utf8')) as {
			session: {accessToken: string; userId: string; email: string};
		};
		const outputs = [await run(), await run(['--json'])];
		simulator.accounts.revoke(ann.email);
		const proxy = 'http://user:pa55word@proxy.example:3128';
		outputs.push(await run(['--json'], {HTTPS_PROXY: proxy, NO_PROXY: '127.0.0.1'}));
		for (const {stdout, stderr} of outputs) {
			for (const secret of [session.accessToken, session.userId, session.email, root, 'pa55word']) {
				expect(stdout + stderr).not.toContain(secret);
			}
		}

		expect(outputs[2]!.stdout).toContain('Proxy: HTTPS_PROXY, NO_PROXY set');
	});
});

describe('the worst problem', () => {
	const problem = (code: ErrorCode) => toFinding('archive', new KnownError(code));

	test.each<[ErrorCode[], number]>([
		[[], 0],
		[['damaged-archive'], 7],
		[['damaged-archive', 'folder-busy'], 6],
		[['folder-busy', 'sign-in-needed'], 4],
		[['sign-in-needed', 'offline'], 5],
		[['offline', 'wrong-account'], 2],
		[['wrong-account', 'no-permission', 'offline'], 1],
	])('of %j decides the exit code: %i', (codes, expected) => {
		expect(diagnosisExit(codes.map(problem))).toBe(expected);
	});

	test('is no warning', () => {
		expect(diagnosisExit([toFinding('network', new KnownError('offline'), 'warning')])).toBe(0);
	});
});

test('facts tell what looks and network depend on', () => {
	const base = {platform: 'linux', architecture: 'arm64', node: 'v22.1.0', columns: 80, rows: 24};
	const tell = (environment: Record<string, string>) =>
		toFacts({...base, environment}).map(({what}) => what);
	expect(tell({TERM: 'xterm', LANG: 'C', no_proxy: '*', NO_COLOR: '1'})).toEqual([
		expect.stringMatching(/^coros-tui \S+, Node v22\.1\.0, linux arm64$/),
		'Terminal 80×24, TERM xterm, NO_COLOR set, no UTF-8 locale',
		'Proxy: NO_PROXY set',
	]);
});
