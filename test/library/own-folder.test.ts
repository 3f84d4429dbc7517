import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {
	type AdoptEvent,
	adopt,
	connect,
	profiles,
	type RelayoutEvent,
	relayout,
	verify,
} from '../../source/index.js';
import {testServices} from '../helpers/backup.js';
import {corosLink, fillAs} from '../helpers/other-programs.js';
import {account, ann, asked, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const setUp = async () => {
	const activities = smallActivities(3);
	const simulator = await testSimulator([account({activities})]);
	const root = temporaryFolder();
	vi.stubEnv('COROS_TUI_BASE_URL', simulator.baseUrl);
	vi.stubEnv('COROS_TUI_CONFIG_DIR', path.join(root, 'config'));
	const folder = path.join(root, 'archive');
	return {
		simulator,
		root,
		folder,
		activities,
		names: (below = '') => readdirSync(path.join(folder, below)).sort(),
		signal: () => {
			const controller = new AbortController();
			controller.abort();
			return controller.signal;
		},
	};
};

describe('adopt', () => {
	test('takes a folder over offline, and the next backup fetches only what is missing', async () => {
		const {simulator, folder, activities} = await setUp();
		fillAs(corosLink, folder, activities.slice(0, 2));
		const coros = await connect(ann);
		const listed = await coros.activities();
		simulator.requests.length = 0;
		const formats = ['fit'] as const;
		const options = {formats, activities: listed};
		const dry = await adopt(folder, {...options, dryRun: true}).summary();
		expect(dry).toMatchObject({adopted: 2, missing: 1, dryRun: true});
		expect(existsSync(path.join(folder, '.corosexport_state.json'))).toBe(false);

		const events: AdoptEvent[] = [];
		const run = adopt(folder, options);
		for await (const event of run) {
			events.push(event);
		}

		expect(events.filter(({type}) => type === 'adopted')).toHaveLength(2);
		expect(events.at(-1)).toEqual({type: 'taken-over', ...(await run.summary())});
		expect(simulator.requests).toEqual([]);
		expect(await coros.backUp({folder, formats}).summary()).toMatchObject({saved: 1, upToDate: 2});
		expect(asked(simulator).filter((request) => request.includes('download'))).toHaveLength(1);
	});

	test('throws what ended it, and puts it into the last event of a loop', async () => {
		const {root, folder, activities, signal} = await setUp();
		const nowhere = path.join(root, 'nowhere');
		await expect(adopt(nowhere).summary()).rejects.toMatchObject({code: 'no-folder'});
		expect(existsSync(nowhere)).toBe(false);
		fillAs(corosLink, folder, activities);
		const stopped = adopt(folder, {signal: signal()});
		await expect(stopped.summary()).rejects.toMatchObject({name: 'AbortError'});
		for await (const event of adopt(nowhere)) {
			expect(event).toMatchObject({type: 'taken-over', error: {code: 'no-folder'}});
		}
	});
});

describe('relayout', () => {
	test('names a backup’s files anew, details too, without a connection', async () => {
		const {simulator, folder, names} = await setUp();
		const coros = await connect(ann);
		await coros.backUp({folder, formats: ['fit'], details: true}).summary();
		simulator.requests.length = 0;
		const before = names();
		const {moved} = await relayout(folder, {nameTemplate: 'by-year', dryRun: true}).summary();
		expect([moved, names()]).toEqual([9, before]);
		const events: RelayoutEvent[] = [];
		for await (const event of relayout(folder, {nameTemplate: 'by-year'})) {
			events.push(event);
		}

		expect(events.filter(({type}) => type === 'moved')).toHaveLength(9);
		expect(names('2026')).toEqual(before.filter((name) => !name.startsWith('.')));
		expect(simulator.requests).toEqual([]);
		const again = {folder, formats: ['fit'], details: true} as const;
		expect(await coros.backUp(again).summary()).toMatchObject({saved: 0, details: {upToDate: 3}});
	});

	test('knows by activities what no file tells', async () => {
		const {folder, activities, names} = await setUp();
		fillAs(corosLink, folder, activities.slice(0, 1));
		const nameTemplate = '{sport} {id}';
		expect(await relayout(folder, {nameTemplate}).summary()).toMatchObject({moved: 0, unknown: 1});
		const listed = await (await connect(ann)).activities();
		const known = await relayout(folder, {nameTemplate, activities: listed}).summary();
		expect(known).toMatchObject({moved: 1, unknown: 0});
		expect(names()).toContain(`run ${activities[0]!.id}.fit`);
	});

	test('refuses a template that cannot be one, before anything is done', async () => {
		const {folder} = await setUp();
		expect(() => relayout(folder, {nameTemplate: '{date}'})).toThrow(TypeError);
		expect(() => relayout(folder, {nameTemplate: 'by-moon'})).toThrow('by-moon');
		const coros = await connect(ann);
		expect(() => coros.backUp({folder, nameTemplate: '{date}'})).toThrow('has to end in {id}');
		expect(existsSync(folder)).toBe(false);
	});
});

describe('backUp', () => {
	test('keeps details and wellness where they are wanted, named as the other files', async () => {
		const {folder, names, simulator} = await setUp();
		const coros = await connect(ann);
		const formats = ['fit'] as const;
		const plain = await coros.backUp({folder, formats}).summary();
		expect(plain).not.toHaveProperty('details');
		expect(names().filter((name) => /detail|wellness/.test(name))).toEqual([]);
		const wanted = {folder, formats, details: true, wellness: true} as const;
		const planned = await coros.backUp({...wanted, dryRun: true}).summary();
		expect(planned.details).toEqual({saved: 0, upToDate: 0, failed: 0});
		const narrow = await coros.backUp({folder, formats, details: true, selection: {limit: 1}});
		expect((await narrow.summary()).details).toEqual({saved: 1, upToDate: 0, failed: 0});
		const {details, wellness, failed} = await coros.backUp(wanted).summary();
		expect({details, failed}).toEqual({details: {saved: 2, upToDate: 1, failed: 0}, failed: 0});
		expect(names('wellness')).toHaveLength(wellness!.saved);
		expect(names('wellness')).toContain('records.json');
		simulator.requests.length = 0;
		const [first] = await coros.activities();
		const one = await coros.backUp({...wanted, wellness: false, activities: [first!]}).summary();
		expect(one.details).toEqual({saved: 0, upToDate: 1, failed: 0});

		const detail = names().find((name) => name.endsWith('-detail.json'))!;
		writeFileSync(path.join(folder, detail), '');
		const problems = [];
		for await (const event of verify(folder)) {
			problems.push(...(event.type === 'problem' ? [event] : []));
		}

		expect(problems).toMatchObject([{format: 'detail', file: detail, reason: 'it is empty'}]);
	});

	test('makes what COROS lacks where that is wanted, and names new files as asked', async () => {
		const {folder, names, activities} = await setUp();
		const [first] = activities;
		activities.splice(0, activities.length, {
			...first!,
			formats: ['fit'],
			file: (format) => (format === 'fit' ? first!.file('fit') : undefined),
		});
		const coros = await connect(ann);
		const options = {folder, formats: ['fit', 'tcx'], nameTemplate: 'by-year'} as const;
		expect(await coros.backUp(options).summary()).toMatchObject({saved: 1, unavailable: 1});
		const made = await coros.backUp({...options, convert: 'missing'}).summary();
		expect(made).toMatchObject({converted: 1});
		expect(names('2026').filter((name) => name.endsWith('.tcx'))).toHaveLength(1);
	});
});

describe('profiles', () => {
	test('are listed without their tokens, and connected to by name', async () => {
		const {simulator, root} = await setUp();
		expect(profiles()).toEqual([]);
		const {signal} = new AbortController();
		const setting = {simulator, root};
		const services = testServices(setting, {profile: 'anna', isNewProfile: true});
		await services.signIn(ann, 'auto', signal);
		await services.bindFolder(path.join(root, 'hers'));
		const [anna, ...others] = profiles();
		expect(others).toEqual([]);
		expect(anna).toEqual({
			name: 'anna',
			account: {
				userId: account().userId,
				email: ann.email,
				region: 'eu',
				since: expect.stringMatching(/^\d{4}-/),
			},
			folder: path.join(root, 'hers'),
		});
		expect(await (await connect({profile: 'Anna'})).account()).toMatchObject({nickname: 'Ann'});
		await expect(connect({profile: 'bob'})).rejects.toMatchObject({code: 'unknown-profile'});
		await expect(connect({profile: '../anna'})).rejects.toMatchObject({code: 'usage'});
		await expect(connect({profile: 'default'})).rejects.toMatchObject({code: 'sign-in-needed'});
		expect(readdirSync(path.join(root, 'config/profiles'))).toEqual(['anna']);
	});
});
