import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {expectCleanEnd, keys, setUpApp} from '../helpers/app.js';
import {countArchiveFiles, goldenFiles, readArchiveFiles} from '../helpers/backup.js';
import {account, ann} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const setUp = async (...args: Parameters<typeof setUpApp>) => {
	const app = await setUpApp(...args);
	await app.signIn();
	return app;
};

describe('the app in a terminal', () => {
	test.each([
		[80, 24],
		[120, 40],
		[60, 15],
	])('at %i by %i moves, marks, exports and sums up', async (columns, rows) => {
		const activities = smallActivities(60);
		const {root, open} = await setUp([account({activities})]);
		const terminal = open({columns, rows});
		await terminal.until('Run 3');
		expect(terminal.isAlternate()).toBe(true);
		terminal.press(`${keys.down}  `);
		await terminal.until((screen) => screen.split('[x]').length === 3);
		terminal.press('e');
		await terminal.until('FIT');
		terminal.press(keys.enter);
		await terminal.until(/saved/i);
		const chosen = goldenFiles({activities: activities.slice(1, 3)}, ['fit', 'tcx']);
		await terminal.until(() => readArchiveFiles({root}).size === chosen.size);
		expect(readArchiveFiles({root})).toEqual(chosen);
		terminal.press(keys.enter);
		await terminal.until('Run 3');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('opens on the demo without an account', async () => {
		const root = temporaryFolder();
		const terminal = openTerminal(['demo', '--config-dir', path.join(root, 'config')], {
			cwd: root,
			env: {HOME: root},
		});
		const screen = await terminal.until('408 activities');
		expect(screen).toContain('DEMO');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('Ctrl-C during a backup stops cleanly first and quits second, with 130', async () => {
		const one = account({activities: smallActivities(300)});
		const {simulator, root, open} = await setUp([one]);
		simulator.behaviour.latencyMs = 30;
		const terminal = open();
		await terminal.until('Run 3');
		terminal.press('b');
		await terminal.until('FIT');
		terminal.press(keys.enter);
		await terminal.until(() => countArchiveFiles({root}) > 3);
		terminal.press(keys.interrupt);
		await terminal.until(/stopped|cancel/i);
		expect(terminal.isAlternate()).toBe(true);
		const golden = goldenFiles(one);
		for (const [name, bytes] of readArchiveFiles({root})) {
			expect(bytes).toEqual(golden.get(name));
		}

		terminal.press(keys.interrupt);
		await expectCleanEnd(terminal, 130);
	});

	test.each(['SIGTERM', 'SIGHUP'])('leaves the terminal clean on %s', async (signal) => {
		const {open} = await setUp();
		const terminal = open();
		await terminal.until('Run 3');
		terminal.kill(signal);
		await expectCleanEnd(terminal, signal === 'SIGTERM' ? 143 : 129);
	});

	test('says what to do in a window too small, and goes on when it grows', async () => {
		const {open} = await setUp();
		const terminal = open({columns: 50, rows: 12});
		await terminal.until('60');
		terminal.resize(80, 24);
		await terminal.until('Run 3');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('names a dead session on the screen, and what to do', async () => {
		const {simulator, open} = await setUp();
		simulator.accounts.revoke(ann.email);
		const terminal = open();
		await terminal.until('The COROS session has ended');
		await terminal.until('Password');
		terminal.press(keys.interrupt);
		await expectCleanEnd(terminal, 130);
	});

	test('writes plain text where NO_COLOR asks for it', async () => {
		const {open} = await setUp();
		const colourful = open();
		await colourful.until('Run 3');
		expect(colourful.output()).toMatch(/\u001B\[[\d;]+m/);
		colourful.press('q');
		await colourful.exit;
		const plain = open({env: {NO_COLOR: '1'}});
		await plain.until('Run 3');
		expect(plain.output()).not.toMatch(/\u001B\[[\d;]+m/);
		plain.press('q');
		await plain.exit;
	});
});
