import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Transfer} from '../../source/backup/event.js';
import {emptySummary} from '../../source/backup/progress.js';
import type {Activity} from '../../source/domain/activity.js';
import {KnownError} from '../../source/domain/known-error.js';
import type {Services} from '../../source/services/services.js';
import type {Size} from '../../source/ui/model.js';
import {hasPosix} from '../helpers/platform.js';
import {makeActivities} from './activities.js';
import {createEngine, createFakeServices} from './fake-services.js';
import {openApp, type Terminal} from './terminal.js';

const up = '\u001B[A';
const shiftDown = '\u001B[1;2B';
const escapeKey = '\u001B';
const controlC = '\u0003';

let open: Terminal | undefined;

const start = (
	services: Partial<Services> = {},
	{
		activities = makeActivities(50),
		size = {columns: 80, rows: 24},
		signal,
		before,
	}: {activities?: Activity[]; size?: Size; signal?: AbortSignal; before?: string} = {},
): Terminal => {
	open = openApp(createFakeServices({activities, ...services}), size, {
		...(signal && {signal}),
		...(before !== undefined && {before}),
	});
	return open;
};

afterEach(async () => {
	open?.type(controlC + controlC);
	await open?.result;
	open = undefined;
});

const transfer = (id: number): Transfer => ({
	id: String(id),
	format: 'fit',
	file: `${id}.fit`,
	name: `Run ${id}`,
	day: '2026-11-18',
});

describe('the app', () => {
	test('lets nothing that is typed be echoed, from before its first frame on', async () => {
		const app = start();
		await app.until(/Run 3/);
		expect(app.writtenBeforeSilence()).toBe(0);
	});

	test('opens with what this machine knows, and is usable before the rest has arrived', async () => {
		const app = start({
			knownActivities: async () => ({
				activities: makeActivities(5, 3),
				complete: true,
				listedAt: '',
			}),
			async *listActivities() {
				yield {activities: makeActivities(4), found: 4, total: 90, unreadable: 0};
				return await new Promise(() => {});
			},
		});
		await app.until(/7 activities/);
		await app.until(/reading 4 of 90/);
		app.type('j ');
		await app.until(/❯\[ \].*Run 3[\s\S]*1 marked · 2\.00 km/);
	});

	test('takes keys that arrive in one burst, each where the one before has led', async () => {
		const app = start();
		await app.until(/Run 1 /);
		app.type('jjjjj jve3');
		await app.until(/│ 2 activities[\s\S]*\[x\] 3 GPX/);
		app.type(escapeKey);
		await app.until(/❯\[x\].*Run 8 /);
	});

	test('moves and marks by arrows with and without Shift', async () => {
		const app = start();
		await app.until(/Run 1 /);
		app.type(shiftDown + shiftDown + up);
		await app.until(/❯\[x\].*Run 2 [\s\S]*3 marked/);
	});

	test('filters while one types, with marks that survive unseen', async () => {
		const app = start();
		await app.until(/Run 1 /);
		app.type('  /run 4');
		await app.until(/\/ run 4▏ +14 of 50[\s\S]*2 marked \(2 hidden\)/);
		app.type('\r');
		await app.until(/\/ run 4 +14 of 50/);
		app.type(escapeKey);
		await app.until(/❯\[ \].*Run 4 [\s\S]*2 marked ·/);
	});

	test('takes a paste into the filter as text', async () => {
		const app = start();
		await app.until(/Run 1 /);
		app.type('/');
		await app.until(/stop typing/);
		app.type('quit now? 晨跑');
		await app.until(/\/ quit now\? 晨跑/);
	});

	test('gives up a reading when another is asked for', async () => {
		const signals: AbortSignal[] = [];
		const app = start({
			async *listActivities(_client, {full}, signal) {
				signals.push(signal);
				yield {activities: makeActivities(full ? 9 : 4), found: 4, total: 9, unreadable: 0};
				return await new Promise(() => {});
			},
		});
		await app.until(/4 activities/);
		app.type('R');
		await app.until(/9 activities/);
		expect(signals.map(({aborted}) => aborted)).toEqual([true, false]);
	});

	test('keeps its notice and the table when COROS cannot be reached, and tries again', async () => {
		let isDown = true;
		const found = createFakeServices({activities: makeActivities(9)});
		const app = start({
			knownActivities: async () => ({activities: makeActivities(5), complete: true, listedAt: ''}),
			listActivities(...request) {
				if (isDown) {
					throw new KnownError('offline');
				}

				return found.listActivities(...request);
			},
		});
		await app.until(/✗ COROS could not be reached\n {3}Check the network[\s\S]*Run 5 /);
		isDown = false;
		app.type('R');
		await app.until(/9 activities/);
		expect(app.screen().join('\n')).not.toContain('could not be reached');
	});
});

describe('a backup in the app', () => {
	test('goes from the dialog through the download to the summary and back', async () => {
		const engine = createEngine();
		const saved: string[][] = [];
		const app = start({
			backUp: engine.backUp,
			saveFormats: (formats) => void saved.push([...formats]),
		});
		await app.until(/Run 1 /);
		app.type('b5');
		await app.until(/Back up everything missing[\s\S]*150 files to fetch/);
		app.type('\r');
		await app.until(/Backing up everything missing as FIT, TCX, CSV/);
		expect(engine.requests).toMatchObject([{formats: ['fit', 'tcx', 'csv']}]);
		expect(saved).toEqual([['fit', 'tcx', 'csv']]);
		engine.send(
			{type: 'planned', found: 50, toFetch: 3, upToDate: 0, unavailable: 0, dryRun: false},
			{type: 'transfer-started', transfer: transfer(1)},
			{type: 'progress', transfer: transfer(1), received: 5000, size: 10_000},
		);
		await app.until(/0 of 3 files[\s\S]*↓ 2026-11-18 {2}Run 1 .*FIT .*5 kB/);
		const error = {
			code: 'bad-file',
			message: 'The file arrived damaged',
			hint: 'Run again.',
		} as const;
		engine.send(
			{type: 'saved', transfer: transfer(1), bytes: 10_000, sha256: ''},
			{type: 'failed', transfer: transfer(2), error},
			{type: 'finished', ...emptySummary, found: 50, saved: 1, failed: 1, bytes: 10_000},
		);
		await app.until(/Finished with 1 problem[\s\S]*1 file saved[\s\S]*The file arrived damaged/);
		app.type('r');
		await app.until(/Backing up everything/);
		expect(engine.requests).toHaveLength(2);
		engine.send({type: 'finished', ...emptySummary, found: 50, saved: 1});
		await app.until(/Finished\n/);
		app.type('\r');
		await app.until(/❯\[ \].*Run 1 /);
		app.type('q');
		expect(await app.result).toEqual({
			message: 'Saved 2 files (10 kB) in /home/ann/coros_activities.',
			exitCode: 0,
		});
	});

	test('stops cleanly at the first Ctrl-C and ends with 130 at the second', async () => {
		const engine = createEngine();
		const app = start({backUp: engine.backUp});
		await app.until(/Run 1 /);
		app.type('e\r');
		await app.until(/Exporting 1 activity/);
		app.type(controlC);
		await app.until(/Stopping: what is saved stays saved[\s\S]*\^c quit now/);
		expect(engine.isAborted()).toBe(true);
		app.type(controlC);
		expect((await app.result).exitCode).toBe(130);
	});

	test('waits for the engine to end before the app that is quit meanwhile', async () => {
		const engine = createEngine();
		const app = start({backUp: engine.backUp});
		await app.until(/Run 1 /);
		app.type('e\r');
		await app.until(/Exporting 1 activity/);
		app.type('qy');
		await app.until(/Stopping/);
		engine.send({type: 'finished', ...emptySummary, cancelled: true});
		expect(await app.result).toEqual({message: '', exitCode: 0});
	});

	test('ends with the process that is told to', async () => {
		const engine = createEngine();
		const stop = new AbortController();
		const app = start({backUp: engine.backUp}, {signal: stop.signal});
		await app.until(/Run 1 /);
		app.type('e\r');
		await app.until(/Exporting 1 activity/);
		stop.abort();
		await app.until(/Stopping/);
		// The engine hears of it once it is painted.
		await vi.waitFor(() => expect(engine.isAborted()).toBe(true));
		engine.send({type: 'finished', ...emptySummary, cancelled: true});
		await app.result;
	});
});

describe('the terminal', () => {
	test('is left as it was found', async () => {
		const app = start();
		const [first] = await app.until(/Run 1 /);
		expect(first).toMatch(/^ coros-tui {2}ann@example\.org/);
		expect(app.isOnOtherScreen()).toBe(true);
		app.type('q');
		expect(await app.result).toEqual({message: '', exitCode: 0});
		await app.until(/^\$ coros-tui\s*$/);
		expect(app.isOnOtherScreen()).toBe(false);
		expect(app.raw()).not.toContain('\u001B[3J');
		expect(app.raw().lastIndexOf('\u001B[?7h')).toBeGreaterThan(
			app.raw().lastIndexOf('\u001B[?7l'),
		);
		expect(app.raw().lastIndexOf('\u001B[?25h')).toBeGreaterThan(
			app.raw().lastIndexOf('\u001B[?25l'),
		);
	});

	test('shows nothing of what was drawn before the app was there', async () => {
		const app = start({}, {before: `\u001B[?1049h${'#'.repeat(80 * 23)}`});
		const lines = await app.until(/Run 18 [\s\S]*help/);
		expect(lines.join('')).not.toContain('#');
	});

	test('shows a whole screen at every size, and the same one after a way through others', async () => {
		const app = start({}, {activities: makeActivities(80)});
		const before = await app.until(/Run 18 [\s\S]*help/);
		for (const [columns, rows] of [
			[120, 40],
			[60, 15],
			[200, 60],
			[61, 50],
			[140, 16],
		] as const) {
			app.resize(columns, rows);
			const lines = await app.until(new RegExp(`Run ${rows - 6} [\\s\\S]*\\? help`));
			expect(lines).toHaveLength(rows);
			expect(lines.filter((line) => line.includes('DATE'))).toHaveLength(1);
		}

		app.resize(50, 10);
		await app.until(/this is 50x10/);
		app.resize(80, 24);
		expect(await app.until(/Run 18 [\s\S]*help/)).toEqual(before);
	});

	test('is painted anew by Ctrl-L: the same screen', async () => {
		const app = start();
		const before = await app.until(/Run 18 [\s\S]*help/);
		const length = app.raw().length;
		app.type('\u000C');
		await app.until(/Run 18 [\s\S]*help/);
		while (!app.raw().slice(length).includes('\u001B[2J')) {
			await new Promise(setImmediate);
		}

		expect(await app.until(/Run 18 [\s\S]*help/)).toEqual(before);
	});

	// Ink paints a window of Windows anew for each frame that fills it.
	test.runIf(hasPosix('few bytes for a move of the cursor'))(
		'gets few bytes for a move of the cursor',
		async () => {
			const app = start({}, {size: {columns: 120, rows: 40}});
			await app.until(/❯\[ \].*Run 1 [\s\S]*help/);
			const length = app.raw().length;
			app.type('j');
			await app.until(/❯\[ \].*Run 2 /);
			expect(app.raw().length - length).toBeLessThan(2000);
		},
	);
});
