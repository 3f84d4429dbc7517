import {afterAll, describe, expect, test} from 'vitest';
import {exitCodeOf, isKnownError, type KnownError} from '../../source/domain/known-error.js';
import type {Fault, SimulatedRequest} from '../../source/simulator/behaviour.js';
import {type BackupSetting, goldenFiles, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const measured: string[] = [];
afterAll(() => {
	process.stdout.write(`requests a run\n${measured.join('\n')}\n`);
});

const setUp = async (timeoutMs = 10_000): Promise<BackupSetting> => ({
	simulator: await testSimulator([account({activities: smallActivities(60)})]),
	root: temporaryFolder(),
	timeoutMs,
});

type Ending = {
	readonly code: number;
	readonly message: string;
	readonly requests: number;
	/** Files given up. */
	readonly failed: number;
};

/** One run of a cron job, from sign-in to end. */
const run = async (setting: BackupSetting): Promise<Ending> => {
	const {requests} = setting.simulator;
	requests.length = 0;
	const known = ({message, hint, exitCode}: KnownError): Ending => ({
		code: exitCode,
		message: `${message} ${hint}`,
		requests: requests.length,
		failed: 0,
	});
	try {
		const {summary} = await runOnce(setting, {formats: ['fit', 'tcx']});
		const {error, failed} = summary;
		return {
			code: error ? exitCodeOf(error.code) : failed > 0 ? 3 : 0,
			message: error ? `${error.message} ${error.hint}` : '',
			requests: requests.length,
			failed,
		};
	} catch (error) {
		if (isKnownError(error)) {
			return known(error);
		}

		throw error;
	}
};

const isList = ({path}: SimulatedRequest) => path === '/activity/query';
const isLink = ({path}: SimulatedRequest) => path === '/activity/detail/download';
const isFile = ({host}: SimulatedRequest) => host === 'file';

const troubles: readonly Fault[] = [
	'http-502',
	'html',
	'reset',
	'too-many-silent',
	'stall',
	'drip',
	'bare-value',
];

type Place = [
	name: string,
	isHit: (request: SimulatedRequest) => boolean,
	most: number,
	kept: boolean,
];

const places: readonly Place[] = [
	['everything, without a session', () => true, 5, false],
	['everything, with a session', () => true, 5, true],
	['the list', isList, 5, true],
	['the links', isLink, 12, true],
	['the file host', isFile, 30, true],
];

describe.each(places)('a service that fails at %s', (name, isHit, most, isKept) => {
	test.each(troubles)(
		`with nothing but %s hears at most ${most} requests from each run, hour after hour`,
		async (fault) => {
			const isSilent = ['stall', 'drip', 'too-many-silent'].includes(fault);
			const setting = await setUp(isSilent ? 1000 : undefined);
			const {behaviour} = setting.simulator;
			if (isKept) {
				behaviour.fault = (request) =>
					isList(request) && request.query.size === '200' ? 'html' : undefined;
				expect((await run(setting)).code).toBe(5);
			}

			behaviour.fault = (request) => (isHit(request) ? fault : undefined);
			const hours = isSilent ? 1 : 3;
			for (let hour = 1; hour <= hours; hour += 1) {
				const ending = await run(setting);
				expect(ending.code).toBe(5);
				expect(ending.message).not.toBe('');
				// A body that begins lets the others begin as well: those are the ones more.
				const isBody = isHit === isFile && ['drip', 'html', 'bare-value'].includes(fault);
				expect(ending.requests).toBeLessThanOrEqual(isBody ? 44 : most);
				measured.push(`${name}, ${fault}: ${ending.requests}`);
			}
		},
	);
});

describe('a service that recovers while a run waits', () => {
	test('is used to the full again: one failure of all eight is one, not eight', async () => {
		const one = account({activities: smallActivities(30)});
		const setting = {
			simulator: await testSimulator([one], {latencyMs: 5}),
			root: temporaryFolder(),
		};
		let failing = 0;
		setting.simulator.behaviour.fault = (request) => {
			failing += isFile(request) ? 1 : 0;
			return isFile(request) && failing > 20 && failing <= 30 ? 'http-502' : undefined;
		};
		expect((await runOnce(setting)).summary).toMatchObject({saved: 150, failed: 0});
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
	});
});

describe('a service that wants to be left alone for hours', () => {
	test.each([
		['sign-in', ({path}: SimulatedRequest) => path === '/account/login'],
		['list', isList],
		['link', isLink],
		['file', isFile],
	] as const)('at the %s is: the run ends at once and says for how long', async (_, isHit) => {
		const setting = await setUp();
		const {behaviour} = setting.simulator;
		behaviour.retryAfterSeconds = 3 * 3600;
		let asked = 0;
		behaviour.fault = (request) => {
			asked += isHit(request) ? 1 : 0;
			return isHit(request) ? 'too-many' : undefined;
		};
		const ending = await run(setting);
		expect(ending.code).toBe(5);
		expect(ending.message).toContain('COROS asked to slow down: for 3 hours');
		expect(asked).toBe(1);
		expect(ending.failed).toBe(0); // No other file pays for it.
	});

	test.each(['1e10', '99999999999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
		'is not waited for, however it says so: %s',
		async (value) => {
			const setting = await setUp();
			setting.simulator.behaviour.retryAfterText = value;
			setting.simulator.behaviour.fault = (request) => (isList(request) ? 'too-many' : undefined);
			const ending = await run(setting);
			expect(ending).toMatchObject({code: 5});
			expect(ending.message).toMatch(/for \d+ days/);
		},
	);

	test.each(['-5', 'soon', '', 'NaN', '1e999', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
		'in words that mean nothing is asked again after a pause of our own: %j',
		async (value) => {
			const setting = await setUp();
			const {behaviour, requests} = setting.simulator;
			behaviour.retryAfterText = value;
			behaviour.fault = (request) =>
				isFile(request) && requests.filter(isFile).length === 1 ? 'too-many' : undefined;
			expect((await run(setting)).code).toBe(0);
		},
	);
});

describe('a session that dies while eight files are under way', () => {
	test('is renewed by one login, and nothing is lost', async () => {
		const one = account({activities: smallActivities(30)});
		const setting = {
			simulator: await testSimulator([one], {latencyMs: 100}),
			root: temporaryFolder(),
		};
		const {accounts, requests} = setting.simulator;
		let dead = '';
		let saved = 0;
		const {summary} = await runOnce(
			setting,
			{},
			{
				onEvent({type}) {
					saved += type === 'saved' ? 1 : 0;
					if (saved === 10 && dead === '') {
						dead = String(requests.findLast(isLink)?.headers.accesstoken);
						accounts.revoke(ann.email);
					}
				},
			},
		);
		expect(summary).toMatchObject({saved: 150, failed: 0});
		const links = requests.filter(isLink);
		const isDead = ({headers}: SimulatedRequest) => headers.accesstoken === dead;
		const toText = ({query}: SimulatedRequest) => JSON.stringify(query);
		const before = new Set(links.filter(isDead).map(toText));
		const twice = links.filter((link) => !isDead(link) && before.has(toText(link)));
		expect(twice.length).toBeGreaterThan(1); // Several noticed,
		expect(requests.filter(({path}) => path === '/account/login')).toHaveLength(2); // one signed in again.
	});
});
