import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {tokenMark} from '../../source/simulator/accounts.js';
import {archiveFolder} from '../helpers/backup.js';
import {findSecrets} from '../helpers/planted.js';
import {readLooks} from '../helpers/read-looks.js';
import {runProgram} from '../helpers/run-program.js';
import {account, ann, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('a witness finds each planted secret, in every form it could take', async () => {
	const simulator = await testSimulator([account({twoFactor: true})]);
	const owner = simulator.accounts.find(ann.email)!;
	const token = simulator.accounts.issueToken(owner);
	const {loginTicket} = simulator.accounts.challenge(owner);
	for (const [name, secret] of [
		['password', ann.password],
		['session token', token],
		['login ticket', loginTicket],
		['signed link', 'https://s3.coros.com/fit/1/2.fit?Expires=1&Signature=planted'],
		['proxy password', 'http://ann:planted-proxy-password@proxy:8080'],
		['cookie', 'CPL-coros-token=1'],
	] as const) {
		for (const text of [
			secret,
			JSON.stringify({secret}),
			`  at ${secret} (file.js:1)`,
			Buffer.from(secret, 'utf8').toString('latin1'),
		]) {
			expect(findSecrets(text), text).toContain(name);
		}
	}

	expect(findSecrets(encodeURIComponent(ann.password))).toEqual(['password']);
	expect(findSecrets(token.toLowerCase())).toEqual(['session token']);
	expect(findSecrets('476018273645546497 Run 1')).toEqual([]);
});

test('a leak fails the whole run', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'coros-tui-looks-'));
	onTestFinished(() => rmSync(folder, {recursive: true}));
	const look = (where: string, isAllowed: boolean, found: readonly string[]) =>
		`${JSON.stringify({where, bytes: 10, found, isAllowed})}\n`;
	writeFileSync(
		path.join(folder, '1.jsonl'),
		look('token for the API', true, ['session token']) + look('standard error', false, []),
	);
	expect(readLooks(folder).leaks).toEqual([]);
	writeFileSync(path.join(folder, '2.jsonl'), look('standard error', false, ['password']));
	expect(readLooks(folder)).toMatchObject({leaks: ['password in standard error']});
});

test('a damaged session file is not quoted in the crash it may cause', async () => {
	for (const text of [
		`{"session":{"accessToken":"${tokenMark}0123`,
		`"${tokenMark}0123"`,
		`[${tokenMark}]`,
	]) {
		const root = temporaryFolder();
		const config = path.join(root, 'config');
		mkdirSync(config);
		writeFileSync(path.join(config, 'session.json'), text);
		const {code, stdout, stderr} = await runProgram(['whoami', '--verbose'], {
			env: {HOME: root, COROS_TUI_CONFIG_DIR: config, COROS_TUI_BACKUP_DIR: archiveFolder({root})},
		});
		expect(code).toBe(4);
		expect(findSecrets(stdout + stderr)).toEqual([]);
	}
});
