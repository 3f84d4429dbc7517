import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {expectCleanEnd, keys} from '../helpers/app.js';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const bob = account({
	email: 'bob@example.org',
	userId: '999000111',
	nickname: 'Bob',
	activities: smallActivities(2),
});

/** Two profiles, each signed in and with a folder: `anna` and `小明`. */
const setUp = async (count = 5) => {
	const simulator = await testSimulator([account({activities: smallActivities(count)}), bob]);
	const root = temporaryFolder();
	const env = {
		HOME: root,
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(root, 'config'),
		COROS_TUI_RETRY_DELAY: '1',
	};
	const folder = (name: string) => path.join(root, 'athletes', name);
	const own = (name: string, file: string) => path.join(root, 'config', 'profiles', name, file);
	for (const [name, email] of [
		['anna', ann.email],
		['小明', bob.email],
	] as const) {
		const args = ['login', '--profile', name, '--email', email, '--password-stdin'];
		const result = await runProgram([...args, '--backup-dir', folder(name)], {
			cwd: root,
			env,
			input: ann.password,
		});
		expect(result.code).toBe(0);
	}

	const sessions = () =>
		['anna', '小明'].map((name) => {
			const file = own(name, 'session.json');
			return {text: readFileSync(file, 'utf8'), at: statSync(file).mtimeMs};
		});
	return {
		simulator,
		folder,
		own,
		sessions,
		open: (...args: readonly string[]) =>
			openTerminal(['--profile', 'anna', ...args], {cwd: root, env}),
	};
};

const filesIn = (folder: string, end: string) =>
	readdirSync(folder).filter((name) => name.endsWith(end));

describe('two profiles in the app', () => {
	test('are changed there and back, each with its own activities, folder, session and log', async () => {
		const {folder, own, sessions, open} = await setUp();
		const before = sessions();
		const terminal = open('--verbose');
		expect(await terminal.until('5 activities')).toContain('anna · ann@example.org');
		terminal.press('P');
		await terminal.until(/\* anna .*no folder[\s\S]*小明 +bob@example\.org · EU/);
		terminal.press(`j${keys.enter}`);
		const screen = await terminal.until('2 activities');
		expect(screen).toContain('小明 · bob@example.org');
		expect(screen).not.toContain('Run 3');
		terminal.press('b');
		await terminal.until('FIT');
		terminal.press(keys.enter);
		await terminal.until(/Finished/);
		terminal.press(keys.enter);
		await terminal.until('2 of 2 backed up');
		terminal.press('P');
		await terminal.until(/\* 小明 .*\d{4}-\d\d-\d\d/);
		terminal.press(`/anna${keys.enter}`);
		expect(await terminal.until('5 activities')).toContain('anna · ann@example.org');
		await terminal.until('Run 4');
		terminal.press('e');
		await terminal.until('FIT');
		terminal.press(keys.enter);
		await terminal.until(/Finished/);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);

		expect(terminal.output().split('\u001B[?1049l')).toHaveLength(2);
		expect(terminal.output()).toMatch(/Saved 4 files .*小明\.[\s\S]*Saved 2 files .*anna\./);
		expect(sessions()).toEqual(before);
		expect(filesIn(folder('小明'), '.fit')).toHaveLength(2);
		expect(filesIn(folder('anna'), '.fit')).toHaveLength(1);
		for (const name of ['anna', '小明']) {
			expect(filesIn(folder(name), '.lock')).toEqual([]);
			expect(readFileSync(own(name, 'logs/coros-tui.log'), 'utf8')).toContain(': app');
		}

		const log = readFileSync(own('anna', 'logs/coros-tui.log'), 'utf8');
		expect(log).toContain('changes to the profile 小明');
	});

	test('change while one is backed up: it is asked, stopped and left clean', async () => {
		const {simulator, folder, open} = await setUp(60);
		simulator.behaviour.latencyMs = 40;
		const terminal = open();
		await terminal.until('60 activities');
		terminal.press('b');
		await terminal.until('FIT');
		terminal.press(keys.enter);
		await terminal.until(/[1-9]\d* of \d+ files/);
		expect(filesIn(folder('anna'), '.lock')).toHaveLength(1);
		terminal.press(`P/小明${keys.enter}`);
		await terminal.until('Stop it and change to 小明?');
		terminal.press('y');
		await terminal.until('2 activities');
		for (const end of ['.lock', '.part']) {
			expect(filesIn(folder('anna'), end)).toEqual([]);
		}

		expect(filesIn(folder('anna'), '.fit').length).toBeGreaterThan(0);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
		expect(terminal.output()).toMatch(/Saved \d+ files? .*anna\./);
	});

	test('change while one is repaired, too: its lock is free before the other begins', async () => {
		const {simulator, folder, open} = await setUp(30);
		const terminal = open();
		await terminal.until('30 activities');
		terminal.press('b');
		await terminal.until('FIT');
		terminal.press(keys.enter);
		await terminal.until('Finished');
		terminal.press(keys.enter);
		const {rmSync} = await import('node:fs');
		for (const name of filesIn(folder('anna'), '.tcx')) {
			rmSync(path.join(folder('anna'), name));
		}

		simulator.behaviour.latencyMs = 200;
		terminal.press('V');
		await terminal.until('fetch anew');
		terminal.press('r');
		await terminal.until(() => filesIn(folder('anna'), '.lock').length > 0);
		terminal.press(`P/小明${keys.enter}`);
		await terminal.until('2 activities');
		expect(filesIn(folder('anna'), '.lock')).toEqual([]);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('are found by the footer at 80 columns, and explained by ? in their list', async () => {
		const {open} = await setUp();
		const terminal = open();
		const table = await terminal.until('5 activities');
		expect(table.split('\n').at(-1)).toMatch(/P profiles {2}\? help$/);
		terminal.press('P');
		await terminal.until(/\* anna[\s\S]*小明/);
		terminal.press('j');
		const list = await terminal.until(/❯ +小明.*no folder/);
		expect(list.split('\n').at(-1)).toContain('? help');
		terminal.press('?');
		await terminal.until(/Keys in the profiles[\s\S]*begin a new one/);
		terminal.press('?');
		await terminal.until((screen) => screen === list);
		terminal.press(`${keys.escape}`);
		await terminal.until('b back up');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('share how bright the terminal is, which it says once', async () => {
		const {open} = await setUp();
		const terminal = open();
		await terminal.until('5 activities');
		terminal.press('\u001B]11;rgb:ffff/ffff/ffff\u0007');
		const blue = '\u001B[34m';
		const cyan = '\u001B[36m';
		await terminal.until(() => terminal.output().includes(blue));
		const length = terminal.output().length;
		terminal.press(`P/小明${keys.enter}`);
		await terminal.until('2 activities');
		expect(terminal.output().slice(length)).not.toContain(cyan);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});
});
