import {existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isMonthDue, monthsSince} from '../../source/backup/wellness.js';
import {toMonthDays} from '../../source/coros/wellness.js';
import {archiveFolder, runOnce} from '../helpers/backup.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {verifyOnce} from '../helpers/verify.js';

/** The first day of the month this many months ago. */
const monthsAgo = (count: number): Date => {
	const now = new Date();
	return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1));
};

const toMonth = (moment: Date): string => moment.toISOString().slice(0, 7);

const setUp = async (behaviour: Parameters<typeof testSimulator>[1] = {}) => {
	const start = monthsAgo(3).getTime() / 1000 + 20 * 86_400;
	const activities = smallActivities(2, {start});
	const [one] = activities;
	const setting = {
		simulator: await testSimulator([account({activities: [one!]})], behaviour),
		root: temporaryFolder(),
	};
	const folder = path.join(archiveFolder(setting), 'wellness');
	const asked = (part: string) =>
		setting.simulator.requests.filter(({path: name}) => name.includes(part)).length;
	const run = (...args: string[]) =>
		runProgram(['backup', '--wellness', '--format', 'fit', ...args], {
			env: {
				HOME: setting.root,
				COROS_TUI_BASE_URL: setting.simulator.baseUrl,
				COROS_TUI_CONFIG_DIR: path.join(setting.root, 'config'),
				COROS_TUI_BACKUP_DIR: archiveFolder(setting),
				COROS_TUI_RETRY_DELAY: '1',
				COROS_TUI_EMAIL: ann.email,
				COROS_TUI_PASSWORD: ann.password,
			},
		});
	const months = [3, 2, 1, 0].map((count) => toMonth(monthsAgo(count)));
	return {
		setting,
		folder,
		asked,
		run,
		months,
		names: () => readdirSync(folder).sort(),
		coros: (subject: string) =>
			(
				JSON.parse(readFileSync(path.join(folder, `${subject}.json`), 'utf8')) as {
					coros: Record<string, Record<string, unknown>>;
				}
			).coros,
		/** As if a file had been written at another time. */
		date: (subject: string, at: Date) => utimesSync(path.join(folder, `${subject}.json`), at, at),
	};
};

describe('backup --wellness', () => {
	test('keeps a file a month, the records and the profile, as COROS sends them', async () => {
		const {run, names, months, coros} = await setUp();
		const result = await run('--json');
		expect(result).toMatchObject({code: 0, stderr: ''});
		const events = readEvents(result);
		expect(events.filter(({type}) => type === 'wellness-saved')).toHaveLength(6);
		expect(events.at(-1)).toMatchObject({
			saved: 1,
			failed: 0,
			wellness: {saved: 6, upToDate: 0, failed: 0},
		});
		expect(names()).toEqual([...months, 'profile', 'records'].map((name) => `${name}.json`));
		const {dayDetail, schedule} = coros(months[1]!);
		const [first, last] = toMonthDays(months[1]!);
		const days = (dayDetail!.dayList as Array<{happenDay: number}>).map(({happenDay}) => happenDay);
		expect([days[0], days.at(-1)]).toEqual([Number(first), Number(last)]);
		expect(schedule).toHaveProperty('entities');
		expect(coros('records')).toMatchObject({
			cycleRecord: {allRecordList: expect.any(Array)},
			dashboard: {summaryInfo: expect.any(Object)},
		});
	});

	test('keeps of the profile everything but the token', async () => {
		const {run, coros} = await setUp();
		await run();
		expect(coros('profile').account).toMatchObject({nickname: 'Ann', maxHr: 188});
		expect(coros('profile').account).not.toHaveProperty('accessToken');
	});

	test('asks again only for what may have changed', async () => {
		const {run, asked, setting, months, date} = await setUp();
		await run();
		for (const month of months.slice(0, 3)) {
			date(month, new Date()); // Written when they had been over for long, but the last perhaps.
		}

		setting.simulator.requests.length = 0;
		const second = await run('--json');
		const due = isMonthDue(months[2]!, new Date()) ? 2 : 1;
		expect(asked('dayDetail')).toBe(due);
		expect(asked('schedule')).toBe(due);
		// Records and profile say the same: their files are not touched.
		expect(readEvents(second).at(-1)).toMatchObject({
			wellness: {saved: due, upToDate: 6 - due, failed: 0},
		});
		date(months[0]!, monthsAgo(3));
		setting.simulator.requests.length = 0;
		await run();
		expect(asked('dayDetail')).toBe(due + 1);
	});

	test('is not done without being asked for, and with --dry-run only said', async () => {
		const {run, folder, asked, setting} = await setUp();
		const dry = await run('--dry-run');
		expect(dry.stderr).toContain('Wellness: 6 files would be fetched.');
		await runOnce(setting, {formats: ['fit']});
		expect(existsSync(folder)).toBe(false);
		expect(asked('dayDetail')).toBe(0);
	});

	test('a month that cannot be had costs no other, and is asked for again', async () => {
		const {run, months, names, setting} = await setUp();
		const {behaviour} = setting.simulator;
		const [first] = toMonthDays(months[1]!);
		behaviour.fault = ({query}) => (query.startDate === first ? 'html' : undefined);
		const result = await run('--json');
		expect(result.code).toBe(3);
		expect(readEvents(result).at(-1)).toMatchObject({
			failed: 1,
			wellness: {saved: 5, upToDate: 0, failed: 1},
		});
		expect(names()).not.toContain(`${months[1]}.json`);
		behaviour.fault = () => undefined;
		expect(await run()).toMatchObject({code: 0});
		expect(names()).toContain(`${months[1]}.json`);
	});

	test('leaves a service alone that fails at everything', async () => {
		const {run, asked} = await setUp({
			fault: ({path: name}) => (/analyse|training|dashboard/.test(name) ? 'http-500' : undefined),
		});
		const result = await run('--json');
		expect(result.code).toBe(5);
		expect(readEvents(result).at(-1)).toMatchObject({
			saved: 1,
			error: {code: 'server-error'},
			wellness: {failed: 5},
		});
		expect(asked('/analyse/') + asked('/training/') + asked('/dashboard/')).toBe(10);
	});

	test('goes together with --details', async () => {
		const {run} = await setUp();
		expect(readEvents(await run('--details', '--json')).at(-1)).toMatchObject({
			saved: 1,
			details: {saved: 1},
			wellness: {saved: 6},
		});
	});
});

test.each([
	['a flipped digit', (text: string) => text.replace('"rhr":', '"rhs":')],
	['a torn end', (text: string) => text.slice(0, -9)],
	['another month', (text: string) => text.replace(/"subject":"[^"]+"/, '"subject":"1999-01"')],
])('verify reads wellness, and names a file with %s', async (_name, damage) => {
	const {setting, folder, months} = await setUp();
	await runOnce(setting, {formats: ['fit'], wellness: true});
	expect((await verifyOnce(setting)).end).toMatchObject({problems: 0, unknown: 0, checked: 8});
	const file = path.join(folder, `${months[0]}.json`);
	writeFileSync(file, damage(readFileSync(file, 'utf8')));
	expect((await verifyOnce(setting)).problems).toMatchObject([
		{kind: 'damaged', format: 'wellness', file: `wellness/${months[0]}.json`},
	]);
	rmSync(file);
	await runOnce(setting, {formats: ['fit'], wellness: true});
	expect((await verifyOnce(setting)).end).toMatchObject({problems: 0});
});

test.each([
	['2026-05', '20260501', '20260531'],
	['2024-02', '20240201', '20240229'],
	['2026-12', '20261201', '20261231'],
])('%s is from %s to %s', (month, first, last) => {
	expect(toMonthDays(month)).toEqual([first, last]);
});

test('months go from the first day to now, over the turn of the year', () => {
	const now = new Date('2026-02-03T00:00:00Z');
	expect(monthsSince('2025-11-30', now)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
	expect(monthsSince('2026-02', now)).toEqual(['2026-02']);
	expect(monthsSince('2027-01-01', now)).toEqual([]);
});

test.each([
	[undefined, true],
	['2026-05-31T23:00:00Z', true],
	['2026-06-07T23:00:00Z', true],
	['2026-06-08T01:00:00Z', false],
])('May, saved %s: %s', (savedAt, due) => {
	expect(isMonthDue('2026-05', savedAt === undefined ? undefined : new Date(savedAt))).toBe(due);
});
