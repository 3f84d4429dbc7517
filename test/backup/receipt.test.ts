import {createHash} from 'node:crypto';
import {
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {BackupEvent} from '../../source/backup/event.js';
import type {Listing} from '../../source/backup/listing.js';
import {emptySummary} from '../../source/backup/progress.js';
import {isOfNow, isSamePage, isSettling, toReceipt} from '../../source/backup/receipt.js';
import type {ListPage} from '../../source/coros/list.js';
import {toActivity} from '../../source/coros/to-activity.js';
import type {Archive} from '../../source/disk/archive.js';
import type {ArchiveEntry} from '../../source/disk/archive-entry.js';
import {toFilePrint} from '../../source/disk/file-print.js';
import {lockFolder} from '../../source/disk/lock.js';
import {readReceipt, writeReceipt} from '../../source/disk/receipt-file.js';
import type {Activity} from '../../source/domain/activity.js';
import type {ExportFormat} from '../../source/domain/export-format.js';
import {createServices} from '../../source/services/create-services.js';
import type {BackUpRequest} from '../../source/services/services.js';
import type {SimulatedAccount} from '../../source/simulator/accounts.js';
import type {Simulator} from '../../source/simulator/start-simulator.js';
import {account, ann, asked, testSimulator} from '../helpers/simulator.js';
import {smallActivity} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

vi.setConfig({testTimeout: 60_000});

const day = 86_400_000;
const bob = {email: 'bob@example.org', password: ann.password, userId: '445823834382155777'};
const believedLine = 'are as the last run left them';
const unreadLine = `the folders ${believedLine}`;

afterEach(() => void vi.useRealTimers());

/** One machine: an archive, a config folder, and COROS. */
type World = {
	readonly one: SimulatedAccount;
	readonly simulator: Simulator;
	readonly root: string;
	readonly archive: string;
	readonly config: string;
	/** The name of the file of an activity. */
	fit(index: number): string;
	run(
		request?: Partial<BackUpRequest>,
		options?: {readonly version?: string},
	): Promise<BackupEvent[]>;
	/** Of the runs so far, those that believed a receipt, and of these those that read no names. */
	believed(): number;
	unread(): number;
};

const stateName = '.corosexport_state.json';
const formats: readonly ExportFormat[] = ['fit', 'tcx'];

/** Yesterday's activity has no TCX yet, so that one is asked for again tomorrow. */
const createWorld = async (now: number, size: number): Promise<World> => {
	const start = Math.floor((now - day) / 1000);
	const activities = Array.from({length: size}, (_, index) =>
		smallActivity(index, {start: start - index * 3600, ...(index === 0 && {formats: ['fit']})}),
	);
	const one = account({activities});
	const simulator = await testSimulator([one, {...account(), ...bob}]);
	const root = temporaryFolder();
	const archive = path.join(root, 'archive');
	const config = path.join(root, 'config');
	const log = path.join(config, 'logs');
	const count = (line: string) =>
		readdirSync(log)
			.map((name) => readFileSync(path.join(log, name), 'utf8').split(line).length - 1)
			.reduce((sum, lines) => sum + lines, 0);
	return {
		one,
		simulator,
		root,
		archive,
		config,
		fit: (index) =>
			readdirSync(archive).find((name) => name.endsWith(`${activities[index]!.id}.fit`))!,
		async run(request = {}, {version = 'test'} = {}) {
			const services = createServices({
				baseUrl: simulator.baseUrl,
				folder: archive,
				defaultFolder: 'unused',
				configFolder: config,
				version,
				concurrency: 1, // The same files in the same order.
				timeoutMs: 2000,
				retryBaseMs: 1,
				verbose: true,
			});
			const {signal} = new AbortController();
			if (!services.session()) {
				await services.signIn(ann, 'auto', signal);
			}

			const events: BackupEvent[] = [];
			for await (const event of services.backUp(
				services.connect(ann),
				{formats, ...request},
				signal,
			)) {
				events.push(event);
			}

			await services.close(); // Its log: Windows keeps a folder as long as a file in it is open.
			return events;
		},
		believed: () => count(believedLine),
		unread: () => count(unreadLine),
	};
};

const receipts = ({config}: World): string[] =>
	readdirSync(config)
		.filter((name) => name.startsWith('receipt-'))
		.map((name) => path.join(config, name));

/** What can be told of a run, but how long it took and in which order eight went on at once. */
const told = (world: World, events: readonly BackupEvent[]) => ({
	events: events
		.filter(({type}) => type !== 'progress')
		.map((event) =>
			JSON.stringify(event, (key, value) => (key === 'durationMs' ? 0 : value))
				.replaceAll(JSON.stringify(world.root).slice(1, -1), '')
				.replaceAll(/127\.0\.0\.1:\d+/g, 'host'),
		)
		.sort(),
	last: events.at(-1)?.type,
	asked: asked(world.simulator).sort(),
});

const isTold = (value: unknown): unknown =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(value) ? 'a time' : value;

const passing: ReadonlySet<string> = new Set(['described_list', 'last_synced_activity_id']);

/** A state's values, in an order of its own: files come in any. */
const inOrder = (value: unknown): unknown =>
	Array.isArray(value)
		? [...value].sort()
		: typeof value === 'object' && value !== null
			? Object.entries(value)
					// They tell when something was written, or what came last.
					.filter(([key]) => !passing.has(key) && !(key === 'sha256' && 'version' in value))
					.map(([key, one]) => [key, inOrder(one)] as const)
					.sort(([a], [b]) => (a < b ? -1 : 1))
			: isTold(value);

/** Names, what is in the files, and what is remembered. */
const kept = ({archive}: World) =>
	readdirSync(archive, {recursive: true, withFileTypes: true})
		.map((entry) => {
			const file = path.join(entry.parentPath, entry.name);
			// What was put aside holds its own times.
			const bytes =
				entry.isFile() && !entry.name.includes('.broken') ? readFileSync(file) : Buffer.of();
			const text =
				entry.name === stateName ? JSON.stringify(inOrder(JSON.parse(String(bytes)))) : bytes;
			return `${path.relative(archive, file)} ${createHash('sha256').update(text).digest('hex')}`;
		})
		.sort();

type Situation = {
	/** What happens between the two runs. */
	readonly change?: (world: World, now: number) => unknown;
	/** Of the run that leaves the receipt. */
	readonly first?: Partial<BackUpRequest>;
	readonly request?: Partial<BackUpRequest>;
	readonly version?: string;
	/** Activities: a few, where a second page is of no interest. */
	readonly count?: number;
	/** When the second run is, after the first. */
	readonly after?: number;
};

const edit = (world: World, index: number, item: Readonly<Record<string, unknown>>) => {
	const before = world.one.activities[index]!;
	world.one.activities[index] = {...before, item: {...before.item, ...item}};
};

const inArchive = ({archive}: World, name: string) => path.join(archive, name);

const believed: Readonly<Record<string, Situation>> = {
	'nothing happened': {},
	'a file was cut short, which is for verify to find': {
		change: (world) => truncateSync(inArchive(world, world.fit(3)), 100),
	},
	'the address of a picture changed': {
		change: (world) => edit(world, 2, {imageUrl: 'https://example.org/?token=2'}),
	},
	'a few hours passed': {after: day / 2},
	'a run into another layout is repeated': {first: {nameTemplate: '{year}/{month}/{name}_{id}'}},
};

const deep = {nameTemplate: '{year}/{month}/{name}_{id}'};

const firstBelow = (world: World): string =>
	readdirSync(world.archive, {recursive: true, encoding: 'utf8'})
		.filter((name) => name.endsWith('.fit'))
		.sort()[0]!;

const disbelieved: Readonly<Record<string, Situation>> = {
	'a file was deleted': {change: (world) => rmSync(inArchive(world, world.fit(3)))},
	'a file was deleted below': {
		first: deep,
		change: (world) => rmSync(inArchive(world, firstBelow(world))),
	},
	'a folder stands where a file was': {
		change(world) {
			const file = inArchive(world, world.fit(3));
			rmSync(file);
			mkdirSync(file);
		},
	},
	'a file was renamed': {
		change(world) {
			const name = world.fit(3);
			renameSync(inArchive(world, name), inArchive(world, name.replace('.fit', '.FIT')));
		},
	},
	'a file was added by hand': {
		change(world) {
			const name = world.fit(3);
			copyFileSync(inArchive(world, name), inArchive(world, name.replace(/_\d+/, '_12345678901')));
		},
	},
	'a file was added below': {
		change(world) {
			mkdirSync(inArchive(world, 'mine'));
			const name = world.fit(3).replace(/_\d+/, '_12345678901');
			copyFileSync(inArchive(world, world.fit(3)), inArchive(world, `mine/${name}`));
		},
	},
	'metadata was deleted': {
		change: (world) => rmSync(inArchive(world, world.fit(3).replace('.fit', '-metadata.json'))),
	},
	'the state was deleted': {change: (world) => rmSync(inArchive(world, stateName))},
	'the state was edited, and neither its size nor its time tells': {
		change(world) {
			const file = inArchive(world, stateName);
			const {atime, mtime} = statSync(file);
			writeFileSync(file, readFileSync(file, 'utf8').replace('"size":', '"sizf":'));
			utimesSync(file, atime, mtime);
		},
	},
	'the state is torn': {change: (world) => truncateSync(inArchive(world, stateName), 5000)},
	'corosexport wrote the state': {
		change(world) {
			const file = inArchive(world, stateName);
			const {coros_tui: _, ...theirs} = JSON.parse(readFileSync(file, 'utf8'));
			writeFileSync(file, JSON.stringify(theirs, undefined, 2));
		},
	},
	'another account is signed in': {
		async change({simulator, config, archive}) {
			const services = createServices({
				baseUrl: simulator.baseUrl,
				folder: archive,
				defaultFolder: 'unused',
				configFolder: config,
				version: 'test',
			});
			await services.signIn(bob, 'auto', new AbortController().signal);
		},
	},
	'the account moved to another region': {
		change({config}) {
			const file = path.join(config, 'session.json');
			writeFileSync(file, readFileSync(file, 'utf8').replace('"eu"', '"us"'));
		},
	},
	'other formats are wanted': {request: {formats: ['fit', 'tcx', 'gpx']}},
	'fewer formats are wanted': {request: {formats: ['fit']}},
	'another layout is wanted': {request: deep},
	'a part is wanted': {request: {selection: {limit: 3}}},
	'everything is to be asked again': {request: {full: true}},
	'nothing is to be written': {request: {dryRun: true}},
	'details are wanted too': {request: {details: true, formats: ['fit']}, first: {formats: ['fit']}},
	'the daily metrics are wanted too': {request: {wellness: true}},
	'missing formats are to be made': {request: {convert: 'missing'}},
	'there is a new activity': {
		change({one}, now) {
			one.activities.unshift(smallActivity(900, {start: Math.floor(now / 1000) - 3600}));
		},
	},
	'there is a new old activity': {
		change({one}) {
			one.activities.push(smallActivity(900, {start: 1_600_000_000}));
		},
	},
	'an activity was renamed': {change: (world) => edit(world, 2, {name: 'New name'})},
	'an activity is gone from the newest page': {change: ({one}) => one.activities.splice(5, 1)},
	'an activity is gone from a later page': {
		count: 230,
		change: ({one}) => one.activities.splice(210, 1),
	},
	'nearly all are gone': {change: ({one}) => one.activities.splice(5)},
	'the newest cannot be read': {change: (world) => edit(world, 0, {labelId: null})},
	'COROS does not answer': {
		change({simulator}) {
			simulator.behaviour.fault = () => 'http-500';
		},
	},
	'an old activity was renamed, and the app saw it first': {
		count: 230,
		async change(world) {
			edit(world, 220, {name: 'New name'});
			const services = createServices({
				baseUrl: world.simulator.baseUrl,
				folder: world.archive,
				defaultFolder: 'unused',
				configFolder: world.config,
				version: 'test',
			});
			const {signal} = new AbortController();
			const steps = services.listActivities(services.connect(ann), {full: true}, signal);
			while (!(await steps.next()).done) {
				// To the end.
			}

			await services.finish();
		},
	},
	'the kept list is gone': {
		change: ({config}) => rmSync(path.join(config, `activities-${account().userId}.jsonl`)),
	},
	'a format is to be asked for again': {after: day + 60_000},
	'the list is a week old': {after: 7 * day + 60_000},
	'the clock was set back': {after: -day / 2},
	'the program is another version': {version: 'other'},
	'the receipt is torn': {
		change: (world) => receipts(world).map((file) => truncateSync(file, statSync(file).size - 9)),
	},
	'the receipt says other counts': {
		change: (world) =>
			receipts(world).map((file) =>
				writeFileSync(file, readFileSync(file, 'utf8').replace('"found":12', '"found":7')),
			),
	},
	'the receipt is another folder’s': {
		change: (world) =>
			receipts(world).map((file) => renameSync(file, file.replace(/receipt-./, 'receipt-_'))),
	},
};

/** What the run before leaves: nothing, a receipt, or one that an hour of quiet has settled. */
type Left = 'none' | 'fresh' | 'settled';

const hour = 3_600_000;

/** Runs in a world of its own, with what happens before the last; its account of it. */
const live = async (situation: Situation, left: Left, now: number) => {
	const {
		change,
		first = {},
		request = first,
		version = 'test',
		after = 2 * hour,
		count = 12,
	} = situation;
	vi.useFakeTimers({toFake: ['Date'], now});
	const world = await createWorld(now, count);
	const settled = await world.run(first);
	expect(settled.at(-1)).toMatchObject({type: 'finished', failed: 0, found: count});
	expect(receipts(world)).toHaveLength(1);
	vi.setSystemTime(now + hour);
	if (left === 'settled') {
		await world.run(first);
		expect([world.believed(), world.unread()]).toEqual([1, 0]);
	}

	if (process.platform !== 'win32') {
		expect(statSync(receipts(world)[0]!).mode & 0o777).toBe(0o600);
	}

	await change?.(world, now);
	if (left === 'none') {
		for (const file of receipts(world)) {
			rmSync(file);
		}
	}

	vi.setSystemTime(now + after);
	world.simulator.requests.length = 0;
	const events = await world.run(request, {version});
	const result = {...told(world, events), kept: kept(world)};
	const isBelieved = world.believed() > (left === 'settled' ? 1 : 0);
	return {result, isBelieved, isUnread: world.unread() > 0};
};

const liveThrough = async (situation: Situation) => {
	vi.useRealTimers();
	const now = Date.now();
	return [
		await live(situation, 'none', now),
		await live(situation, 'fresh', now),
		await live(situation, 'settled', now),
	] as const;
};

describe('a run after one that left nothing to do', () => {
	test.each(Object.keys(believed))('asks once and reads nothing, where %s', async (name) => {
		const [without, fresh, settled] = await liveThrough(believed[name]!);
		expect(without).toMatchObject({isBelieved: false, isUnread: false});
		expect(fresh).toMatchObject({isBelieved: true, isUnread: false});
		expect(settled).toMatchObject({isBelieved: true, isUnread: true});
		for (const {result} of [fresh, settled]) {
			expect(result).toEqual(without.result);
			expect(result.asked).toHaveLength(1);
			expect(result.events).toHaveLength(3);
		}
	});

	test.each(Object.keys(disbelieved))('does all it would do, where %s', async (name) => {
		const [without, ...others] = await liveThrough(disbelieved[name]!);
		for (const {result, isBelieved} of others) {
			expect(isBelieved).toBe(false);
			expect(result).toEqual(without.result);
		}
	});
});

test('a run is not spared its work where another one ended while COROS was asked', async () => {
	const world = await createWorld(Date.now(), 12);
	await world.run();
	expect(receipts(world)).toHaveLength(1);
	const state = path.join(world.archive, stateName);
	world.simulator.requests.length = 0;
	world.simulator.behaviour.fault = ({path: asked}) => {
		if (asked.endsWith('/activity/query')) {
			utimesSync(state, new Date(), new Date(Date.now() - 1000));
		}

		return undefined;
	};
	const events = await world.run();
	expect(world.believed()).toBe(0);
	expect(events.at(-1)).toMatchObject({type: 'finished', found: 12, failed: 0});
	expect(asked(world.simulator).filter((one) => one.endsWith('/activity/query'))).toHaveLength(2);
});

test('a quiet run leaves its folder alone, and reads no names once an hour of quiet has settled it', async () => {
	const now = Date.now();
	vi.useFakeTimers({toFake: ['Date'], now});
	const world = await createWorld(now, 3);
	await world.run();
	const before = statSync(world.archive, {bigint: true});
	const quiet = async (at: number) => {
		vi.setSystemTime(at);
		await world.run();
		expect(statSync(world.archive, {bigint: true}).ctimeNs).toBe(before.ctimeNs);
		return world.unread();
	};
	expect(await quiet(now + 1000)).toBe(0); // What comes in this moment might not be told from what was.
	expect(await quiet(now + 1500)).toBe(0);
	expect(await quiet(now + hour)).toBe(0);
	expect(await quiet(now + 2 * hour)).toBe(1);
	expect(await quiet(now + 3 * hour)).toBe(2);
	expect(world.believed()).toBe(5);
});

test('a folder whose times tell nothing is read every time', async () => {
	const now = Date.now();
	vi.useFakeTimers({toFake: ['Date'], now});
	const world = await createWorld(now, 3);
	await world.run();
	await writeReceipt(world.config, world.archive, {
		...(await readReceipt(world.config, world.archive)),
		tellsChanges: false,
	});
	for (const hours of [1, 2, 3]) {
		vi.setSystemTime(now + hours * hour);
		await world.run();
	}

	expect([world.believed(), world.unread()]).toEqual([3, 0]);
});

test('a quiet run says that another one has the folder', async () => {
	const now = Date.now();
	vi.useFakeTimers({toFake: ['Date'], now});
	const world = await createWorld(now, 3);
	await world.run();
	vi.setSystemTime(now + hour);
	await world.run();
	expect(world.believed()).toBe(1);
	vi.useRealTimers(); // A claim says when it was made.
	const lock = await lockFolder(world.archive);
	const events = await world.run();
	expect(events.at(-1)).toMatchObject({type: 'finished', error: {code: 'folder-busy'}});
	expect(world.believed()).toBe(1);
	await lock.release();
});

/** An archive that holds what its list says, but for one format that COROS does not have. */
const archive = (changes: Partial<{isKnown: boolean; saved: ArchiveEntry}> = {}) => {
	const {isKnown = true, saved = {kind: 'saved', file: '', size: 1, sha256: '', at: ''}} = changes;
	return {
		entry: (_id: string, format: ExportFormat) =>
			format === 'fit' ? saved : {kind: 'unavailable', reason: '', at: '2026-11-22T06:00:00Z'},
		savedIds: () => ['1', '2'],
		metadata: {isKnown: () => isKnown},
	} as unknown as Archive;
};

const marks = {conditions: 'c', state: 's', list: 'l', names: 'n', tellsChanges: true};
const toMark = (listedAt: string, found: number, newest: readonly Activity[]) =>
	[listedAt, found, ...newest.map(({id, name}) => id + name)].join();
const now = new Date('2026-11-22T12:00:00Z');
const activity = (id: string, date: number) => toActivity({labelId: id, date, name: 'Run'})!;
const listing: Listing = {
	activities: [activity('1', 20261121), activity('2', 20260101)],
	complete: true,
	listedAt: '2026-11-20T00:00:00Z',
	full: false,
	unreadable: 0,
	total: 2,
};
const options = {archive: archive(), formats: ['fit', 'tcx'] as const, now};
const receipt = toReceipt(listing, options, marks, toMark)!;
const at = (time: string) => Date.parse(time);

describe('a receipt', () => {
	test('holds from now until something is to be asked again', () => {
		expect(receipt).toMatchObject({found: 2, upToDate: 2, unavailable: 2});
		expect([receipt.from, receipt.until]).toEqual([now.getTime(), at('2026-11-23T06:00:00Z')]);
		const fit = toReceipt(listing, {...options, formats: ['fit']}, marks, toMark);
		expect(fit?.until).toBe(at('2026-11-27T00:00:00Z'));
	});

	test.each<[string, Partial<Listing>, Partial<typeof options>]>([
		['the list did not add up', {complete: false}, {}],
		['something in it could not be read', {unreadable: 1}, {}],
		['it begins after tomorrow', {activities: [activity('1', 20261130)]}, {}],
		[
			'a file is to be fetched',
			{},
			{archive: archive({saved: {kind: 'failed', code: 'bad-file', message: '', at: ''}})},
		],
		['a file of metadata is missing', {}, {archive: archive({isKnown: false})}],
	])('is not left where %s', (_, list, option) => {
		expect(
			toReceipt({...listing, ...list}, {...options, ...option}, marks, toMark),
		).toBeUndefined();
	});

	test.each<[boolean, Partial<typeof marks>, number]>([
		[true, {}, receipt.from],
		[true, {}, receipt.until - 1],
		[false, {}, receipt.from - 1],
		[false, {}, receipt.until],
		[false, {conditions: 'd'}, receipt.from],
		[false, {state: 't'}, receipt.from],
		[false, {list: 'm'}, receipt.from],
	])('is of now: %s, with %j at %i', (expected, changes, time) => {
		expect(isOfNow(receipt, {...marks, ...changes}, time)).toBe(expected);
	});

	test.each<[boolean, Partial<ListPage>]>([
		[true, {}],
		[false, {unreadable: 1}],
		[false, {total: 3}],
		[false, {total: undefined}],
		[false, {activities: [...listing.activities].reverse()}],
		[false, {activities: listing.activities.slice(1)}],
	])('is of a page: %s, with %j', (expected, changes) => {
		const {activities} = listing;
		const page: ListPage = {activities, unreadable: 0, total: 2, pages: 1, size: 1, ...changes};
		expect(isSamePage(receipt, page, toMark)).toBe(expected);
	});

	test.each<[boolean, BackupEvent]>([
		[true, {type: 'listing', found: 1, total: 1, unreadable: 0}],
		[true, {type: 'finished', ...emptySummary}],
		[false, {type: 'finished', ...emptySummary, failed: 1}],
		[false, {type: 'finished', ...emptySummary, cancelled: true}],
		[false, {type: 'checking', checked: 1, total: 1}],
		[false, {type: 'warning', code: 'list-shrunk', message: '', hint: ''}],
	])('may follow: %s, for %j', (expected, event) => {
		expect(isSettling(event)).toBe(expected);
	});

	test('comes back as it was written, and not torn or altered anywhere', async () => {
		const root = temporaryFolder();
		await writeReceipt(root, 'a', receipt);
		expect(await readReceipt(root, 'a')).toEqual(receipt);
		expect(await readReceipt(root, 'b')).toBeUndefined();
		const file = path.join(root, readdirSync(root)[0]!);
		const whole = readFileSync(file);
		for (let length = 0; length < whole.length - 1; length += 1) {
			writeFileSync(file, whole.subarray(0, length));
			expect(await readReceipt(root, 'a')).toBeUndefined();
			const altered = Buffer.from(whole);
			altered[length]! ^= 1;
			writeFileSync(file, altered);
			expect(await readReceipt(root, 'a')).toBeUndefined();
		}
	});
});

test('a file that was written again has another mark, though size and time are as before', () => {
	const file = path.join(temporaryFolder(), 'a');
	const write = (text: string) => {
		writeFileSync(file, text);
		utimesSync(file, 1000, 1000);
		return toFilePrint(file);
	};
	expect(write('one')).not.toBe(write('two'));
	expect(toFilePrint(file)).toBe(toFilePrint(file));
	expect(toFilePrint(`${file}b`)).toBeUndefined();
});

test('a run that writes nothing, or was asked for a part, leaves no receipt', async () => {
	const world = await createWorld(Date.now(), 3);
	await world.run({selection: {limit: 3}});
	await world.run({dryRun: true});
	expect(receipts(world)).toEqual([]);
	await world.run();
	expect(receipts(world)).toHaveLength(1);
});
