import {expect, test} from 'vitest';
import {signedInEnv} from '../helpers/app.js';
import {testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const setUp = async () => {
	const simulator = await testSimulator();
	return {...signedInEnv(simulator.baseUrl, temporaryFolder()), TERM: 'dumb'};
};

test('on a terminal that can only add lines the app says so, and draws nothing', async () => {
	const terminal = openTerminal([], {env: await setUp()});
	expect(await terminal.exit).toMatchObject({code: 2});
	expect(terminal.screen()).toContain('The app needs a terminal: this one (TERM=dumb)');
	expect(terminal.screen()).toContain('coros-tui backup');
	expect(terminal.output()).not.toContain('\u001B[');
});

test('there a backup tells its end, and redraws no line', async () => {
	const terminal = openTerminal(['backup'], {env: await setUp(), columns: 120});
	expect(await terminal.exit).toMatchObject({code: 0});
	expect(terminal.screen()).toContain('10 files saved');
	expect(terminal.output()).not.toContain('\u001B[');
});
