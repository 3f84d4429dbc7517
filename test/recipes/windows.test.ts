import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, inject, onTestFinished, test} from 'vitest';
import {commandsFor} from '../docs/keepers.js';
import {runProgram} from '../helpers/run-program.js';
import {ann, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {canTry, isForReal, untilBackedUp} from './for-real.js';
import {example} from './world.js';

const isHere = canTry('windows', 'win32', () =>
	// The task's words go through cmd.exe, where one more path in quotes would change their meaning.
	/[\s&^%!()]/.test(tmpdir()) ? `a temporary folder of an odd name, ${tmpdir()}` : undefined,
);

const commands = commandsFor('test/recipes/windows.test.ts', 'docs/recipes.md');

/** Runs a line as somebody types it in a window of cmd.exe. */
const cmd = (line: string, cwd: string) => {
	const {status, stdout, stderr} = spawnSync(line, {cwd, shell: true, encoding: 'utf8'});
	return {status, said: `${line}\n${stdout}${stderr}`};
};

test.runIf(isHere)('the Task Scheduler backs up', {timeout: 240_000}, async () => {
	const simulator = await testSimulator();
	const home = temporaryFolder();
	const env = {
		COROS_TUI_BASE_URL: simulator.baseUrl,
		COROS_TUI_CONFIG_DIR: path.join(home, 'config'),
		NODE_DISABLE_COMPILE_CACHE: '1',
	};
	const [login, register, ...more] = commands;
	expect(more).toEqual([]);
	const signedIn = await runProgram(login!.split(' ').slice(1), {
		env: {...env, COROS_TUI_EMAIL: ann.email, COROS_TUI_PASSWORD: ann.password},
	});
	expect(signedIn).toMatchObject({code: 0});

	// A task has the environment of its user, not of whoever made it.
	const program = path.join(home, 'coros-tui.cmd');
	const settings = Object.entries(env).map(([name, value]) => `set "${name}=${value}"`);
	const call = `"${process.execPath}" "${path.join(inject('dist'), 'cli.js')}" %*`;
	writeFileSync(program, ['@echo off', ...settings, call, ''].join('\r\n'));
	const service = '<UserId>S-1-5-18</UserId>';
	const task = example('windows/coros-backup.xml')
		.replace('coros-tui backup', `${program} backup`)
		.replace('%USERPROFILE%', home)
		// Nobody may be logged in at the screen of a machine of CI: there the system runs it.
		.replace(/<LogonType>.*<\/LogonType>/, (own) => (isForReal('windows') ? service : own));
	writeFileSync(path.join(home, 'coros-backup.xml'), task);

	const name = `COROS backup test ${process.pid}`;
	onTestFinished(() => void cmd(`schtasks /Delete /F /TN "${name}"`, home));
	const here = register!
		.replace('COROS backup', name)
		.replace('$env:USERNAME', (own) => (isForReal('windows') ? 'SYSTEM' : own));
	for (const line of [here, `schtasks /Run /TN "${name}"`]) {
		const {status, said} = cmd(line, home);
		expect(status, said).toBe(0);
	}

	try {
		await untilBackedUp(path.join(home, 'coros'));
	} catch (error) {
		const {said} = cmd(`schtasks /Query /V /FO LIST /TN "${name}"`, home);
		throw new Error(`the Task Scheduler did not back up:\n${said}`, {cause: error});
	}
});
