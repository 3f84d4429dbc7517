import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {openConfigFolder} from '../../source/disk/config-folder.js';
import {defaultSettings} from '../../source/domain/settings.js';
import {fc} from '../helpers/fast-check.js';
import {hasPosix} from '../helpers/platform.js';
import {runProgram} from '../helpers/run-program.js';
import {ann, testSimulator} from '../helpers/simulator.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const session = {
	accessToken: 'token',
	userId: '42',
	region: 'eu',
	email: 'ann@example.org',
	since: '2026-11-22T09:00:00.000Z',
} as const;

const challenge = {
	loginTicket: 'ticket',
	appKey: 'key',
	account: 'opaque',
	accountType: '2',
	region: 'eu',
	email: 'ann@example.org',
	since: new Date().toISOString(),
} as const;

const fill = () => {
	const folder = temporaryFolder();
	const config = openConfigFolder(folder);
	config.saveSession(session);
	config.saveChallenge(challenge);
	config.saveSettings({...defaultSettings, folder: '/somewhere', units: 'imperial'});
	config.saveView({sort: 'day'});
	return {folder, file: (name: string) => path.join(folder, name)};
};

/** Asks everything there is to ask; nothing may throw. */
const readAll = async (folder: string) => {
	const config = openConfigFolder(folder);
	return {
		session: config.session(),
		challenge: config.challenge(),
		settings: config.settings(),
		region: config.region('ann@example.org'),
		view: config.view(),
		list: await config.listCache('42', (item) => item),
	};
};

test('settings and a session come back, kept from other users', async () => {
	const {folder, file} = fill();
	expect(await readAll(folder)).toMatchObject({
		session,
		challenge,
		settings: {folder: '/somewhere', units: 'imperial'},
		region: 'eu',
		view: {sort: 'day'},
	});
	if (hasPosix('the mode of settings and session')) {
		expect(statSync(file('session.json')).mode & 0o077).toBe(0);
		expect(statSync(file('settings.json')).mode & 0o077).toBe(0);
	}
});

test('what is torn anywhere is put aside, a session removed, and can be written anew', async () => {
	for (const name of ['session', 'settings']) {
		const {folder, file} = fill();
		const whole = readFileSync(file(`${name}.json`));
		for (let length = 0; length < String(whole).trimEnd().length; length += 1) {
			writeFileSync(file(`${name}.json`), whole.subarray(0, length));
			const found = await readAll(folder);
			expect(name === 'session' ? found.session : found.settings.folder).toBeUndefined();
		}

		const kept = readdirSync(folder).filter((one) => one.includes('.broken'));
		expect(kept).toHaveLength(name === 'session' ? 0 : 3); // A copy of a secret is one too many.
		openConfigFolder(folder).saveSession(session);
		expect((await readAll(folder)).session).toEqual(session);
	}
});

test('anything at all may stand in any file', async () => {
	const {folder, file} = fill();
	const names = ['session.json', 'settings.json', 'activities-42.jsonl'];
	await fc.assert(
		fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...names), async (value, name) => {
			writeFileSync(file(name), `${JSON.stringify(value)}\n${JSON.stringify(value)}\n`);
			await readAll(folder);
			writeFileSync(file(name), JSON.stringify(value));
			await readAll(folder);
			const record = {session: value, challenge: value, regions: value, view: value, folder: value};
			writeFileSync(file(name), JSON.stringify(record));
			await readAll(folder);
		}),
		{seed: 20_261_122, numRuns: 150},
	);
});

test('a folder in a file’s place is moved aside', async () => {
	const {folder, file} = fill();
	for (const name of ['session.json', 'settings.json', 'activities-42.jsonl']) {
		if (existsSync(file(name))) {
			writeFileSync(file(`${name}.old`), readFileSync(file(name)));

			rmSync(file(name));
		}

		mkdirSync(file(name));
	}

	const config = openConfigFolder(folder);
	expect(config.session()).toBeUndefined();
	config.saveSession(session);
	config.saveSettings(defaultSettings);
	expect(config.session()).toEqual(session);
	// A list that cannot be kept ends nothing.
	await config.saveListCache('42', {listedAt: session.since, complete: true, items: []});
	expect(await config.listCache('42', (item) => item)).toBeUndefined();
});

test('what killed runs left is cleared, what another run writes now is not', () => {
	const {folder, file} = fill();
	const old = ['.session.json.0badcafe.part', 'session.json.tmp-5347943597fd34d7'];
	const fresh = '.settings.json.0badcafe.part';
	const then = new Date(Date.now() - 15 * 60_000);
	for (const name of [...old, fresh]) {
		writeFileSync(file(name), 'half');
	}

	for (const name of old) {
		utimesSync(file(name), then, then);
	}

	openConfigFolder(folder);
	expect(readdirSync(folder)).toContain(fresh);
	expect(readdirSync(folder).filter((name) => old.includes(name))).toEqual([]);
});

test('the program goes on with everything in it broken, signing in anew', async () => {
	const {folder, file} = fill();
	for (const name of ['session.json', 'settings.json']) {
		writeFileSync(file(name), '{"torn');
	}

	mkdirSync(file('activities-445823834382155776.jsonl'));
	const simulator = await testSimulator();
	const result = await runProgram(['backup'], {
		env: {
			HOME: folder,
			COROS_TUI_BASE_URL: simulator.baseUrl,
			COROS_TUI_CONFIG_DIR: folder,
			COROS_TUI_BACKUP_DIR: path.join(folder, 'archive'),
			COROS_TUI_EMAIL: ann.email,
			COROS_TUI_PASSWORD: ann.password,
		},
	});
	expect(result).toMatchObject({code: 0});
	expect(result.stdout).toContain('10 files saved');
});
