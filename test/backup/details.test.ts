import {
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isDetailDue} from '../../source/backup/details.js';
import {parseJson} from '../../source/coros/parse-json.js';
import type {ServedActivity} from '../../source/simulator/served-activity.js';
import {signedInEnv} from '../helpers/app.js';
import {archiveFolder, readArchiveFiles, runOnce} from '../helpers/backup.js';
import {readEvents, runProgram, startProgram} from '../helpers/run-program.js';
import {account, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {verifyOnce} from '../helpers/verify.js';

type Detail = Readonly<Record<string, unknown>>;

const withDetail = (activity: ServedActivity, detail: () => Detail): ServedActivity => ({
	...activity,
	detail,
});

const noteOf = (id: string): Detail => ({
	summary: {name: 'Before work', planId: '0'},
	lapList: [{type: 2, lapItemList: [{lapIndex: 1, distance: 100_000}]}],
	sportFeelInfo: {feelType: 2, sportNote: `Note of ${id} ☀`},
});

const setUp = async (count: number, behaviour: Parameters<typeof testSimulator>[1] = {}) => {
	const activities = smallActivities(count).map((one) => withDetail(one, () => noteOf(one.id)));
	const setting = {
		simulator: await testSimulator([account({activities})], behaviour),
		root: temporaryFolder(),
	};
	const folder = archiveFolder(setting);
	const asked = () =>
		setting.simulator.requests.filter(({path: name}) => name === '/activity/detail/query').length;
	const env = {...signedInEnv(setting.simulator.baseUrl, setting.root), COROS_TUI_FORMAT: 'fit'};
	return {
		...setting,
		setting,
		folder,
		activities,
		asked,
		env,
		names: () => readdirSync(folder).filter((name) => name.endsWith('-detail.json')),
		read: (name: string) =>
			JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>,
		run: (...args: string[]) => runProgram(['backup', '--details', ...args], {env}),
	};
};

describe('backup --details', () => {
	test('keeps each activity’s detail beside its files, as COROS sends it, and asks once', async () => {
		const {run, names, read, activities, asked, simulator} = await setUp(6);
		const result = await run('--json');
		expect(result).toMatchObject({code: 0, stderr: ''});
		const events = readEvents(result);
		expect(events.filter(({type}) => type === 'detail-saved')).toHaveLength(6);
		expect(events.find(({type}) => type === 'details-planned')).toMatchObject({
			found: 6,
			toFetch: 6,
			upToDate: 0,
		});
		expect(events.at(-1)).toMatchObject({
			type: 'finished',
			saved: 6,
			failed: 0,
			details: {saved: 6, upToDate: 0, failed: 0},
		});
		expect(names()).toHaveLength(6);
		for (const {id, item} of activities) {
			const day = String(item.date).replace(/(....)(..)(..)/, '$1-$2-$3');
			const kept = read(`${day}_${id}-detail.json`);
			expect(kept).toMatchObject({activity_id: id, coros: noteOf(id)});
		}

		simulator.requests.length = 0;
		const second = await run('--json');
		expect(readEvents(second).at(-1)).toMatchObject({
			details: {saved: 0, upToDate: 6, failed: 0},
		});
		expect(asked()).toBe(0);
	});

	test('is not done without being asked for', async () => {
		const {setting, names, asked} = await setUp(3);
		const {summary} = await runOnce(setting, {formats: ['fit']});
		expect(summary).not.toHaveProperty('details');
		expect({asked: asked(), names: names()}).toEqual({asked: 0, names: []});
	});

	test('keeps to the selection, and with --dry-run only says what it would ask', async () => {
		const {run, names, asked, folder} = await setUp(5);
		const dry = await run('--dry-run', '--limit', '2');
		expect(dry).toMatchObject({code: 0});
		expect(dry.stderr).toContain('Details: 2 files would be fetched.');
		expect(existsSync(folder)).toBe(false);
		expect(asked()).toBe(0);
		const real = await run('--limit', '2');
		expect(real.stderr).toContain('Details: 2 files to fetch.');
		expect(real.stdout).toContain('2 files of details');
		expect(names()).toHaveLength(2);
	});

	test('goes on where a run was stopped', async () => {
		const {env, names, asked, run, simulator} = await setUp(30, {latencyMs: 20});
		const program = startProgram(['backup', '--details', '--json'], {env});
		await program.until(({stdout}) => stdout.includes('"detail-saved"'));
		program.child.kill('SIGKILL');
		await program.finished;
		const first = names().length;
		expect(first).toBeGreaterThan(0);
		expect(first).toBeLessThan(30);
		simulator.requests.length = 0;
		expect(await run()).toMatchObject({code: 0});
		expect(names()).toHaveLength(30);
		expect(asked()).toBe(30 - first);
	});

	test('one that cannot be had costs no other, exits 3 and is asked for again', async () => {
		const {run, activities, names, simulator, folder} = await setUp(4);
		const bad = activities[1]!.id;
		simulator.behaviour.fault = ({query, path: name}) =>
			name === '/activity/detail/query' && query.labelId === bad ? 'html' : undefined;
		const result = await run('--json');
		expect(result.code).toBe(3);
		const events = readEvents(result);
		expect(events.filter(({type}) => type === 'detail-failed')).toMatchObject([
			{id: bad, error: {code: 'unexpected-response'}},
		]);
		expect(events.at(-1)).toMatchObject({saved: 4, failed: 1, details: {saved: 3, failed: 1}});
		expect(names()).toHaveLength(3);
		expect(readArchiveFiles({root: path.dirname(folder)}).size).toBe(7);
		simulator.behaviour.fault = () => undefined;
		expect(await run()).toMatchObject({code: 0});
		expect(names()).toHaveLength(4);
	});

	test('leaves a service alone that fails at everything', async () => {
		const {run, asked, names} = await setUp(40, {
			fault: ({path: name}) => (name === '/activity/detail/query' ? 'http-500' : undefined),
		});
		const result = await run('--json');
		expect(result.code).toBe(5);
		expect(readEvents(result).at(-1)).toMatchObject({
			saved: 40,
			error: {code: 'server-error'},
			details: {saved: 0, failed: 5},
		});
		expect(asked()).toBe(10); // Each of five twice.
		expect(names()).toEqual([]);
	});

	test('asks again where the summary is wanting, and keeps what there is in the end', async () => {
		const {run, asked, names, read} = await setUp(1, {detail: 'no-summary'});
		expect(await run()).toMatchObject({code: 0});
		expect(asked()).toBe(3);
		expect(read(names()[0]!).coros).not.toHaveProperty('summary');
	});

	test('an empty detail is none', async () => {
		const {run, names, activities} = await setUp(1, {detail: 'no-summary'});
		activities[0] = withDetail(activities[0]!, () => ({}));
		expect(await run()).toMatchObject({code: 3});
		expect(names()).toEqual([]);
	});

	test('takes the megabytes of a day of samples', async () => {
		const {run, activities, names, folder} = await setUp(1);
		const sample = {timestamp: 1, gpsLat: 2, gpsLon: 3, heart: 4, speed: 5, cadence: 6, power: 7};
		const frequencyList = Array.from({length: 86_400}, () => sample);
		activities[0] = withDetail(activities[0]!, () => ({summary: {}, frequencyList}));
		expect(await run()).toMatchObject({code: 0});
		expect(statSync(path.join(folder, names()[0]!)).size).toBeGreaterThan(6_000_000);
	});

	test('never writes the token down, wherever an answer has it', async () => {
		const {run, activities, names, read, simulator} = await setUp(1);
		activities[0] = withDetail(activities[0]!, () => ({
			summary: {name: 'x'},
			userInfo: {accessToken: simulator.requests.at(-1)?.headers.accesstoken, nickname: 'Ann'},
		}));
		expect(await run()).toMatchObject({code: 0});
		expect(read(names()[0]!).coros).toMatchObject({userInfo: {nickname: 'Ann'}});
		expect(read(names()[0]!).coros).not.toHaveProperty('userInfo.accessToken');
	});

	test('is kept from the folder of another account', async () => {
		const {setting, env, names} = await setUp(2);
		await runOnce(setting, {formats: ['fit']});
		const state = path.join(env.COROS_TUI_BACKUP_DIR, '.corosexport_state.json');
		const text = readFileSync(state, 'utf8');
		expect(text).toContain(account().userId);
		rmSync(path.join(setting.root, 'config'), {recursive: true});
		const other = await testSimulator([account({userId: '999000111'})]);
		const result = await runProgram(['backup', '--details'], {
			env: {...env, COROS_TUI_BASE_URL: other.baseUrl},
		});
		expect(result.code).toBe(2);
		expect(names()).toEqual([]);
	});
});

describe('verify', () => {
	test.each([
		['a flipped letter', (text: string) => text.replace('Before work', 'Before wort')],
		['a torn end', (text: string) => text.slice(0, -20)],
		['nothing', () => ''],
		[
			'another activity’s',
			(text: string) => text.replace(/"activity_id":"\d+"/, '"activity_id":"1"'),
		],
	])('reads details, and names one with %s', async (_name, damage) => {
		const {setting, names, folder} = await setUp(3);
		await runOnce(setting, {formats: ['fit'], details: true});
		const before = await verifyOnce(setting);
		expect(before.end).toMatchObject({problems: 0, unknown: 0, checked: 9});
		const [name] = names();
		const file = path.join(folder, name!);
		writeFileSync(file, damage(readFileSync(file, 'utf8')));
		const {problems, end} = await verifyOnce(setting);
		expect(problems).toMatchObject([{kind: 'damaged', format: 'detail', file: name}]);
		expect(end).toMatchObject({problems: 1, unknown: 0});
		rmSync(file);
		expect((await runOnce(setting, {formats: ['fit'], details: true})).summary.details).toEqual({
			saved: 1,
			upToDate: 2,
			failed: 0,
		});
		expect((await verifyOnce(setting)).end).toMatchObject({problems: 0});
	});
});

describe('a detail is due', () => {
	const hour = 3600;
	const end = 1_777_615_200;
	const at = (hours: number) => new Date((end + hours * hour) * 1000);
	test.each([
		['that was never saved', undefined, 1, true],
		['no more, soon after it was saved', 1, 2, false],
		['once more when notes have been written', 1, 73, true],
		['never again after that', 73, 10_000, false],
	])('%s', (_name, saved, now, due) => {
		const savedAt = saved === undefined ? undefined : at(saved);
		expect(isDetailDue({endTime: end}, savedAt, at(now))).toBe(due);
	});

	test('by the time of its file', async () => {
		const {setting, names, folder, asked} = await setUp(1);
		await runOnce(setting, {formats: ['fit'], details: true});
		const early = at(1);
		utimesSync(path.join(folder, names()[0]!), early, early);
		await runOnce(setting, {formats: ['fit'], details: true});
		await runOnce(setting, {formats: ['fit'], details: true});
		expect(asked()).toBe(2);
	});
});

test('values beyond what a detail may hold are refused before they are read', () => {
	expect(() => parseJson(`[${'1,'.repeat(20)}1]`, 10)).toThrow('more than any answer holds');
	expect(parseJson('[1,2,3]', 10)).toEqual([1, 2, 3]);
});
