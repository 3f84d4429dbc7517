import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {describe, expect, onTestFinished, test} from 'vitest';
import {cellWidth} from '../../source/text/cells.js';
import {expectCleanEnd, keys, setUpApp} from '../helpers/app.js';
import {
	archiveFolder,
	countArchiveFiles,
	goldenFiles,
	readArchiveFiles,
} from '../helpers/backup.js';
import {account} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';

/** Mounts a tiny disk on a folder; false where that is not allowed. */
const mountTinyDisk = (folder: string, kilobytes: number): boolean => {
	try {
		mkdirSync(folder, {recursive: true});
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], {
			stdio: 'ignore',
		});
		onTestFinished(() => void execFileSync('umount', [folder]));
		return true;
	} catch {
		process.stderr.write('SKIPPED, no right to mount a tiny disk: a disk that fills\n');
		return false;
	}
};

describe('the app on a rough day', () => {
	test('names a disk that fills, keeps what is saved, and leaves nothing half', async ({skip}) => {
		const one = account({activities: smallActivities(120)});
		const {root, signIn, open} = await setUpApp([one]);
		if (!mountTinyDisk(archiveFolder({root}), 400)) {
			skip();
		}

		await signIn();
		const terminal = open();
		await terminal.until('Run 3');
		terminal.press('b');
		await terminal.until('Enter start');
		terminal.press(keys.enter);
		await terminal.until('The disk is full');
		expect(terminal.screen()).toContain('Free some space');
		const golden = goldenFiles(one);
		const saved = readArchiveFiles({root});
		expect(saved.size).toBeGreaterThan(0);
		for (const [name, bytes] of saved) {
			expect(bytes).toEqual(golden.get(name));
		}

		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('after a storm of resizes shows just what a fresh start would', async () => {
		const {signIn, open} = await setUpApp([account({activities: smallActivities(300)})]);
		await signIn();
		const terminal = open();
		await terminal.until('Run 3');
		for (const [columns, rows] of [
			[200, 60],
			[61, 16],
			[40, 10],
			[120, 40],
			[79, 23],
			[60, 15],
			[133, 24],
			[80, 50],
			[100, 30],
		] as const) {
			terminal.resize(columns, rows);
			terminal.press('jk');
		}

		// In a window too small a key of the pair may have had no effect.
		await terminal.until(/\/300/);
		terminal.press('g');
		const isSettled = (screen: string) =>
			screen.split('\n')[28] === '─'.repeat(100) &&
			/^ 1\/300/m.test(screen) &&
			screen.includes('0 of 300 backed up') &&
			!screen.includes('reading');
		await terminal.until(isSettled);
		const settled = terminal.screen();
		terminal.press('\u000C'); // ^l draws everything anew.
		await terminal.until((screen) => screen === settled);
		const fresh = open({columns: 100, rows: 30});
		await fresh.until('Run 3');
		await fresh.until((screen) => screen === settled);
		for (const one of [terminal, fresh]) {
			one.press('q');
			await expectCleanEnd(one, 0);
		}
	});

	test('shows names in every script in their column and lets none act on the terminal', async () => {
		const names = [
			'晨跑 西湖环线',
			'ריצת בוקר בתל אביב',
			'👩‍👩‍👧‍👦 family run 🏃‍♀️',
			'\u001B[2J\u001B[31mred\u0007\u001B]0;owned\u0007',
			'x'.repeat(300),
			'tab\tand\r\nline',
			'',
		];
		const activities = smallActivities(names.length).map((activity, index) => ({
			...activity,
			item: {...activity.item, name: names[index]},
		}));
		const {signIn, open} = await setUpApp([account({activities})]);
		await signIn();
		const terminal = open();
		const screen = await terminal.until('晨跑');
		const rows = screen.split('\n').filter((line) => /20\d\d-\d\d-\d\d/.test(line));
		expect(rows).toHaveLength(names.length);
		expect(terminal.output()).not.toContain('owned\u0007');
		expect(terminal.output()).not.toContain('\u001B[31mred');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('writes nothing beyond ASCII on a console whose font has little else', async () => {
		const [first] = smallActivities(1);
		const long = {...first!, item: {...first!.item, name: 'A name of no end '.repeat(8)}};
		const {signIn, open} = await setUpApp([account({activities: [long]})]);
		await signIn();
		const terminal = open({env: {TERM: 'linux'}});
		await terminal.until('end A ~');
		terminal.press('b');
		await terminal.until('Enter start');
		terminal.press(keys.escape);
		await terminal.until('b back up');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
		expect(terminal.output()).toMatch(/^\p{ASCII}*$/u);
	});

	test('opens offline from the kept list, and says that COROS cannot be reached', async () => {
		const {simulator, signIn, open} = await setUpApp();
		await signIn();
		const online = open();
		await online.until((screen) => screen.includes('Run 3') && !screen.includes('reading'));
		online.press('q');
		await expectCleanEnd(online, 0);
		await simulator.close();
		const terminal = open();
		await terminal.until('Run 3');
		await terminal.until('could not be reached');
		terminal.press('j');
		await terminal.until('2/5');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test.each([
		[80, 'COROS could not be reached'],
		[120, 'COROS could not be reached: 127.0.0.1:'],
	])('says at %i columns why a file is tried again, and when', async (columns, reason) => {
		const activities = smallActivities(40).map((activity) => ({
			...activity,
			item: {...activity.item, name: `${activity.item.name}, 环湖长跑 with everybody else`},
		}));
		const {simulator, signIn, open} = await setUpApp([account({activities})]);
		await signIn();
		const terminal = open({columns, env: {COROS_TUI_RETRY_DELAY: '4000'}});
		await terminal.until('Run 3');
		simulator.behaviour.latencyMs = 100;
		terminal.press('b');
		await terminal.until('Enter start');
		terminal.press(keys.enter);
		await terminal.until(/[1-9]\d* of \d+ files/);
		simulator.behaviour.fault = () => 'reset';
		const waiting = /^.↻ 2026-\d\d-\d\d {2}(\S.*…) {2,3}(?:FIT|TCX) {2}try \d\/\d in \d+ s, (.*)$/m;
		const screen = await terminal.until(waiting);
		const [, name, said] = waiting.exec(screen)!;
		expect(name).toMatch(/^Run \d+, 环/);
		expect(said?.startsWith(reason)).toBe(true);
		for (const line of screen.split('\n')) {
			expect(cellWidth(line)).toBeLessThanOrEqual(columns);
		}

		terminal.press(`${keys.interrupt}${keys.interrupt}`);
		await expectCleanEnd(terminal, 130);
	});

	test('gives up one file while the others go on', async () => {
		const activities = smallActivities(12);
		const stuck = activities[0]!.id;
		const {simulator, root, signIn, open} = await setUpApp([account({activities})]);
		await signIn();
		simulator.behaviour.fault = ({host, path: name}) =>
			host === 'file' && name.includes(stuck) ? 'stall' : undefined;
		const terminal = open();
		await terminal.until('Run 3');
		terminal.press('b');
		await terminal.until('Enter start');
		terminal.press(keys.enter);
		await terminal.until(() => countArchiveFiles({root}) === 22);
		terminal.press('x');
		await terminal.until('You gave this file up');
		terminal.press('x');
		await terminal.until(/Finished with 2 problems/);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});
});
