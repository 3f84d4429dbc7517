import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {proxyFor} from '../../source/coros/proxy.js';
import {signedInEnv} from '../helpers/app.js';
import {goldenFiles, readArchiveFiles} from '../helpers/backup.js';
import {selfSigned} from '../helpers/certificate.js';
import {startProxy, startSecureFront} from '../helpers/proxy.js';
import {runProgram} from '../helpers/run-program.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const secret = 'planted-proxy-password';
const one = account();

const setUp = async (extra: NodeJS.ProcessEnv = {}) => {
	const simulator = await testSimulator([one]);
	const root = temporaryFolder();
	const env: NodeJS.ProcessEnv = {...signedInEnv(simulator.baseUrl, root), ...extra};
	return {
		simulator,
		root,
		env,
		run: (args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
			runProgram(args, {env: {...env, ...more}}),
	};
};

/** The same behind https, with a certificate that this machine is told to trust, or not. */
const setUpSecure = async (options?: Parameters<typeof selfSigned>[0]) => {
	const setting = await setUp();
	const certificate = selfSigned(options);
	const origin = await startSecureFront(setting.simulator.hosts.eu, certificate);
	const file = path.join(setting.root, 'company.pem');
	writeFileSync(file, certificate.cert);
	setting.env.COROS_TUI_BASE_URL = origin;
	return {...setting, origin, trusting: {NODE_EXTRA_CA_CERTS: file}};
};

const login = ({simulator}: Awaited<ReturnType<typeof setUp>>) =>
	simulator.requests.filter(({path: name}) => name === '/account/login');

describe('the proxy of an address', () => {
	const api = new URL('https://teamapi.coros.com/account/login');
	const name = (environment: Record<string, string>, url = api) => proxyFor(url, environment)?.name;

	test('is what the usual variables name, small letters first', () => {
		expect(name({})).toBeUndefined();
		expect(name({HTTPS_PROXY: 'http://a:1'})).toBe('a:1');
		expect(name({HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2'})).toBe('b:2');
		expect(name({ALL_PROXY: 'http://a:1'})).toBe('a:1');
		expect(name({HTTPS_PROXY: '', all_proxy: 'a:1'})).toBe('a:1');
		expect(name({HTTP_PROXY: 'http://a:1'})).toBeUndefined();
		expect(name({HTTP_PROXY: 'http://a:1'}, new URL('http://127.0.0.1:1/'))).toBe('a:1');
		expect(name({HTTPS_PROXY: 'https://ann:x@proxy.example.org'})).toBe('proxy.example.org');
	});

	test('is none where NO_PROXY says so', () => {
		const without = (list: string, url = api) =>
			name({HTTPS_PROXY: 'http://a:1', NO_PROXY: list}, url) === undefined;
		for (const list of [
			'*',
			'coros.com',
			'.coros.com',
			'*.coros.com',
			'x, teamapi.coros.com',
			'TEAMAPI.coros.com:443',
		]) {
			expect(without(list), list).toBe(true);
		}

		for (const list of [
			'',
			'api.coros.com',
			'amazonaws.com',
			'teamapi.coros.com:8443',
			'oros.com',
		]) {
			expect(without(list), list).toBe(false);
		}
	});

	test.each([
		'socks5://ann:planted-proxy-password@a:1',
		'http://ann:planted-proxy-password@[',
		'file:///x',
	])('is refused where it is none that is understood, without its password: %s', (text) => {
		expect(() => proxyFor(api, {HTTPS_PROXY: text})).toThrow(
			expect.objectContaining({code: 'proxy-refused', exitCode: 5}),
		);
		expect(() => proxyFor(api, {HTTPS_PROXY: text})).not.toThrow(secret);
	});
});

describe('behind a proxy', () => {
	test('https goes through a tunnel with the proxy’s password, which nobody else gets', async () => {
		const proxy = await startProxy({credentials: `ann:${secret}`});
		const setting = await setUpSecure();
		const result = await setting.run(['backup', '--format', 'all', '--verbose'], {
			...setting.trusting,
			HTTPS_PROXY: `http://ann:${secret}@${proxy.name}`,
		});
		expect(result).toMatchObject({code: 0});
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
		expect(proxy.requests.length).toBeGreaterThan(0);
		for (const {method, target} of proxy.requests) {
			expect([method, target]).toEqual(['CONNECT', new URL(setting.origin).host]);
		}

		expect(login(setting)).not.toHaveLength(0);
		expect(JSON.stringify(setting.simulator.requests).toLowerCase()).not.toContain('proxy-auth');
		expect(result.stdout + result.stderr).not.toContain(secret);
	});

	test('plain http is forwarded, files included', async () => {
		const proxy = await startProxy();
		const setting = await setUp({http_proxy: proxy.name});
		expect(await setting.run(['backup', '--format', 'fit'])).toMatchObject({code: 0});
		expect(proxy.requests).toHaveLength(setting.simulator.requests.length);
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one, ['fit']));
	});

	test.each([
		['that wants a password', {credentials: `ann:${secret}`}, 'wants a name and password'],
		['that forbids', {refuse: 403}, 'HTTP 403'],
	])('%s the run ends with exit 5 and names it', async (_, options, words) => {
		const proxy = await startProxy(options);
		const setting = await setUpSecure();
		const result = await setting.run(['backup', '--verbose'], {
			...setting.trusting,
			ALL_PROXY: `http://ann:wrong-${secret}@${proxy.name}`,
		});
		expect(result.code).toBe(5);
		expect(result.stderr).toContain(`The proxy did not let the request through: ${proxy.name}`);
		expect(result.stderr).toContain(words);
		expect(result.stdout + result.stderr).not.toContain(secret);
		expect(setting.simulator.requests).toEqual([]);
		expect(proxy.requests).toHaveLength(1); // Asking again would change nothing.
	});

	test('that wants a password for plain http the run ends the same way', async () => {
		const proxy = await startProxy({credentials: `ann:${secret}`});
		const setting = await setUp({HTTP_PROXY: `http://${proxy.name}`});
		const result = await setting.run(['backup']);
		expect(result.code).toBe(5);
		expect(result.stderr).toContain('wants a name and password');
	});

	test('that cannot reach COROS the run ends with exit 5 after some tries', async () => {
		const proxy = await startProxy({refuse: 502});
		const setting = await setUpSecure();
		const result = await setting.run(['backup'], {HTTPS_PROXY: `http://${proxy.name}`});
		expect(result.code).toBe(5);
		expect(result.stderr).toContain(`the proxy ${proxy.name} could not reach it`);
		expect(proxy.requests.length).toBeGreaterThan(1);
		expect(proxy.requests.length).toBeLessThanOrEqual(5);
	});

	test('that is down the run ends with exit 5 and names it, not COROS', async () => {
		const setting = await setUpSecure();
		const result = await setting.run(['backup'], {HTTPS_PROXY: `http://ann:${secret}@127.0.0.1:9`});
		expect(result.code).toBe(5);
		expect(result.stderr).toContain('The proxy could not be reached: 127.0.0.1:9');
		expect(result.stdout + result.stderr).not.toContain(secret);
	});

	test('what NO_PROXY lists is reached directly', async () => {
		const proxy = await startProxy({refuse: 403});
		const setting = await setUp({HTTP_PROXY: `http://${proxy.name}`, NO_PROXY: '127.0.0.1'});
		expect(await setting.run(['list'])).toMatchObject({code: 0});
		expect(proxy.requests).toEqual([]);
	});

	test('the demo stays on this machine', async () => {
		const proxy = await startProxy();
		const setting = await setUp({HTTP_PROXY: `http://${proxy.name}`, COROS_TUI_BASE_URL: ''});
		expect(await setting.run(['list', '--demo', '--quiet', '--limit', '1'])).toMatchObject({
			code: 0,
		});
		expect(proxy.requests).toEqual([]);
	});
});

describe('a certificate', () => {
	test.each([
		['nobody knows', {}, 'was signed by nobody but itself'],
		['has expired', {from: -10, to: -5}, 'has expired'],
		['is not valid yet', {from: 5, to: 10}, 'is not valid yet'],
		['is another host’s', {address: [10, 1, 2, 3]}, 'is for another host'],
	])('that %s ends the run with exit 5, nothing sent and what to do', async (_, options, words) => {
		const setting = await setUpSecure(options);
		const trusting = words.includes('nobody') ? {} : setting.trusting;
		const result = await setting.run(['backup'], trusting);
		expect(result.code).toBe(5);
		expect(result.stderr).toContain(`The connection is not secure, so nothing was sent`);
		expect(result.stderr).toContain(words);
		expect(result.stderr).toContain('NODE_EXTRA_CA_CERTS');
		expect(setting.simulator.requests).toEqual([]);
	});

	test('of a company’s inspection is trusted with NODE_EXTRA_CA_CERTS', async () => {
		const setting = await setUpSecure();
		expect(await setting.run(['list'], setting.trusting)).toMatchObject({code: 0});
	});
});
