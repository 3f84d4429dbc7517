import {readdirSync} from 'node:fs';
import {expect, test} from 'vitest';
import {expectCleanEnd, keys, setUpApp, signedInEnv} from '../helpers/app.js';
import {archiveFolder} from '../helpers/backup.js';
import {readEvents, runProgram} from '../helpers/run-program.js';
import {account} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';

const right = '\u001B[C';

test('names and details are chosen once, for the app and for scripts', async () => {
	const one = account({activities: smallActivities(2)});
	const {simulator, root, signIn, open} = await setUpApp([one]);
	await signIn();
	const terminal = open();
	await terminal.until('Run 1');
	terminal.press(',');
	await terminal.until('And also');
	terminal.press('jj ');
	await terminal.until(/\[x\]details/);
	terminal.press('j');
	terminal.press(right + right);
	await terminal.until('by-year');
	terminal.press(keys.escape);
	await terminal.until('space mark');
	terminal.press('b');
	await terminal.until('And also: details');
	terminal.press(keys.enter);
	await terminal.until(/2 files of details/);
	terminal.press('q');
	await expectCleanEnd(terminal, 0);
	const files = readdirSync(archiveFolder({root}), {recursive: true, encoding: 'utf8'});
	const years = /^20\d\d\/20\d\d-\d\d-\d\d_\d+/;
	expect(files.filter((name) => years.test(name) && name.endsWith('.fit'))).toHaveLength(2);
	expect(files.filter((name) => name.endsWith('-detail.json'))).toHaveLength(2);

	one.activities.unshift(...smallActivities(3).slice(2));
	const env = signedInEnv(simulator.baseUrl, root);
	const run = async (...flags: string[]) =>
		readEvents(await runProgram(['backup', '--json', '--format', 'fit', ...flags], {env}));
	const without = await run('--details=false', '--name-template', 'corosexport');
	expect(without.some(({type}) => type === 'details-planned')).toBe(false);
	expect(without.filter(({type}) => type === 'saved')).toMatchObject([
		{transfer: {file: expect.not.stringContaining('/')}},
	]);
	expect(await run()).toContainEqual(expect.objectContaining({type: 'detail-saved'}));
});
