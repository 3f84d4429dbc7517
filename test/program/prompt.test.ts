import {describe, expect, test} from 'vitest';
import {programEnv} from '../helpers/app.js';
import {readArchiveFiles} from '../helpers/backup.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const setUp = async (...args: Parameters<typeof testSimulator>) => {
	const simulator = await testSimulator(...args);
	const root = temporaryFolder();
	const env = programEnv(simulator.baseUrl, root);
	return {simulator, root, open: (...words: string[]) => openTerminal(words, {env})};
};

describe('signing in at a terminal', () => {
	test('asks for what is missing and never shows the password', async () => {
		const {open} = await setUp();
		const terminal = open('login');
		await terminal.until('COROS e-mail:');
		terminal.press(`${ann.email}\r`);
		await terminal.until('Password for');
		terminal.press(`${ann.password}\r`);
		await terminal.until('Signed in as ann@example.org, Europe');
		expect(await terminal.exit).toMatchObject({code: 0});
		expect(terminal.output()).not.toContain(ann.password);
	});

	test('asks for the mailed code, and again after a wrong one', async () => {
		const {simulator, open} = await setUp([account({twoFactor: true})]);
		const terminal = open('login', '--email', ann.email);
		await terminal.until('Password for');
		terminal.press(`${ann.password}\r`);
		await terminal.until('Code:');
		terminal.press('000000\r');
		await terminal.until('Try again');
		terminal.press(`${simulator.accounts.mailbox(ann.email).at(-1)}\r`);
		await terminal.until('Signed in');
		expect(await terminal.exit).toMatchObject({code: 0});
	});

	test.each([
		['Ctrl-C', '\u0003', 130],
		['Ctrl-D', '\u0004', 4],
	])('can be left with %s', async (_, key, code) => {
		const {simulator, open} = await setUp();
		const terminal = open('login');
		await terminal.until('COROS e-mail:');
		terminal.press(key);
		expect(await terminal.exit).toMatchObject({code});
		expect(simulator.requests).toEqual([]);
	});
});

test('a backup at a terminal redraws one line and ends with the sum', async () => {
	const activities = smallActivities(60);
	const {simulator, root, open} = await setUp([account({activities})]);
	simulator.behaviour.latencyMs = 20;
	const terminal = open('backup', '--email', ann.email, '--format', 'fit');
	await terminal.until('Password for');
	terminal.press(`${ann.password}\r`);
	await terminal.until(/\d+ of 60 files · /);
	await terminal.until('60 files saved');
	expect(await terminal.exit).toMatchObject({code: 0});
	expect(terminal.screen()).not.toMatch(/\d+ of 60 files · /);
	expect(readArchiveFiles({root}).size).toBe(60);
});
