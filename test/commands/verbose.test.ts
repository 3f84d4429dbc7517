import {readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {signedInEnv} from '../helpers/app.js';
import {hasPosix} from '../helpers/platform.js';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async (...args: Parameters<typeof testSimulator>) => {
	const simulator = await testSimulator(...args);
	const root = temporaryFolder();
	const run = (command: readonly string[], env: NodeJS.ProcessEnv = {}) =>
		runProgram(command, {
			env: {...signedInEnv(simulator.baseUrl, root), ...env},
		});
	const file = path.join(root, 'config', 'logs', 'coros-tui.log');
	return {simulator, root, run, file, log: () => readFileSync(file, 'utf8')};
};

test('without --verbose there is no log', async () => {
	const {run, root} = await setUp();
	expect((await run(['backup'])).code).toBe(0);
	expect(readdirSync(path.join(root, 'config'))).not.toContain('logs');
});

test('with --verbose every request is a line, and the place is said once', async () => {
	const {run, file, log, simulator} = await setUp([account({activities: smallActivities(2)})], {
		fault: ({host, earlier}) => (host === 'file' && earlier === 0 ? 'http-500' : undefined),
	});
	const {code, stderr} = await run(['backup', '--format', 'fit', '--verbose']);
	expect(code).toBe(0);
	expect(stderr.split(`Log: ${file}\n`)).toHaveLength(2);
	if (hasPosix('the mode of the log')) {
		expect(statSync(file).mode & 0o777).toBe(0o600);
	}

	const requests = log()
		.split('\n')
		.filter((line) => / (GET|POST) /.test(line));
	expect(requests).toHaveLength(simulator.requests.length);
	for (const line of requests) {
		expect(line).toMatch(/^\S+Z (GET|POST) 127\.0\.0\.1:\d+ \/\S+ \d{3} \d+ ms, attempt \d$/);
	}

	const files = requests.filter((line) => line.includes('/….fit'));
	expect(files.filter((line) => / 500 \d+ ms, attempt 1$/.test(line))).toHaveLength(2);
	expect(files.filter((line) => / 200 \d+ ms, attempt 2$/.test(line))).toHaveLength(2);
	expect(log()).toContain('"type":"finished"');
	expect(log()).toMatch(/ended with 0\n$/);
});

test('with --verbose a connection that breaks is a line with its reason', async () => {
	const {run, log} = await setUp([account()], {fault: () => 'reset'});
	expect((await run(['backup', '--verbose'])).code).toBe(5);
	expect(log()).toMatch(
		/POST \S+ \/account\/login offline: .*the connection was \w+ \d+ ms, attempt 1\n/,
	);
	expect(log()).toMatch(/attempt 2\n/);
	expect(log()).toContain('KnownError');
});

test('the log holds no secret and no home folder', async () => {
	const {run, simulator, root, log} = await setUp();
	await run(['login', '--verbose']);
	await run(['backup', '--format', 'all', '--verbose']);
	await run(['verify', '--verbose']);
	const session = readFileSync(path.join(root, 'config', 'session.json'), 'utf8');
	const {accessToken, userId} = (JSON.parse(session) as {session: Record<string, string>}).session;
	const links = simulator.requests.filter(({host}) => host === 'file');
	expect(links.length).toBe(25);
	const text = log();
	for (const secret of [accessToken!, userId!, ann.email, ann.password, root]) {
		expect(text).not.toContain(secret);
	}

	for (const {path: link} of links) {
		expect(text).not.toContain(link);
	}
});

test('a log that cannot be made stops nothing', async () => {
	const {run, root} = await setUp();
	await run(['login']);
	writeFileSync(path.join(root, 'config', 'logs'), 'in the way');
	const {code, stderr} = await run(['backup', '--verbose']);
	expect(code).toBe(0);
	expect(stderr).not.toContain('Log:');
	rmSync(path.join(root, 'config', 'logs'));
});
