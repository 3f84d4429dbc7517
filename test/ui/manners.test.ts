import {afterEach, describe, expect, test, vi} from 'vitest';
import {emptySummary} from '../../source/backup/progress.js';
import type {Settings} from '../../source/domain/settings.js';
import {defaultSettings} from '../../source/domain/settings.js';
import type {Services} from '../../source/services/services.js';
import type {RunOptions} from '../../source/ui/run-app.js';
import {makeActivities, makeActivity} from './activities.js';
import {createEngine, createFakeServices} from './fake-services.js';
import {openApp, type Terminal} from './terminal.js';

const controlC = '\u0003';
const controlZ = '\u001A';
const escapeKey = '\u001B';
const mouseOn = '\u001B[?1002h\u001B[?1006h';
const mouseOff = '\u001B[?1006l\u001B[?1002l';
const pasted = (text: string) => `\u001B[200~${text}\u001B[201~`;
const wheel = (by: 1 | -1) => `\u001B[<${by < 0 ? 64 : 65};10;10M`;
/** Cells from 1, as terminals count. */
const click = (column: number, row: number) =>
	`\u001B[<0;${column};${row}M\u001B[<0;${column};${row}m`;

let open: Terminal | undefined;

const wide = {columns: 200, rows: 60};

const start = (
	services: Partial<Services> = {},
	options: RunOptions = {},
	size = {columns: 80, rows: 24},
): Terminal => {
	open = openApp(createFakeServices({activities: makeActivities(50), ...services}), size, options);
	return open;
};

afterEach(async () => {
	vi.unstubAllEnvs();
	open?.type(controlC + controlC);
	await open?.result.catch(() => {});
	open = undefined;
});

describe('Ctrl-Z', () => {
	test('leaves a clean terminal to the shell, and the same screen when the app goes on', async () => {
		let goOn = () => {};
		const app = start(
			{},
			{
				suspend: () =>
					new Promise((resolve) => {
						goOn = resolve;
					}),
			},
		);
		await app.until(/Run 1 /);
		app.type('jj');
		const before = await app.until(/❯\[ \].*Run 3 [\s\S]*help/);
		const length = app.raw().length;
		app.type(controlZ);
		await app.until(/^\$ coros-tui\s*$/);
		expect(app.isOnOtherScreen()).toBe(false);
		const left = app.raw().slice(length);
		expect(left).toContain(mouseOff);
		expect(left.lastIndexOf('\u001B[?7h')).toBeGreaterThan(left.lastIndexOf('\u001B[?7l'));
		expect(left.lastIndexOf('\u001B[?2004l')).toBeGreaterThan(left.lastIndexOf('\u001B[?2004h'));
		goOn();
		expect(await app.until(/❯\[ \].*Run 3 [\s\S]*help/)).toEqual(before);
		expect(app.isOnOtherScreen()).toBe(true);
		expect(app.raw().lastIndexOf(mouseOn)).toBeGreaterThan(app.raw().lastIndexOf(mouseOff));
		app.type('j');
		await app.until(/❯\[ \].*Run 4 /);
	});

	test('works a second time, and a backup goes on meanwhile', async () => {
		const engine = createEngine();
		let times = 0;
		const app = start(
			{backUp: engine.backUp},
			{
				suspend: async () => {
					times += 1;
				},
			},
		);
		await app.until(/Run 1 /);
		app.type('b\r');
		await app.until(/Backing up everything/);
		app.type(controlZ);
		await vi.waitFor(() => expect(times).toBe(1));
		await app.until(/Backing up everything[\s\S]*help/);
		app.type(controlZ);
		await vi.waitFor(() => expect(times).toBe(2));
		await app.until(/Backing up everything[\s\S]*help/);
		expect(engine.isAborted()).toBe(false);
		engine.send({type: 'finished', ...emptySummary, saved: 1});
		await app.until(/Finished\n/);
	});

	test('a process stopped by others paints its screen anew when it goes on', async () => {
		const app = start();
		const before = await app.until(/Run 18 [\s\S]*help/);
		const length = app.raw().length;
		process.emit('SIGCONT', 'SIGCONT');
		await vi.waitFor(() => expect(app.raw().slice(length)).toContain('\u001B[2J'));
		expect(await app.until(/Run 18 [\s\S]*help/)).toEqual(before);
	});
});

describe('the mouse', () => {
	test('scrolls by its wheel and moves the cursor by a click', async () => {
		const app = start();
		await app.until(/❯\[ \].*Run 1 [\s\S]*help/);
		app.type(wheel(1));
		await app.until(/❯\[ \].*Run 4 /);
		app.type(wheel(1) + wheel(-1) + wheel(-1));
		await app.until(/❯\[ \].*Run 1 /);
		app.type(click(20, 10));
		await app.until(/❯\[ \].*Run 7 /);
		expect(app.screen()[9]).toMatch(/^❯.*Run 7 /);
		app.type(`${click(5, 1)}${click(5, 3)}${click(5, 22)}${click(5, 24)} `);
		await app.until(/❯\[ \].*Run 8 [\s\S]*1 marked/);
	});

	test('types nothing, not even in pieces', async () => {
		const app = start();
		await app.until(/Run 1 /);
		app.type(`/a${click(20, 10)}b\u001B[<0;1`);
		await app.until(/\/ ab▏/);
		app.type('2;5Mc');
		await app.until(/\/ abc▏/);
	});

	test('is the terminal’s own where the settings say so, at once', async () => {
		let settings: Settings = defaultSettings;
		const app = start({
			saveSettings(chosen) {
				settings = chosen;
			},
		});
		await app.until(/Run 1 /);
		expect(app.raw()).toContain(mouseOn);
		app.type(',jjjjjjjj ');
		await app.until(/❯ Mouse +‹ off ›/);
		await vi.waitFor(() => expect(settings.mouse).toBe(false));
		expect(app.raw().endsWith(mouseOn)).toBe(false);
		expect(app.raw().lastIndexOf(mouseOff)).toBeGreaterThan(app.raw().lastIndexOf(mouseOn));
	});

	test('is given back at the end', async () => {
		const app = start();
		await app.until(/Run 1 /);
		app.type('q');
		await app.result;
		expect(app.raw().lastIndexOf(mouseOff)).toBeGreaterThan(app.raw().lastIndexOf(mouseOn));
	});
});

describe('a paste', () => {
	test('into the table runs no keys', async () => {
		const app = start();
		await app.until(/❯\[ \].*Run 1 /);
		app.type(`${pasted('jjj q aeb\r')} `);
		await app.until(/❯\[ \].*Run 2 [\s\S]*1 marked/);
	});

	test('into the filter is one line of it', async () => {
		const app = start();
		await app.until(/Run 1 /);
		app.type('/');
		await app.until(/stop typing/);
		app.type(pasted('run\n4\r\n'));
		await app.until(/\/ run 4 ?▏/);
	});
});

describe('colours and signs', () => {
	test('ask for the background without waiting for the answer', async () => {
		vi.stubEnv('TERM', 'xterm-256color');
		vi.stubEnv('FORCE_COLOR', '1');
		const app = start();
		await app.until(/Run 1 /);
		expect(app.raw().match(/\u001B\]11;\?\u0007/g)).toHaveLength(1);
		app.type('\u001B]11;rgb:ffff/ffff/ffff\u0007j');
		await app.until(/❯\[ \].*Run 2 /);
	});

	test('are not asked for where there are none', async () => {
		vi.stubEnv('TERM', 'xterm-256color');
		vi.stubEnv('FORCE_COLOR', '0');
		const app = start();
		await app.until(/Run 1 /);
		expect(app.raw()).not.toContain('\u001B]11');
	});

	test('change as the settings do', async () => {
		const app = start();
		await app.until(/❯\[ \].*Run 1 /);
		app.type(',jjjjjjj ');
		await app.until(/> Symbols +< ascii >/);
		app.type(escapeKey);
		await app.until(/>\[ \].*Run 1 /);
	});
});

describe('a screen reader', () => {
	test('gets rows, what is marked and fields as words, on the screen there is', async () => {
		vi.stubEnv('INK_SCREEN_READER', 'true');
		const app = start({activities: makeActivities(5)} as Partial<Services>, {}, wide);
		await app.until(/option: .*Run 1 /);
		app.type(' ');
		await app.until(/option: \(selected\) .*Run 1 /);
		app.type(',');
		await app.until(/option: .*Units +metric/);
		expect(app.raw()).not.toContain('\u001B[?1049h');
		expect(app.raw()).not.toContain(mouseOn);
	});
});

describe('a fault in drawing', () => {
	const withFault = (isBroken: () => boolean): Partial<Services> => {
		const activity = {...makeActivity()};
		Object.defineProperty(activity, 'averageHeartRate', {
			enumerable: true,
			get() {
				if (isBroken()) {
					throw new Error('no heart');
				}

				return 140;
			},
		});
		return {
			async *listActivities() {
				yield {activities: [activity], found: 1, total: 1, unreadable: 0};
				return {
					activities: [activity],
					complete: true,
					listedAt: '2026-11-22T09:00:00Z',
					full: true,
					unreadable: 0,
					total: 1,
				};
			},
		};
	};

	test('is said, and drawing is tried again', async () => {
		let isBroken = true;
		const app = start(withFault(() => isBroken));
		await app.until(/✗ This screen cannot be shown\s+no heart[\s\S]*r try again {2}q quit/);
		isBroken = false;
		app.type('r');
		await app.until(/❯\[ \].*Morning run/);
	});

	test('ends the app on a clean terminal, with its reason and exit code 1', async () => {
		const app = start(withFault(() => true));
		await app.until(/This screen cannot be shown/);
		app.type('q');
		const {message, exitCode} = await app.result;
		expect(exitCode).toBe(1);
		expect(message).toMatch(/^no heart\nThis is a fault in coros-tui: please report it/);
		await app.until(/^\$ coros-tui\s*$/);
	});
});
