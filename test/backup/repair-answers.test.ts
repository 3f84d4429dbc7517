import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {RepairSummary} from '../../source/backup/repair.js';
import {programEnv} from '../helpers/app.js';
import {archiveFolder, runOnce} from '../helpers/backup.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

/** Seven weeks ago: two months or three. */
const start = Math.floor(Date.now() / 1000) - 49 * 86_400;

const setUp = async (count = 3) => {
	const activities = smallActivities(count, {start}).map((one, index) => ({
		...one,
		id: `47601827364554649${index}`,
		item: {...one.item, labelId: `47601827364554649${index}`},
		detail: () => ({summary: {name: one.id}, sportFeelInfo: {sportNote: 'Before work'}}),
	}));
	const one = account({activities});
	const setting = {simulator: await testSimulator([one]), root: temporaryFolder()};
	const folder = archiveFolder(setting);
	await runOnce(setting, {formats: ['fit'], details: true, wellness: true});
	setting.simulator.requests.length = 0;
	const file = (name: string) => path.join(folder, name);
	const asked = (part: string) =>
		setting.simulator.requests.filter(({path: name}) => name.includes(part)).length;
	const env = programEnv(setting.simulator.baseUrl, setting.root);
	const repair = async () => {
		const result = await runProgram(['verify', '--repair', '--json'], {env});
		const events = readEvents(result);
		return {...result, events, end: events.at(-1) as unknown as RepairSummary};
	};
	return {
		...setting,
		setting,
		one,
		folder,
		file,
		asked,
		repair,
		detail: readdirSync(folder).find(
			(name) => name.includes(activities.at(-2)!.id) && name.endsWith('-detail.json'),
		)!,
		month: `wellness/${readdirSync(file('wellness'))[0]}`,
		run: (...args: string[]) => runProgram(args, {env}),
		text: (name: string) => readFileSync(file(name), 'utf8'),
		coros: (name: string) =>
			(JSON.parse(readFileSync(file(name), 'utf8')) as {coros: unknown}).coros,
		aside: () =>
			existsSync(file('damaged'))
				? readdirSync(file('damaged')).map((name) => readFileSync(file(`damaged/${name}`)))
				: [],
		async goOffline() {
			rmSync(path.join(setting.root, 'config'), {recursive: true});
			await setting.simulator.close();
		},
	};
};

const flipBit = (bytes: Buffer): Buffer => {
	const flipped = Buffer.from(bytes);
	const at = flipped.indexOf('"coros":') + 12;
	flipped[at] = flipped[at]! ^ 1;
	return flipped;
};

const damages: ReadonlyArray<readonly [string, (bytes: Buffer) => Buffer]> = [
	['a flipped bit', flipBit],
	[
		'a byte that is no text',
		(bytes) => Buffer.concat([bytes.subarray(0, 40), Buffer.of(0xff), bytes.subarray(41)]),
	],
	['half of its bytes', (bytes) => bytes.subarray(0, bytes.length / 2)],
	['no byte', () => Buffer.of()],
	['an HTML page', () => Buffer.from('<!doctype html><title>502 Bad Gateway</title>')],
	[
		'another’s content',
		(bytes) => Buffer.from(bytes.toString().replace(/^\{"(\w+)":"[^"]+"/, '{"$1":"1999-01"')),
	],
];

describe('verify --repair', () => {
	test.each(damages)('fetches details and a month anew that have %s', async (_name, damage) => {
		const {detail, month, text, coros, file, aside, asked, repair, run} = await setUp();
		const names = [detail, month];
		const whole = names.map(coros);
		const damaged = names.map((name) => damage(readFileSync(file(name))));
		for (const [index, name] of names.entries()) {
			writeFileSync(file(name), damaged[index]!);
		}

		const found = await run('verify');
		expect(found.code).toBe(7);
		expect(found.stderr).toContain(`damaged: ${detail}: it`);
		expect(found.stderr).toContain(`damaged: ${month}: it`);
		expect(found.stderr).toContain(
			'Run coros-tui verify --repair: it fetches what is bad or gone.',
		);
		expect(names.map((name) => readFileSync(file(name)))).toEqual(damaged);

		const {code, stderr, events, end} = await repair();
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(end).toMatchObject({problems: 2, repaired: 2, remaining: 0, failed: 0});
		const types = events.map(({type}) => type);
		expect(types.slice(-6)).toEqual([
			'details-planned',
			'detail-saved',
			'wellness-planned',
			'wellness-saved',
			'finished',
			'repaired',
		]);
		expect(names.map(coros)).toEqual(whole);
		expect(text(detail)).toContain('Before work');
		expect([asked('/detail/query'), asked('dayDetail'), asked('/detail/download')]).toEqual([
			1, 1, 0,
		]);
		const sorted = (files: readonly Buffer[]) => [...files].sort(Buffer.compare);
		expect(sorted(aside())).toEqual(sorted(damaged));
		const again = await run('verify');
		expect(again.code).toBe(0);
		expect(again.stdout).toContain('all good, 2 damaged files kept aside');
	});

	test('mends records and profile beside exports and metadata, and touches nothing else', async () => {
		const {folder, file, repair, run} = await setUp();
		const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
			(name) => statSync(file(name)).isFile() && !path.basename(name).startsWith('.'),
		);
		const written = new Map(names.map((name) => [name, statSync(file(name)).mtimeMs]));
		const bad = names.filter((name) => /records|profile|490(?:\.fit|-metadata\.json)$/.test(name));
		expect(bad).toHaveLength(4);
		for (const name of bad) {
			writeFileSync(file(name), 'damaged');
		}

		expect((await repair()).end).toMatchObject({problems: 4, repaired: 4, remaining: 0});
		expect(await run('verify')).toMatchObject({code: 0});
		const isTouched = (name: string) => statSync(file(name)).mtimeMs !== written.get(name);
		expect(names.filter((name) => !bad.includes(name)).filter(isTouched)).toEqual([]);
	});

	test('says it to people', async () => {
		const {detail, file, run} = await setUp();
		writeFileSync(file(detail), '');
		const {code, stdout, stderr} = await run('verify', '--repair');
		expect(code).toBe(0);
		expect(stderr).toContain(`damaged: ${detail}: it is empty\n`);
		expect(stderr).toContain('Details: 1 file to fetch.');
		expect(stdout).toContain('1 of 1 problem repaired. Damaged files are kept in damaged/.');
	});

	test('leaves what COROS lists no more where it is, says so, and exits 7', async () => {
		const {detail, month, file, text, aside, asked, one, repair} = await setUp();
		writeFileSync(file(detail), 'damaged');
		writeFileSync(file(month), 'damaged too');
		one.activities.splice(-2, 1);
		const {code, events, end} = await repair();
		expect(code).toBe(7);
		expect(end).toMatchObject({problems: 2, repaired: 1, remaining: 1, failed: 0});
		expect(events.filter(({type}) => type === 'irreparable')).toMatchObject([
			{format: 'detail', file: detail, error: {code: 'not-at-coros'}},
		]);
		expect(asked('/detail/query')).toBe(0);
		expect(text(detail)).toBe('damaged');
		expect(aside().map(String)).toEqual(['damaged too']);
	});

	test('leaves every byte where it was while COROS cannot answer, exits 3, and mends them later', async () => {
		const {detail, month, file, text, aside, simulator, repair} = await setUp();
		writeFileSync(file(detail), 'damaged');
		writeFileSync(file(month), 'damaged too');
		simulator.behaviour.fault = ({path: name}) =>
			/detail\/query|dayDetail/i.test(name) ? 'html' : undefined;
		const {code, end} = await repair();
		expect(code).toBe(3);
		expect(end).toMatchObject({problems: 2, repaired: 0, remaining: 2, failed: 2});
		expect([text(detail), text(month), aside()]).toEqual(['damaged', 'damaged too', []]);
		simulator.behaviour.fault = () => undefined;
		expect(await repair()).toMatchObject({code: 0, end: {repaired: 2, remaining: 0}});
		expect(aside()).toHaveLength(2);
	});

	test('leaves a service alone that fails at everything', async () => {
		const {folder, file, asked, simulator, repair} = await setUp(9);
		const details = readdirSync(folder).filter((name) => name.endsWith('-detail.json'));
		for (const name of details) {
			writeFileSync(file(name), 'damaged');
		}

		simulator.behaviour.fault = ({path: name}) =>
			name === '/activity/detail/query' ? 'http-500' : undefined;
		const {code, end} = await repair();
		expect(code).toBe(5);
		expect(end).toMatchObject({problems: 9, remaining: 9, error: {code: 'server-error'}});
		expect(asked('/detail/query')).toBe(10); // Each of five twice.
	});

	test('reads without a network, and asks for a sign-in only where something is to fetch', async () => {
		const {detail, file, text, run, goOffline} = await setUp();
		await goOffline();
		expect(await run('verify', '--repair')).toMatchObject({code: 0, stderr: ''});
		writeFileSync(file(detail), 'damaged');
		expect((await run('verify')).code).toBe(7);
		const {code, stderr} = await run('verify', '--repair');
		expect(code).toBe(4);
		expect(stderr).toContain('Nobody is signed in.\n');
		expect(text(detail)).toBe('damaged');
	});

	test('brings nothing of another account into the folder', async () => {
		const {setting, month, file, text, run} = await setUp();
		writeFileSync(file(month), 'damaged');
		const bob = account({email: 'bob@example.org', userId: '999000111'});
		const other = await testSimulator([bob]);
		const {code} = await runProgram(['verify', '--repair'], {
			env: {
				HOME: setting.root,
				COROS_TUI_BASE_URL: other.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(setting.root, 'bob'),
				COROS_TUI_BACKUP_DIR: file(''),
				COROS_TUI_EMAIL: bob.email,
				COROS_TUI_PASSWORD: ann.password,
			},
		});
		expect(code).toBe(2);
		expect(text(month)).toBe('damaged');
		expect(other.requests.filter(({path: name}) => name.includes('dayDetail'))).toEqual([]);
		expect((await run('verify')).code).toBe(7);
	});
});

test('a file of somebody’s own among wellness is no damage', async () => {
	const {file, run} = await setUp(2);
	writeFileSync(file('wellness/notes.json'), 'mine');
	writeFileSync(file('wellness/.DS_Store'), 'the system’s');
	const {code, stderr} = await run('verify', '--repair');
	expect(code).toBe(0);
	expect(stderr).toContain('unknown: wellness/notes.json: not a file of a backup, left alone');
	expect(stderr).not.toContain('DS_Store');
	expect(readFileSync(file('wellness/notes.json'), 'utf8')).toBe('mine');
});
