import {existsSync, readdirSync} from 'node:fs';
import {afterAll, describe, expect, test} from 'vitest';
import {exitCodeOf, isKnownError} from '../../source/domain/known-error.js';
import {
	apiFaults,
	type Fault,
	fileFaults,
	type SimulatedRequest,
} from '../../source/simulator/behaviour.js';
import {randomFaults} from '../../source/simulator/chance.js';
import {
	archiveFolder,
	type BackupSetting,
	goldenFiles,
	readArchiveFiles,
	runOnce,
	testServices,
} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const formats = ['fit', 'tcx'] as const;
const one = account({activities: smallActivities(3)});
const golden = goldenFiles(one, formats);

let injected = 0;
let runs = 0;
afterAll(() => {
	process.stdout.write(`each fault at each request: ${runs} runs, ${injected} faults injected\n`);
});

/** One request, as a run begins that makes it. */
type Place = {readonly key: string; readonly start: Start};

/** How a run begins: with a password, with a browser's token, or with the session of an earlier run. */
type Start = 'password' | 'token' | 'session';

const setUp = async (): Promise<BackupSetting> => ({
	// The older password form: two hundred sign-ins with bcrypt would be all this test does.
	simulator: await testSimulator([one], {bcryptForm: '1031'}),
	root: temporaryFolder(),
	timeoutMs: 300,
});

/** A whole run, as `backup` makes it; the exit code it would end with. */
const backUp = async (setting: BackupSetting, start: Start, full = false): Promise<number> => {
	const {simulator} = setting;
	runs += 1;
	try {
		if (start !== 'password') {
			const owner = simulator.accounts.find(ann.email)!;
			const token = simulator.accounts.issueToken(owner);
			const {signal} = new AbortController();
			const {fault} = simulator.behaviour;
			simulator.behaviour.fault = start === 'session' ? () => undefined : fault;
			await testServices(setting).adoptToken(
				token,
				start === 'session' ? 'eu' : 'auto',
				signal,
				true,
			);
			simulator.behaviour.fault = fault;
		}

		const {summary} = await runOnce(setting, {formats, full});
		return summary.error ? exitCodeOf(summary.error.code) : summary.failed > 0 ? 3 : 0;
	} catch (error) {
		if (isKnownError(error)) {
			return error.exitCode;
		}

		throw error;
	}
};

const keyOf = ({host, method, path: name, query}: SimulatedRequest): string =>
	[host, method, name, JSON.stringify(query)].join(' ');

const stageOf = (key: string): string => {
	const [host, , name, query] = key.split(' ');
	switch (name) {
		case '/account/login':
			return 'login';
		case '/account/query':
			return 'account';
		case '/activity/query':
			return query?.includes('"200"') ? 'list' : 'home';
		case '/activity/detail/download':
			return 'link';
		default:
			return host === 'file' ? 'file' : 'unknown';
	}
};

/** Everything a full backup asks for, in order, each once. */
const requestsOf = async (start: Start): Promise<string[]> => {
	const setting = await setUp();
	expect(await backUp(setting, start)).toBe(0);
	return [...new Set(setting.simulator.requests.map(keyOf))];
};

const expectArchiveRule = (setting: BackupSetting, where: string) => {
	const folder = archiveFolder(setting);
	if (!existsSync(folder)) {
		return;
	}

	for (const [name, bytes] of readArchiveFiles(setting)) {
		expect(bytes, `${name} after ${where}`).toEqual(golden.get(name));
	}

	const left = readdirSync(folder).filter((name) => /\.(part|lock)$/.test(name));
	expect(left, where).toEqual([]);
};

const playAt = async ({key, start}: Place, fault: Fault, isLasting: boolean) => {
	const where = `${isLasting ? 'lasting' : 'one'} ${fault} at ${key}`;
	const setting = await setUp();
	let met = 0;
	setting.simulator.behaviour.retryAfterSeconds = 0.05;
	setting.simulator.behaviour.fault = (request) => {
		if (keyOf(request) !== key || (met > 0 && !isLasting)) {
			return undefined;
		}

		met += 1;
		injected += 1;
		return fault;
	};
	const code = await backUp(setting, start);
	expect(met, where).toBeGreaterThan(0);
	expectArchiveRule(setting, where);
	setting.simulator.behaviour.fault = () => undefined;
	// A refusal that stays is COROS's way to say that there is no such file: that is remembered.
	const isRemembered = fault === 'refused' && isLasting;
	expect(await backUp(setting, 'session', isRemembered), `second run after ${where}`).toBe(0);
	expect(readArchiveFiles(setting), `second run after ${where}`).toEqual(golden);
	expectArchiveRule(setting, where);
	return {where, code, place: {key, start}};
};

/** Eight at a time: most of them wait for a time-out. */
const inTurns = async <Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> => {
	const results: Result[] = [];
	const left = [...items];
	await Promise.all(
		Array.from({length: 8}, async () => {
			for (let item = left.shift(); item !== undefined; item = left.shift()) {
				results.push(await work(item));
			}
		}),
	);
	return results;
};

/** Sign-ins take their time and one after the other, so that no answer comes late by our own doing. */
const playAll = async (places: readonly Place[], fault: Fault, isLasting: boolean) => {
	const slow = places.filter(({start}) => start === 'password');
	const quick = places.filter((place) => !slow.includes(place));
	const results = await inTurns(quick, (place) => playAt(place, fault, isLasting));
	for (const place of slow) {
		results.push(await playAt(place, fault, isLasting));
	}

	return results;
};

const faults = [...new Set<Fault>([...apiFaults, ...fileFaults])];

const placesOf = async (fault: Fault): Promise<Place[]> => {
	const byPassword = await requestsOf('password');
	const byToken = await requestsOf('token');
	const kinds: Record<string, readonly string[]> = {api: apiFaults, file: fileFaults};
	return [
		...byPassword.map(
			(key): Place => ({
				key,
				start: ['login', 'home'].includes(stageOf(key)) ? 'password' : 'session',
			}),
		),
		...byToken
			.filter((key) => ['home', 'account'].includes(stageOf(key)))
			.map((key): Place => ({key, start: 'token'})),
	].filter(({key}) => kinds[stageOf(key) === 'file' ? 'file' : 'api']?.includes(fault));
};

const tokenFaults: readonly Fault[] = ['dead-token', 'unauthorized', 'forbidden'];

/** What a run has to say at its end. */
const expectedCode = (fault: Fault, isLasting: boolean, {key, start}: Place): number => {
	const isTokenFault = tokenFaults.includes(fault);
	switch (stageOf(key)) {
		case 'home':
			// The only host that could say yes says no.
			return isTokenFault && key.startsWith('eu') ? 4 : 0;
		case 'account':
			return isTokenFault || fault === 'refused' ? 4 : isLasting ? 5 : 0;
		case 'list':
			return isLasting && isTokenFault ? 4 : isLasting || fault === 'refused' ? 5 : 0;
		case 'link':
			return isLasting ? (isTokenFault ? 4 : fault === 'refused' ? 0 : 3) : 0;
		case 'file':
			return isLasting && !['gzip', 'redirect'].includes(fault) ? 3 : 0;
		default:
			expect([stageOf(key), start]).toEqual(['login', 'password']);
			return 0; // Another host is asked.
	}
};

describe('one fault at each request of a full backup', () => {
	test.each(faults)('of the kind %s costs nothing but time', async (fault) => {
		for (const {where, code, place} of await playAll(await placesOf(fault), fault, false)) {
			expect(code, where).toBe(expectedCode(fault, false, place));
		}
	});
});

describe('a fault that stays at one request', () => {
	test.each(faults)(
		'of the kind %s ends with its exit code and costs no other file',
		async (fault) => {
			const places = await placesOf(fault);
			const transfers = places.filter(({key}) => ['link', 'file'].includes(stageOf(key)));
			const some = places.filter((place) => !transfers.slice(1, -1).includes(place));
			for (const {where, code, place} of await playAll(some, fault, true)) {
				expect(code, where).toBe(expectedCode(fault, true, place));
			}
		},
	);
});

describe('all faults mixed', () => {
	const rates = (kinds: readonly Fault[]) =>
		Object.fromEntries(kinds.map((kind) => [kind, 0.25 / kinds.length]));

	test.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'at one request in four end by themselves, and clean runs complete everything (seed %i)',
		async (seed) => {
			const setting = await setUp();
			const {behaviour} = setting.simulator;
			const decide = randomFaults(seed, {api: rates(apiFaults), file: rates(fileFaults)});
			behaviour.retryAfterSeconds = 0.05;
			for (let run = 1; run <= 3; run += 1) {
				behaviour.fault = (request) => {
					const fault = decide({...request, earlier: request.earlier + run});
					injected += fault ? 1 : 0;
					return fault;
				};
				expect([0, 3, 4, 5], `run ${run}`).toContain(await backUp(setting, 'password'));
				expectArchiveRule(setting, `run ${run} of seed ${seed}`);
			}

			behaviour.fault = () => undefined;
			expect(await backUp(setting, 'session', true)).toBe(0);
			expect(readArchiveFiles(setting)).toEqual(golden);
		},
	);
});
