import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {connect, openArchive, type RepairEvent, verify} from '../../source/index.js';
import {goldenFiles} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const formats = ['fit', 'gpx'] as const;

const setUp = async (more: {readonly details?: boolean; readonly wellness?: boolean} = {}) => {
	const one = account({activities: smallActivities(4)});
	const simulator = await testSimulator([one]);
	const root = temporaryFolder();
	vi.stubEnv('COROS_TUI_BASE_URL', simulator.baseUrl);
	vi.stubEnv('COROS_TUI_CONFIG_DIR', path.join(root, 'config'));
	const folder = path.join(root, 'archive');
	const coros = await connect({...ann, retry: {attempts: 2, baseMs: 1}});
	await coros.backUp({folder, formats, ...more}).summary();
	simulator.requests.length = 0;
	const golden = goldenFiles(one, formats);
	const file = (name: string) => path.join(folder, name);
	const aside = () =>
		existsSync(file('damaged'))
			? readdirSync(file('damaged')).map((name) => readFileSync(file(`damaged/${name}`)))
			: [];
	const files = () =>
		new Map(
			[...golden.keys()]
				.filter((name) => existsSync(file(name)))
				.map((name) => [name, readFileSync(file(name))]),
		);
	const problems = async () => {
		const found: string[] = [];
		for await (const event of verify(folder)) {
			if (event.type === 'problem') {
				found.push(event.file);
			}
		}

		return found;
	};

	return {
		one,
		simulator,
		folder,
		coros,
		golden,
		fits: [...golden.keys()].filter((name) => name.endsWith('.fit')).sort(),
		file,
		files,
		aside,
		problems,
		fetched: () => simulator.requests.filter(({host}) => host === 'file').length,
	};
};

const flipByte = (bytes: Buffer): Buffer => {
	const flipped = Buffer.from(bytes);
	flipped[40] = flipped[40]! ^ 1;
	return flipped;
};

const apology = '<!doctype html><title>502 Bad Gateway</title>';

describe('a repair', () => {
	test('makes a backup what it was: a flipped byte, a short file, one that is gone, a web page', async () => {
		const {folder, coros, golden, fits, file, files, aside, problems, fetched} = await setUp();
		const [flipped, short, gone, page] = fits as [string, string, string, string];
		const damage = new Map([
			[flipped, flipByte(golden.get(flipped)!)],
			[short, golden.get(short)!.subarray(0, 60)],
			[page, Buffer.from(apology)],
		]);
		for (const [name, bytes] of damage) {
			writeFileSync(file(name), bytes);
		}

		rmSync(file(gone));
		const events: RepairEvent[] = [];
		const run = coros.repair({folder});
		for await (const event of run) {
			events.push(event);
			if (event.type === 'repaired') {
				// All is written down by now, and the folder free.
				await (await openArchive(folder)).close();
			}
		}

		const found = events.flatMap((event) =>
			event.type === 'problem' ? [[event.file, event.kind]] : [],
		);
		expect(new Map(found as Array<[string, string]>)).toEqual(
			new Map([
				[gone, 'gone'],
				[flipped, 'damaged'],
				[short, 'damaged'],
				[page, 'damaged'],
			]),
		);
		const summary = await run.summary();
		expect(events.at(-1)).toEqual({type: 'repaired', ...summary});
		expect(summary).toMatchObject({problems: 4, repaired: 4, remaining: 0, failed: 0});
		expect(files()).toEqual(golden);
		expect(aside().sort(Buffer.compare)).toEqual([...damage.values()].sort(Buffer.compare));
		expect(fetched()).toBe(4);
		expect(await problems()).toEqual([]);
	});

	test('asks COROS nothing where all is well', async () => {
		const {simulator, folder, coros} = await setUp();
		const summary = await coros.repair({folder}).summary();
		expect(summary).toMatchObject({problems: 0, repaired: 0, remaining: 0});
		expect(simulator.requests).toEqual([]);
	});

	test('takes the files of details and of wellness along', async () => {
		const {folder, coros, file, aside, problems, fetched} = await setUp({
			details: true,
			wellness: true,
		});
		const detail = readdirSync(folder).find((name) => name.endsWith('-detail.json'))!;
		const month = `wellness/${readdirSync(file('wellness')).find((name) => /^\d{4}-\d\d/.test(name))}`;
		const {coros: before} = JSON.parse(readFileSync(file(detail), 'utf8'));
		writeFileSync(file(detail), flipByte(readFileSync(file(detail))));
		writeFileSync(file(month), apology);
		expect(await problems()).toEqual([detail, month]);
		const events: RepairEvent[] = [];
		for await (const event of coros.repair({folder})) {
			events.push(event);
		}

		expect(events.at(-1)).toMatchObject({type: 'repaired', repaired: 2, remaining: 0});
		expect(events.map(({type}) => type)).toEqual(
			expect.arrayContaining(['detail-saved', 'wellness-saved']),
		);
		expect(JSON.parse(readFileSync(file(detail), 'utf8')).coros).toEqual(before);
		expect(aside()).toHaveLength(2);
		expect(fetched()).toBe(0);
		expect(await problems()).toEqual([]);
	});

	test('makes anew what was made here, as COROS does not have it', async () => {
		const {one, folder, coros, file, problems, fetched} = await setUp();
		const [first] = one.activities;
		one.activities[0] = {
			...first!,
			formats: ['fit'],
			file: (format) => (format === 'fit' ? first!.file('fit') : undefined),
		};
		await coros.backUp({folder, formats: ['tcx'], convert: 'missing'}).summary();
		const made = readdirSync(folder).find((name) => name.endsWith(`${first!.id}.tcx`))!;
		const whole = readFileSync(file(made), 'utf8');
		const before = fetched();
		writeFileSync(file(made), apology);
		expect(await coros.repair({folder}).summary()).toMatchObject({repaired: 1, remaining: 0});
		expect(readFileSync(file(made), 'utf8')).toBe(whole);
		expect(fetched()).toBe(before);
		expect(await problems()).toEqual([]);
	});

	test('counts what it could not fetch, and leaves the damaged file where it is', async () => {
		const {simulator, folder, coros, golden, fits, file, files, aside} = await setUp();
		writeFileSync(file(fits[0]!), apology);
		simulator.behaviour.fault = ({host}) => (host === 'file' ? 'http-500' : undefined);
		const first = await coros.repair({folder}).summary();
		expect(first).toMatchObject({problems: 1, repaired: 0, remaining: 1, failed: 1});
		expect(readFileSync(file(fits[0]!), 'utf8')).toBe(apology);
		expect(aside()).toEqual([]);
		simulator.behaviour.fault = () => undefined;
		expect(await coros.repair({folder}).summary()).toMatchObject({repaired: 1, remaining: 0});
		expect(files()).toEqual(golden);
	});

	test('says of what COROS has no longer that no run can mend it', async () => {
		const {one, folder, coros, fits, file} = await setUp();
		const {id} = one.activities[0]!;
		const lost = fits.find((name) => name.includes(id))!;
		writeFileSync(file(lost), apology);
		one.activities.shift();
		const events: RepairEvent[] = [];
		for await (const event of coros.repair({folder})) {
			events.push(event);
		}

		expect(events.find(({type}) => type === 'irreparable')).toMatchObject({file: lost, id});
		expect(events.at(-1)).toMatchObject({type: 'repaired', remaining: 1, failed: 0});
		expect(readFileSync(file(lost), 'utf8')).toBe(apology);
	});
});

describe('a repair that is stopped', () => {
	test.each(['of the run', 'of the connection'])(
		'by the signal %s keeps what is whole, and the next goes on',
		async (whose) => {
			const {simulator, folder, golden, fits, file, files, coros} = await setUp();
			for (const name of fits) {
				writeFileSync(file(name), apology);
			}

			const stop = new AbortController();
			const {signal} = stop;
			const own = whose === 'of the run' ? {signal} : {};
			const {session} = coros;
			const other = await connect({session, ...(whose === 'of the run' ? {} : {signal})});
			simulator.behaviour.fault = ({host, earlier}) =>
				host === 'file' && earlier === 0 ? 'slow' : undefined;
			const events: RepairEvent[] = [];
			const run = other.repair({folder, ...own});
			for await (const event of run) {
				events.push(event);
				if (event.type === 'transfer-started') {
					stop.abort();
				}
			}

			expect(events.at(-1)).toMatchObject({type: 'repaired', cancelled: true, problems: 4});
			await expect(run.summary()).rejects.toMatchObject({name: 'AbortError'});
			for (const [name, bytes] of files()) {
				expect([golden.get(name)!.toString('latin1'), apology]).toContain(bytes.toString('latin1'));
			}

			simulator.behaviour.fault = () => undefined;
			expect(await coros.repair({folder}).summary()).toMatchObject({remaining: 0, failed: 0});
			expect(files()).toEqual(golden);
		},
	);

	test('before it began asks nothing and changes nothing', async () => {
		const {simulator, folder, coros, fits, file} = await setUp();
		writeFileSync(file(fits[0]!), apology);
		const run = coros.repair({folder, signal: AbortSignal.abort()});
		await expect(run.summary()).rejects.toMatchObject({name: 'AbortError'});
		expect(simulator.requests).toEqual([]);
		expect(readFileSync(file(fits[0]!), 'utf8')).toBe(apology);
	});

	test('by leaving its loop lets go of the folder', async () => {
		const {folder, coros, golden, fits, file, files} = await setUp();
		writeFileSync(file(fits[0]!), apology);
		const run = coros.repair({folder});
		for await (const {type} of run) {
			if (type === 'planned') {
				break;
			}
		}

		await expect(run.summary()).rejects.toThrow('left before its end');
		expect(await coros.repair({folder}).summary()).toMatchObject({remaining: 0});
		expect(files()).toEqual(golden);
	});
});

test('a repair ends with an error where there is no folder, or another run has it', async () => {
	const {folder, coros} = await setUp();
	const nowhere = `${folder}-nowhere`;
	await expect(coros.repair({folder: nowhere}).summary()).rejects.toMatchObject({
		code: 'no-folder',
	});
	expect(existsSync(nowhere)).toBe(false);
	for await (const event of coros.repair({folder: nowhere})) {
		expect(event).toMatchObject({type: 'repaired', error: {code: 'no-folder'}, problems: 0});
	}

	const archive = await openArchive(folder);
	await expect(coros.repair({folder}).summary()).rejects.toMatchObject({code: 'folder-busy'});
	await archive.close();
	expect(await coros.repair({folder}).summary()).toMatchObject({problems: 0});
});
