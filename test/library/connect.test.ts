import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {errorCodes, KnownError, toError, toErrorReport} from '../../source/domain/known-error.js';
import {type BackupEvent, type ConnectOptions, connect, verify} from '../../source/index.js';
import {account, ann, asked, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async (...args: Parameters<typeof testSimulator>) => {
	const simulator = await testSimulator(...args);
	const root = temporaryFolder();
	vi.stubEnv('COROS_TUI_BASE_URL', simulator.baseUrl);
	vi.stubEnv('COROS_TUI_CONFIG_DIR', path.join(root, 'config'));
	return {simulator, root, folder: path.join(root, 'archive')};
};

const quick = {retry: {attempts: 2, baseMs: 1}};

const filesOf = (folder: string) =>
	readdirSync(folder).filter((name) => /\.(fit|tcx)$/.test(name) && !name.startsWith('.'));

describe('connect', () => {
	test('signs in with one login, and leaves the user’s own settings alone', async () => {
		const {simulator, root} = await setUp();
		const coros = await connect(ann);
		expect(coros.session).toMatchObject({email: ann.email, region: 'eu'});
		expect(await coros.account()).toMatchObject({nickname: 'Ann'});
		expect(asked(simulator).filter((request) => request.endsWith('/login'))).toHaveLength(1);
		expect(existsSync(path.join(root, 'config'))).toBe(false);
	});

	test('takes the address given before the environment’s', async () => {
		const {simulator} = await setUp();
		vi.stubEnv('COROS_TUI_BASE_URL', 'http://127.0.0.1:1');
		await connect({...ann, baseUrl: simulator.baseUrl});
		expect(simulator.requests.length).toBeGreaterThan(0);
	});

	test('says which half is missing before anything is asked', async () => {
		const {simulator} = await setUp();
		const half = {email: ann.email, password: undefined} as unknown as ConnectOptions;
		await expect(connect(half)).rejects.toThrow(TypeError);
		expect(simulator.requests).toEqual([]);
	});

	test('gives up a code after three wrong ones, and says what to give where nobody supplies it', async () => {
		await setUp([account({twoFactor: true})]);
		const code = vi.fn(() => '12 34');
		await expect(connect({...ann, code})).rejects.toMatchObject({code: 'wrong-code'});
		expect(code.mock.calls).toEqual([[ann.email], [ann.email], [ann.email]]);
		await expect(connect(ann)).rejects.toMatchObject({
			code: 'code-needed',
			hint: expect.stringContaining('`code`'),
		});
	});

	test('replaces a session that has died where it has the password, and says so where not', async () => {
		const {simulator} = await setUp();
		const {session} = await connect(ann);
		simulator.accounts.revoke(ann.email);
		const bare = await connect({session});
		await expect(bare.activities()).rejects.toMatchObject({code: 'session-expired'});
		const armed = await connect({session, ...ann});
		expect(await armed.activities()).toHaveLength(5);
		expect(armed.session.accessToken).not.toBe(session.accessToken);
	});
});

describe('activities', () => {
	test('reads no more pages than a limit needs', async () => {
		const {simulator} = await setUp([account({activities: smallActivities(450)})]);
		const coros = await connect(ann);
		simulator.requests.length = 0;
		const newest = await coros.activities({limit: 50});
		expect(newest.map(({name}) => name)).toEqual(
			Array.from({length: 50}, (_, index) => `Run ${index}`),
		);
		expect(simulator.requests).toHaveLength(1);
		expect(await coros.activities()).toHaveLength(450);
		expect(await coros.activities({search: 'run 449', limit: 1})).toMatchObject([
			{name: 'Run 449'},
		]);
	});
});

describe('backUp', () => {
	test('lets go of the folder when its loop is left, and keeps what is finished', async () => {
		const {folder} = await setUp([account({activities: smallActivities(40)})]);
		const coros = await connect(ann);
		const run = coros.backUp({folder});
		for await (const {type} of run) {
			if (type === 'saved') {
				break;
			}
		}

		await expect(run.summary()).rejects.toThrow('left before its end');
		const kept = filesOf(folder).length;
		expect(kept).toBeGreaterThan(0);
		expect(kept).toBeLessThan(80);
		const rest = await coros.backUp({folder}).summary();
		expect(rest).toMatchObject({saved: 80 - kept, upToDate: kept});
	});

	test('tells how a run went after its loop as well', async () => {
		const {folder} = await setUp();
		const coros = await connect(ann);
		const run = coros.backUp({folder, formats: ['fit']});
		const events: BackupEvent[] = [];
		for await (const event of run) {
			events.push(event);
		}

		expect(events.at(-1)).toEqual({type: 'finished', ...(await run.summary())});
		expect(await run.summary()).toMatchObject({saved: 5, failed: 0});
	});

	test('throws what ended a run from its summary, and puts it into the last event of a loop', async () => {
		const {simulator, folder} = await setUp();
		const coros = await connect({...ann, ...quick});
		await simulator.close();
		await expect(coros.backUp({folder}).summary()).rejects.toMatchObject({
			name: 'KnownError',
			code: 'offline',
			exitCode: 5,
		});
		const events: BackupEvent[] = [];
		for await (const event of coros.backUp({folder})) {
			events.push(event);
		}

		expect(events).toMatchObject([{type: 'finished', error: {code: 'offline'}}]);
	});

	test('has a folder that is in use as its error, too', async () => {
		expect.assertions(1);
		const {folder} = await setUp([account({activities: smallActivities(40)})]);
		const coros = await connect(ann);
		for await (const {type} of coros.backUp({folder})) {
			if (type === 'saved') {
				await expect(coros.backUp({folder}).summary()).rejects.toMatchObject({
					code: 'folder-busy',
				});
				break;
			}
		}
	});

	test('is stopped by its own signal and by the connection’s', async () => {
		const {folder} = await setUp();
		for (const own of [true, false]) {
			const controller = new AbortController();
			const {signal} = controller;
			const coros = await connect({...ann, ...(!own && {signal})});
			controller.abort();
			const run = coros.backUp({folder, ...(own && {signal})});
			await expect(run.summary()).rejects.toMatchObject({name: 'AbortError'});
		}
	});

	test('plans without writing, and narrows to a selection or to activities at hand', async () => {
		const {simulator, folder} = await setUp();
		const coros = await connect(ann);
		const planned = await coros.backUp({folder, dryRun: true}).summary();
		expect(planned).toMatchObject({found: 5, saved: 0});
		expect(existsSync(folder)).toBe(false);

		const [newest, second] = await coros.activities();
		const selection = {ids: new Set([newest!.id])};
		await coros.backUp({folder, selection, formats: ['fit']}).summary();
		expect(filesOf(folder)).toEqual([`2026-05-01_${newest!.id}.fit`]);
		simulator.requests.length = 0;
		await coros.backUp({folder, activities: [second!], formats: ['fit']}).summary();
		expect(filesOf(folder)).toHaveLength(2);
		expect(asked(simulator).filter((request) => request.endsWith('/activity/query'))).toEqual([]);
	});
});

test('verify needs no connection', async () => {
	const {folder} = await setUp();
	await (await connect(ann)).backUp({folder}).summary();
	const types: string[] = [];
	for await (const event of verify(folder)) {
		types.push(event.type);
	}

	expect(types.at(-1)).toBe('verified');
	expect(types).not.toContain('problem');
});

test.each([...errorCodes])('the error of a report is the error it was made of: %s', (code) => {
	for (const error of [new KnownError(code), new KnownError(code, {detail: 'a: b', hint: 'c'})]) {
		const again = toError(toErrorReport(error));
		expect(again).toBeInstanceOf(KnownError);
		expect(toErrorReport(again)).toEqual(toErrorReport(error));
	}
});
