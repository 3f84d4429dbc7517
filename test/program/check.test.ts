import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {expectCleanEnd, keys, setUpApp} from '../helpers/app.js';
import {archiveFolder, goldenFiles, readArchiveFiles} from '../helpers/backup.js';
import {runProgram} from '../helpers/run-program.js';
import {account} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';

test('the app finds what is bad on disk, fetches it anew when asked, and finds it whole', async () => {
	const one = account({activities: smallActivities(12)});
	const {root, env, signIn, open} = await setUpApp([one]);
	await signIn();
	expect((await runProgram(['backup', '--format', 'fit'], {env})).code).toBe(0);
	const [damaged, lost] = [...readArchiveFiles({root}).keys()].sort() as [string, string];
	writeFileSync(path.join(archiveFolder({root}), damaged), 'no longer what it was');
	rmSync(path.join(archiveFolder({root}), lost));

	const terminal = open();
	await terminal.until('space mark');
	terminal.press('V');
	await terminal.until('2 problems found');
	expect(terminal.screen()).toContain(`damaged  ${damaged}`);
	expect(terminal.screen()).toContain(`gone  ${lost}`);
	terminal.press('r');
	await terminal.until('Repaired: every file is whole');
	expect(readArchiveFiles({root})).toEqual(goldenFiles(one, ['fit']));
	terminal.press(keys.escape);
	await terminal.until('space mark');
	terminal.press('V');
	await terminal.until('Every file is whole');
	expect(terminal.screen()).toContain('1 damaged file kept aside');
	terminal.press('q');
	await expectCleanEnd(terminal, 0);
});

test('the app mends details too', async () => {
	const one = account({activities: smallActivities(3)});
	const {root, env, signIn, open} = await setUpApp([one]);
	await signIn();
	expect((await runProgram(['backup', '--format', 'fit', '--details'], {env})).code).toBe(0);
	const folder = archiveFolder({root});
	const damaged = readdirSync(folder).find((name) => name.endsWith('-detail.json'))!;
	writeFileSync(path.join(folder, damaged), '');

	const terminal = open();
	await terminal.until('space mark');
	terminal.press('V');
	await terminal.until('1 problem found');
	expect(terminal.screen()).toContain(`damaged  ${damaged}`);
	terminal.press('r');
	await terminal.until('Repaired: every file is whole');
	expect(readFileSync(path.join(folder, damaged), 'utf8')).toContain('"coros":');
	terminal.press('q');
	await expectCleanEnd(terminal, 0);
});
