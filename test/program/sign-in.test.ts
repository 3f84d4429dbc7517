import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {expectCleanEnd, keys, setUpApp} from '../helpers/app.js';
import {countArchiveFiles, readArchiveFiles} from '../helpers/backup.js';
import {account, ann} from '../helpers/simulator.js';
import {smallActivities} from '../helpers/small-activity.js';

describe('signing in on the screen', () => {
	test('says what a login does, names a wrong password, keeps what was typed, and goes on', async () => {
		const {root, open} = await setUpApp();
		const terminal = open();
		const first = await terminal.until('Sign in to COROS');
		expect(first).toContain('ends the COROS session of your browser');
		terminal.press(ann.email);
		await terminal.until(ann.email);
		terminal.press(`${keys.enter}wrong${keys.enter}`);
		await terminal.until('does not know this e-mail and password');
		expect(terminal.screen()).toContain(ann.email);
		terminal.press('\u0015'); // ^u empties the field.
		terminal.press(`${ann.password}${keys.enter}`);
		await terminal.until('Run 3');
		expect(terminal.output()).not.toContain(ann.password);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
		const kept = readdirSync(path.join(root, 'config')).map((name) =>
			readFileSync(path.join(root, 'config', name), 'utf8'),
		);
		expect(kept.join('')).not.toContain(ann.password);
		const again = open();
		await again.until('Run 3'); // The session is kept: straight to the table.
		again.press('q');
		await expectCleanEnd(again, 0);
	});

	test('takes a mailed code that submits itself, after a wrong one', async () => {
		const {simulator, open} = await setUpApp([account({twoFactor: true})]);
		const terminal = open();
		await terminal.until('Sign in to COROS');
		terminal.press(`${ann.email}${keys.enter}`);
		terminal.press(`${ann.password}${keys.enter}`);
		await terminal.until('has mailed 6 digits');
		terminal.press('000000');
		await terminal.until('did not accept that code');
		terminal.press(String(simulator.accounts.mailbox(ann.email).at(-1)));
		await terminal.until('Run 3');
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('takes a browser’s token without a login', async () => {
		const {simulator, open} = await setUpApp();
		const token = simulator.accounts.issueToken(simulator.accounts.find(ann.email)!);
		const terminal = open();
		await terminal.until('Sign in to COROS');
		terminal.press('\u0014'); // ^t
		await terminal.until('Sign in with a token');
		terminal.press(`\u001B[200~${token}\u001B[201~${keys.enter}`);
		await terminal.until('Run 3');
		expect(terminal.output()).not.toContain(token);
		expect(simulator.requests.some(({path: name}) => name === '/account/login')).toBe(false);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});

	test('is offered when the session dies in the middle of a download, which then goes on', async () => {
		const activities = smallActivities(80);
		const {simulator, root, signIn, open} = await setUpApp([account({activities})]);
		await signIn();
		simulator.behaviour.latencyMs = 20;
		const terminal = open();
		await terminal.until('Run 3');
		terminal.press('b');
		await terminal.until('Enter start');
		terminal.press(keys.enter);
		await terminal.until(() => countArchiveFiles({root}) > 3);
		simulator.accounts.revoke(ann.email);
		await terminal.until('What is saved stays saved');
		terminal.press(`${ann.password}${keys.enter}`);
		await terminal.until(/Finished/);
		expect(readArchiveFiles({root}).size).toBe(160);
		terminal.press('q');
		await expectCleanEnd(terminal, 0);
	});
});
