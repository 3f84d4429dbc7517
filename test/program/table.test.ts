import {describe, expect, test} from 'vitest';
import {createServedActivities} from '../../source/simulator/demo-account.js';
import {expectCleanEnd, keys, setUpApp} from '../helpers/app.js';
import {readArchiveFiles} from '../helpers/backup.js';
import {account} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';

const rowsOf = (screen: string): number =>
	screen.split('\n').filter((line) => /20\d\d-\d\d-\d\d/.test(line)).length;

describe('the table in a terminal', () => {
	test('filters as one types, keeps marks, and looks the same at the next start', async () => {
		const {signIn, open} = await setUpApp([account({activities: smallActivities(40)})]);
		await signIn();
		const terminal = open();
		await terminal.until('Run 3');
		terminal.press(' '); // Marks Run 0, which the filter will hide.
		await terminal.until('1 marked');
		terminal.press('/Run 3');
		await terminal.until((screen) => rowsOf(screen) === 13);
		expect(terminal.screen()).toMatch(/hidden/);
		terminal.press(keys.enter);
		terminal.press('s');
		await terminal.until(/by name/i);
		const looks = terminal.screen().split('\n')[2];
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
		const again = open();
		await again.until((screen) => rowsOf(screen) === 13);
		expect(again.screen().split('\n')[2]).toBe(looks);
		again.press('q');
		await expectCleanEnd(again, 0);
	});

	test('shows an activity’s charts and route once its FIT is fetched on request', async () => {
		const activities = createServedActivities({count: 30});
		const {root, signIn, open} = await setUpApp([account({activities})]);
		await signIn();
		const terminal = open({columns: 120, rows: 40});
		await terminal.until('30 activities');
		terminal.press('/sport:run');
		await terminal.until(/\d+ of 30/);
		terminal.press(keys.enter);
		await terminal.until('Enter detail');
		terminal.press(keys.enter);
		await terminal.until('f fetch');
		terminal.press('f');
		await terminal.until('Heart rate, bpm');
		expect(readArchiveFiles({root}).size).toBe(1);
		expect(terminal.screen()).toMatch(/[\u2801-\u28FF]{3}/); // The route.
		terminal.press(keys.escape);
		await terminal.until('space mark');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('changes units in the settings, at once and for good', async () => {
		const {signIn, open} = await setUpApp();
		await signIn();
		const terminal = open();
		await terminal.until('4.00');
		terminal.press(',');
		await terminal.until('Units');
		terminal.press('jjjjj');
		await terminal.until(/❯ Units/);
		terminal.press('\u001B[C');
		await terminal.until('imperial');
		terminal.press(keys.escape);
		await terminal.until('2.49');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
		const again = open();
		await again.until('2.49');
		again.press('q');
		await expectCleanEnd(again, 0);
	});

	test('goes to sleep on Ctrl-Z, leaves the shell its screen, and wakes as it was', async () => {
		const {signIn, open} = await setUpApp();
		await signIn();
		const terminal = open({shell: true, env: {PS1: 'shell> '}});
		await terminal.until('Run 3');
		const before = await terminal.until(/backed up as .+archive$/m); // All has been read.
		terminal.press(keys.suspend);
		await terminal.until(() => !terminal.isAlternate());
		await terminal.until(/Stopped/);
		terminal.press('fg\r');
		await terminal.until((screen) => terminal.isAlternate() && screen === before);
		terminal.press('q');
		// Before the shell has its prompt, the program might still take what is typed.
		await terminal.until((now) => !terminal.isAlternate() && /shell>\s*$/.test(now));
		terminal.press('exit $?\r');
		await expectCleanEnd(terminal, 0);
	});

	test('moves with the mouse where it is on', async () => {
		const {signIn, open} = await setUpApp([account({activities: smallActivities(60)})]);
		await signIn();
		const terminal = open();
		await terminal.until('Run 3');
		terminal.press('\u001B[<65;10;8M'); // The wheel, downwards.
		await terminal.until(/ 4\/60/);
		terminal.press('\u001B[<0;10;6M\u001B[<0;10;6m'); // A click on the third row.
		await terminal.until(/ 3\/60/);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});
});
