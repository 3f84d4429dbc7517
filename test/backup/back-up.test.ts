import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {BackupEvent} from '../../source/backup/event.js';
import {exportFormats} from '../../source/domain/export-format.js';
import {randomFaults} from '../../source/simulator/chance.js';
import {
	archiveFolder,
	type BackupSetting,
	goldenFiles,
	readArchiveFiles,
	runOnce,
} from '../helpers/backup.js';
import {hasPosix} from '../helpers/platform.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities, smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async (...args: Parameters<typeof testSimulator>): Promise<BackupSetting> => ({
	simulator: await testSimulator(...args),
	root: temporaryFolder(),
});

const statePath = (setting: BackupSetting) =>
	path.join(archiveFolder(setting), '.corosexport_state.json');

const readState = (setting: BackupSetting) =>
	JSON.parse(readFileSync(statePath(setting), 'utf8')) as Record<string, unknown>;

const fetched = ({simulator}: BackupSetting): string[] =>
	simulator.requests.filter(({host}) => host === 'file').map(({path: name}) => name);

const ofType = <Type extends BackupEvent['type']>(events: readonly BackupEvent[], type: Type) =>
	events.filter((event): event is Extract<BackupEvent, {type: Type}> => event.type === type);

describe('a backup', () => {
	test('saves every file byte for byte, and the second run asks for the list alone', async () => {
		const one = account({activities: smallActivities(30)});
		const setting = await setUp([one]);
		const first = await runOnce(setting);
		expect(first.summary).toMatchObject({found: 30, saved: 150, failed: 0, upToDate: 0});
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
		setting.simulator.requests.length = 0;
		const second = await runOnce(setting);
		expect(second.summary).toMatchObject({found: 30, saved: 0, upToDate: 150, failed: 0});
		expect(setting.simulator.requests.map(({path: name}) => name)).toEqual(['/activity/query']);
	});

	test('dates each file by the start of its activity, where that is known', async () => {
		const start = 1_650_000_000;
		const [dated, undated] = [
			smallActivity(0, {start}),
			smallActivity(1, {item: {startTime: undefined}}),
		];
		const setting = await setUp([account({activities: [dated!, undated!]})]);
		const before = Math.floor(Date.now() / 1000);
		await runOnce(setting);
		const files = [...readArchiveFiles(setting).keys()];
		const timeOf = (name: string) =>
			Math.floor(statSync(path.join(archiveFolder(setting), name)).mtimeMs / 1000);
		const own = files.filter((name) => name.includes(dated!.id));
		expect(own.map(timeOf)).toEqual(own.map(() => start));
		const others = files.filter((name) => name.includes(undated!.id));
		expect(others).toHaveLength(5);
		expect(Math.min(...others.map(timeOf))).toBeGreaterThanOrEqual(before);
	});

	test('fetches a deleted file alone', async () => {
		const setting = await setUp();
		await runOnce(setting);
		const [name] = [...readArchiveFiles(setting).keys()];
		rmSync(path.join(archiveFolder(setting), name!));
		setting.simulator.requests.length = 0;
		const {summary} = await runOnce(setting);
		expect(summary).toMatchObject({saved: 1, upToDate: 24});
		expect(fetched(setting)).toHaveLength(1);
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(account()));
	});

	test('fetches only the format that is added later', async () => {
		const setting = await setUp();
		await runOnce(setting, {formats: ['fit', 'tcx']});
		setting.simulator.requests.length = 0;
		await runOnce(setting, {formats: ['gpx']});
		expect(fetched(setting)).toHaveLength(5);
		expect(fetched(setting).every((name) => name.endsWith('.gpx'))).toBe(true);
	});

	test('fetches only what is new', async () => {
		const one = account();
		const setting = await setUp([one]);
		await runOnce(setting, {formats: ['fit']});
		one.activities.unshift(smallActivity(-1));
		setting.simulator.requests.length = 0;
		const {summary} = await runOnce(setting, {formats: ['fit']});
		expect(summary).toMatchObject({found: 6, saved: 1, upToDate: 5});
		expect(setting.simulator.requests).toHaveLength(3);
	});

	test('finds a late upload with an old date', async () => {
		const one = account({activities: smallActivities(450)});
		const setting = await setUp([one]);
		await runOnce(setting, {formats: ['csv']});
		one.activities.splice(430, 0, smallActivity(9999, {start: 1_740_000_000}));
		const {summary} = await runOnce(setting, {formats: ['csv']});
		expect(summary).toMatchObject({found: 451, saved: 1});
	});

	test('is no failure where COROS has no such format, in any of its ways to say so', async () => {
		for (const missingFormat of ['no-data', 'empty-data', 'empty-url', 'refusal'] as const) {
			const one = account({activities: smallActivities(3, {formats: ['fit', 'tcx', 'csv']})});
			const setting = await setUp([one], {missingFormat});
			const {summary} = await runOnce(setting);
			expect(summary).toMatchObject({saved: 9, unavailable: 6, failed: 0});
			setting.simulator.requests.length = 0;
			expect((await runOnce(setting)).summary).toMatchObject({saved: 0, unavailable: 6});
			expect(setting.simulator.requests).toHaveLength(1);
		}
	});

	test('follows no link that leads elsewhere, and names only its host', async () => {
		const setting = await setUp([account({activities: smallActivities(2)})]);
		const {behaviour} = setting.simulator;
		for (const link of [
			'http://192.0.2.1/secret-path/file.fit',
			'https://coros.com.example.org/secret-path',
			'file:///etc/passwd',
			'https://ann:secret-path@s3.coros.com/x.fit',
			'//s3.coros.com/secret-path',
			'not a link',
		]) {
			behaviour.rewriteLink = () => link;
			const {events, summary} = await runOnce(setting, {formats: ['fit']});
			expect(summary, link).toMatchObject({failed: 2, saved: 0});
			expect(ofType(events, 'failed').map(({error}) => error.code)).toEqual([
				'link-refused',
				'link-refused',
			]);
			expect(JSON.stringify(events)).not.toContain('secret-path');
		}

		behaviour.rewriteLink = undefined;
		expect((await runOnce(setting, {formats: ['fit']})).summary).toMatchObject({
			saved: 2,
			failed: 0,
		});
	});

	test('takes no link that names another activity', async () => {
		const one = account({activities: smallActivities(2)});
		const setting = await setUp([one]);
		const [a, b] = one.activities.map(({id}) => id);
		setting.simulator.behaviour.rewriteLink = (url) => url.replace(a!, b!);
		const {summary, events} = await runOnce(setting, {formats: ['csv']});
		expect(summary).toMatchObject({saved: 1, failed: 1});
		expect(ofType(events, 'failed')[0]).toMatchObject({
			transfer: {id: a},
			error: {code: 'wrong-file'},
		});
	});

	test('follows links that are signed and die, asking for a fresh one each time', async () => {
		const one = account();
		const setting = await setUp([one], {signedLinkLifetimeMs: 60_000});
		expect((await runOnce(setting)).summary).toMatchObject({saved: 25, failed: 0});
		const dead = await setUp([one], {signedLinkLifetimeMs: -1});
		const {events, summary} = await runOnce(dead, {formats: ['fit']});
		expect(summary).toMatchObject({saved: 0, failed: 5});
		expect(ofType(events, 'failed')[0]?.error.code).toBe('file-not-ready');
	});

	test('waits for files that COROS makes on request', async () => {
		const one = account();
		const setting = await setUp([one], {generatedAfterFetches: 2});
		expect((await runOnce(setting)).summary).toMatchObject({saved: 25, failed: 0});
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
	});

	test('writes metadata that corosexport’s readers understand', async () => {
		const setting = await setUp([account({activities: smallActivities(1)})]);
		await runOnce(setting, {formats: ['fit']});
		const folder = archiveFolder(setting);
		const name = readdirSync(folder).find((file) => file.endsWith('-metadata.json'));
		expect(name).toBe('2026-05-01_476018273645000000-metadata.json');
		expect(JSON.parse(readFileSync(path.join(folder, name!), 'utf8'))).toEqual({
			activity_id: '476018273645000000',
			activity_name: 'Run 0',
			activity_type: 'RUNNING',
			start_time: '2026-05-01T07:00:00+01:00',
			end_time: '2026-05-01T07:20:00+01:00',
			workout_seconds: 1190,
			total_seconds: 1200,
			distance_meters: 4000.5,
			sport_type: 100,
			utc_offset_minutes: 60,
			device: 'COROS PACE 3',
			coros: smallActivity(0).item,
		});
	});

	test('keeps corosexport’s four keys in corosexport’s form', async () => {
		const setting = await setUp();
		await runOnce(setting, {formats: ['fit']});
		const state = readState(setting);
		expect(state.last_backup_timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
		expect(state.total_activities_backed_up).toBe(5);
		expect(state.downloaded_activity_ids).toHaveLength(5);
		expect(state.downloaded_activity_ids).toContain(state.last_synced_activity_id);
	});
});

describe('an archive without its memory', () => {
	const states: Array<[string, (file: string) => void]> = [
		['lost', (file) => rmSync(file)],
		['torn', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100))],
		['empty', (file) => writeFileSync(file, '')],
		['of the wrong type', (file) => writeFileSync(file, '[1, 2]')],
		[
			'rewritten by corosexport',
			(file) => {
				const {coros_tui: _, ...theirs} = JSON.parse(readFileSync(file, 'utf8')) as Record<
					string,
					unknown
				>;
				writeFileSync(file, JSON.stringify(theirs));
			},
		],
	];
	test.each(states)(
		'that is %s remembers from its files: nothing is fetched twice',
		async (_, spoil) => {
			const one = account();
			const setting = await setUp([one]);
			await runOnce(setting);
			spoil(statePath(setting));
			setting.simulator.requests.length = 0;
			const {summary} = await runOnce(setting);
			expect(summary).toMatchObject({saved: 0, upToDate: 25, failed: 0});
			expect(fetched(setting)).toEqual([]);
			expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
			expect((await runOnce(setting)).summary.upToDate).toBe(25);
		},
	);

	test('keeps a state file it cannot read', async () => {
		const setting = await setUp();
		await runOnce(setting, {formats: ['fit']});
		writeFileSync(statePath(setting), '{"torn');
		await runOnce(setting, {formats: ['fit']});
		const aside = path.join(archiveFolder(setting), '.corosexport_state.broken.json');
		expect(readFileSync(aside, 'utf8')).toBe('{"torn');
	});

	test('does not believe a damaged file: it is put aside and fetched', async () => {
		const one = account();
		const setting = await setUp([one]);
		await runOnce(setting);
		rmSync(statePath(setting));
		const [name, bytes] = [...readArchiveFiles(setting)].find(([file]) => file.endsWith('.fit'))!;
		const file = path.join(archiveFolder(setting), name);
		writeFileSync(file, bytes.subarray(0, bytes.length - 1));
		expect((await runOnce(setting)).summary).toMatchObject({saved: 1, upToDate: 24});
		const aside = path.join(archiveFolder(setting), 'damaged');
		const [kept] = readdirSync(aside);
		expect(kept).toMatch(/^\d{4}-\d\d-\d\d_\d+\.\d{8}T\d{6}\.fit$/);
		expect(readFileSync(path.join(aside, kept!))).toEqual(bytes.subarray(0, bytes.length - 1));
		expect(readFileSync(file)).toEqual(bytes);
	});

	test('does not take another activity’s file for its own', async () => {
		const one = account();
		const setting = await setUp([one]);
		await runOnce(setting, {formats: ['fit']});
		rmSync(statePath(setting));
		const [a, b] = [...readArchiveFiles(setting).entries()];
		writeFileSync(path.join(archiveFolder(setting), a![0]), b![1]);
		expect((await runOnce(setting, {formats: ['fit']})).summary).toMatchObject({saved: 1});
		const golden = goldenFiles(one, ['fit']);
		for (const [name, bytes] of golden) {
			expect(readFileSync(path.join(archiveFolder(setting), name))).toEqual(bytes);
		}
	});
});

describe('a bad day', () => {
	const rates = {
		reset: 0.1,
		'http-502': 0.1,
		cut: 0.1,
		short: 0.1,
		empty: 0.1,
		corrupt: 0.1,
		html: 0.1,
	};

	test.each([1, 2, 3])(
		'with every fault at ten in a hundred ends perfect within four runs (seed %i)',
		async (seed) => {
			const one = account({activities: smallActivities(40)});
			const fault = randomFaults(seed, {
				file: rates,
				api: {reset: 0.1, 'http-502': 0.1, html: 0.1, 'torn-json': 0.1},
			});
			const setting = await setUp([one], {
				fault: (request) => (request.path === '/account/login' ? undefined : fault(request)),
			});
			const golden = goldenFiles(one);
			let failed = Number.POSITIVE_INFINITY;
			for (let run = 1; run <= 4 && failed > 0; run += 1) {
				const {summary} = await runOnce(setting);
				failed = summary.error ? 1 : summary.failed;
				for (const [name, bytes] of readArchiveFiles(setting)) {
					expect(bytes, `${name} after run ${run}`).toEqual(golden.get(name));
				}
			}

			expect(failed).toBe(0);
			expect(readArchiveFiles(setting)).toEqual(golden);
			expect(readdirSync(archiveFolder(setting)).filter((name) => name.endsWith('.part'))).toEqual(
				[],
			);
		},
	);

	test.each(['cut', 'short', 'empty', 'corrupt', 'html', 'swapped', 'not-found'] as const)(
		'of nothing but %s leaves no file under a final name',
		async (fault) => {
			const setting = await setUp([account()], {
				fault: ({host}) => (host === 'file' ? fault : undefined),
			});
			// A CSV holds no date: nobody can tell whose it is.
			const formats = exportFormats.filter((format) => fault !== 'swapped' || format !== 'csv');
			const {summary} = await runOnce(setting, {formats});
			expect(summary.saved).toBe(0);
			expect(summary.failed).toBeGreaterThan(0);
			expect([...readArchiveFiles(setting).keys()]).toEqual([]);
		},
	);

	test('goes on where a link redirects or a body comes compressed', async () => {
		for (const fault of ['redirect', 'gzip'] as const) {
			const one = account();
			const setting = await setUp([one], {
				fault: ({host}) => (host === 'file' ? fault : undefined),
			});
			expect((await runOnce(setting)).summary).toMatchObject({saved: 25, failed: 0});
			expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
		}
	});

	test('believes an ETag that is no MD5 once the bytes come twice', async () => {
		const one = account({activities: smallActivities(2)});
		const setting = await setUp([one]);
		const {behaviour} = setting.simulator;
		behaviour.foreignEtag = true;
		expect((await runOnce(setting)).summary).toMatchObject({saved: 10, failed: 0});
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
	});

	test('ends when the service fails at everything, and says so', async () => {
		const setting = await setUp([account({activities: smallActivities(60)})], {
			fault: ({host}) => (host === 'file' ? 'http-502' : undefined),
		});
		const {summary} = await runOnce(setting);
		expect(summary.error?.code).toBe('server-error');
		expect(summary.failed).toBeLessThan(60);
	});

	test('with 429 slows down, obeys Retry-After, and gets everything', async () => {
		const one = account({activities: smallActivities(20)});
		const setting = await setUp([one], {
			retryAfterSeconds: 0.2,
			fault: ({host, earlier}) => (host === 'file' && earlier === 0 ? 'too-many' : undefined),
		});
		expect((await runOnce(setting)).summary).toMatchObject({saved: 100, failed: 0});
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
	});

	test('with a session that dies signs in once more and finishes', async () => {
		const setting = await setUp([account({activities: smallActivities(20)})]);
		const {summary} = await runOnce(
			setting,
			{},
			{
				onEvent({type}) {
					if (type === 'planned') {
						setting.simulator.accounts.revoke('ann@example.org');
					}
				},
			},
		);
		expect(summary).toMatchObject({saved: 100, failed: 0});
		const logins = setting.simulator.requests.filter(({path: name}) => name === '/account/login');
		expect(logins).toHaveLength(2);
	});
});

describe('a browser that keeps signing in', () => {
	test('is not fought: one new login, then the run ends and what is saved stays', async () => {
		const one = account({activities: smallActivities(40)});
		const setting = await setUp([one], {revokeAfterCalls: 30});
		const {summary} = await runOnce(setting);
		expect(summary.error?.code).toBe('session-expired');
		expect(summary.saved).toBeGreaterThan(0);
		const logins = setting.simulator.requests.filter(({path: name}) => name === '/account/login');
		expect(logins).toHaveLength(2);
		setting.simulator.behaviour.revokeAfterCalls = undefined;
		expect((await runOnce(setting)).summary).toMatchObject({failed: 0});
		expect(readArchiveFiles(setting)).toEqual(goldenFiles(one));
	});
});

describe('stopping', () => {
	test('keeps what is finished and leaves nothing half', async () => {
		const one = account({activities: smallActivities(40)});
		const setting = await setUp([one], {latencyMs: 5});
		const stop = new AbortController();
		const {summary} = await runOnce(
			setting,
			{},
			{
				signal: stop.signal,
				onEvent({type}) {
					if (type === 'saved') {
						stop.abort();
					}
				},
			},
		);
		expect(summary.cancelled).toBe(true);
		expect(summary.saved).toBeLessThan(200);
		const golden = goldenFiles(one);
		for (const [name, bytes] of readArchiveFiles(setting)) {
			expect(bytes).toEqual(golden.get(name));
		}

		const left = readdirSync(archiveFolder(setting));
		expect(left.filter((name) => name.endsWith('.part') || name.endsWith('.lock'))).toEqual([]);
		const saved = readArchiveFiles(setting).size;
		expect((await runOnce(setting)).summary).toMatchObject({saved: 200 - saved, upToDate: saved});
	});
});

describe('a folder', () => {
	test('is used by one run at a time', async () => {
		const setting = await setUp([account({activities: smallActivities(30)})], {latencyMs: 10});
		let other: Promise<string | undefined> | undefined;
		const first = await runOnce(
			setting,
			{},
			{
				onEvent({type}) {
					if (type === 'saved' && !other) {
						other = runOnce(setting).then(({summary}) => summary.error?.code);
					}
				},
			},
		);
		expect(await other).toBe('folder-busy');
		expect(first.summary.failed).toBe(0);
	});

	test('is taken over from a run that was killed', async () => {
		const setting = await setUp();
		await runOnce(setting, {formats: ['fit']});
		const lock = path.join(archiveFolder(setting), '.coros-tui.lock');
		const {hostname} = await import('node:os');
		const gone = {host: hostname(), pid: 2 ** 22 + 1, since: new Date().toISOString()};
		writeFileSync(lock, JSON.stringify(gone));
		writeFileSync(path.join(archiveFolder(setting), '.2026-05-01_1.fit.0badcafe.part'), 'half');
		expect((await runOnce(setting, {formats: ['gpx']})).summary).toMatchObject({saved: 5});
		const left = readdirSync(archiveFolder(setting));
		expect(left.filter((name) => name.endsWith('.part') || name.endsWith('.lock'))).toEqual([]);
	});

	test('belongs to one account', async () => {
		const bob = {email: 'bob@example.org', password: 'x'};
		const setting = await setUp([
			account(),
			account({...bob, userId: '99', activities: smallActivities(1)}),
		]);
		await runOnce(setting, {formats: ['fit']});
		const before = readArchiveFiles(setting);
		rmSync(path.join(setting.root, 'config'), {recursive: true});
		const {summary} = await runOnce(setting, {formats: ['fit']}, {credentials: bob});
		expect(summary.error?.code).toBe('wrong-account');
		expect(readArchiveFiles(setting)).toEqual(before);
	});

	test('is not made by a dry run, which names what it would fetch', async () => {
		const setting = await setUp();
		const {events, summary} = await runOnce(setting, {formats: ['fit'], dryRun: true});
		expect(ofType(events, 'planned')[0]).toMatchObject({toFetch: 5, dryRun: true});
		expect(ofType(events, 'planned')[0]!.transfers).toHaveLength(5);
		expect(summary.saved).toBe(0);
		expect(existsSync(archiveFolder(setting))).toBe(false);
	});

	test.runIf(hasPosix('the modes of an archive’s files'))(
		'never gets a temporary or final file that others may write',
		async () => {
			const setting = await setUp();
			await runOnce(setting);
			for (const name of readArchiveFiles(setting).keys()) {
				expect(statSync(path.join(archiveFolder(setting), name)).mode & 0o022).toBe(0);
			}
		},
	);
});
