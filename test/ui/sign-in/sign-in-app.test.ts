import {afterEach, describe, expect, test, vi} from 'vitest';
import {emptySummary} from '../../../source/backup/progress.js';
import {KnownError, toErrorReport} from '../../../source/domain/known-error.js';
import type {Session} from '../../../source/domain/session.js';
import type {Services} from '../../../source/services/services.js';
import {makeActivities} from '../activities.js';
import {createEngine, createFakeServices} from '../fake-services.js';
import {openApp, type Terminal} from '../terminal.js';
import {challenge} from './challenge.js';

const session: Session = {
	accessToken: 'a-secret-token',
	userId: '445823834382155776',
	region: 'eu',
	email: 'ann@example.org',
	since: '2026-11-22T08:00:00Z',
};

const controlC = '\u0003';
const controlT = '\u0014';
const escapeKey = '\u001B';
const pasted = (text: string) => `\u001B[200~${text}\u001B[201~`;

let open: Terminal | undefined;

/** The app, with nobody signed in until one of the services says so. */
const start = (services: Partial<Services> = {}): Terminal => {
	let current: Session | undefined;
	const keep = (found: Session) => {
		current = found;
		return found;
	};
	open = openApp(
		createFakeServices({
			activities: makeActivities(9),
			session: () => current,
			signIn: async () => ({kind: 'signed-in', session: keep(session)}),
			answerCode: async () => keep(session),
			adoptToken: async () => keep(session),
			signOut() {
				current = undefined;
			},
			...services,
		}),
	);
	return open;
};

afterEach(async () => {
	open?.type(controlC + controlC);
	await open?.result;
	open = undefined;
});

describe('signing in', () => {
	test('leads from an empty form to the table, with the cursor where one types', async () => {
		const asked: unknown[] = [];
		const app = start({
			signIn: async (...request) => {
				asked.push(request.slice(0, 2));
				throw new KnownError('wrong-password');
			},
		});
		await app.until(/❯ E-mail/);
		app.type('ann@example.org');
		const lines = await app.until(/E-mail +ann@example\.org/);
		const row = lines.findIndex((line) => line.includes('E-mail'));
		const end = (lines[row] ?? '').indexOf('ann@example.org') + 'ann@example.org'.length;
		expect(app.cursor()).toEqual({column: end, row});
		app.type('\r');
		await app.until(/❯ Password/);
		app.type(pasted('p w\n'));
		await app.until(/❯ Password +•••$/m);
		app.type('\r');
		await app.until(/✗ COROS does not know this e-mail and password/);
		expect(asked).toEqual([[{email: 'ann@example.org', password: 'p w'}, 'auto']]);
		expect(app.raw()).not.toContain('p w');
	});

	test('reads the list once it is done', async () => {
		const app = start();
		await app.until(/❯ E-mail/);
		app.type('ann@example.org\rsecret\r');
		await app.until(/Run 1 [\s\S]*Run 9 /);
		expect(app.screen()[0]).toContain('ann@example.org');
		expect(app.raw()).not.toContain('secret');
	});

	test.each([
		['Esc', escapeKey],
		['Ctrl-C', controlC],
	])('is given up by %s, which ends the request', async (_, key) => {
		let signal: AbortSignal | undefined;
		const app = start({
			signIn: (_credentials, _region, stop) => {
				signal = stop;
				return new Promise(() => {});
			},
		});
		await app.until(/❯ E-mail/);
		app.type('ann@example.org\rsecret\r');
		await app.until(/asking COROS[\s\S]*Esc cancel/);
		app.type(key);
		await app.until(/❯ Password +•{6}[\s\S]*Enter sign in/);
		expect(signal?.aborted).toBe(true);
	});

	test('asks for the mailed code, again after a wrong one, and takes it from a paste', async () => {
		const codes: string[] = [];
		const found = createFakeServices();
		let current: Session | undefined;
		const app = start({
			session: () => current,
			signIn: async () => ({kind: 'code-needed', challenge}),
			async answerCode(asked, code) {
				expect(asked).toBe(challenge);
				codes.push(code);
				if (code !== '123456') {
					throw new KnownError('wrong-code');
				}

				current = session;
				return session;
			},
			readArchive: found.readArchive,
		});
		await app.until(/❯ E-mail/);
		app.type('two@example.org\rsecret\r');
		await app.until(/Two-step sign-in[\s\S]*two@example\.org[\s\S]*new code in \d+ s/);
		const {column, row} = app.cursor();
		expect(app.screen()[row - 1]?.slice(column - 2, column + 3)).toBe('╭───╮');
		app.type('111111');
		await app.until(/✗ COROS did not accept that code[\s\S]*newest mail/);
		app.type(pasted('123 456'));
		await app.until(/Run 1 /);
		expect(codes).toEqual(['111111', '123456']);
	});

	test('takes a token instead, without showing it', async () => {
		const tokens: unknown[] = [];
		let current: Session | undefined;
		const app = start({
			session: () => current,
			async adoptToken(token, region, _signal, keep) {
				tokens.push([token, region, keep]);
				if (token === 'old') {
					throw new KnownError('session-expired');
				}

				current = session;
				return session;
			},
		});
		await app.until(/❯ E-mail/);
		app.type(controlT);
		await app.until(/Your browser stays signed in[\s\S]*❯ Token/);
		const caretRow = () => app.screen()[app.cursor().row] ?? '';
		expect(caretRow()).toContain('❯ Token');
		app.type('old');
		await app.until(/❯ Token +•••$/m);
		expect(caretRow().slice(0, app.cursor().column)).toMatch(/❯ Token +•••$/);
		app.type('\r');
		await app.until(/✗ COROS does not accept this token[\s\S]*copy the cookie/);
		app.type(`\u0015${pasted('CPL-coros-token=fresh-4711;\n')}\r`);
		await app.until(/Run 1 /);
		expect(tokens).toEqual([
			['old', 'auto', true],
			['fresh-4711', 'auto', true],
		]);
		expect(app.raw()).not.toContain('fresh-4711');
	});

	test('lets a backup that lost its session go on', async () => {
		const engine = createEngine();
		const app = start({session: () => session, backUp: engine.backUp});
		await app.until(/Run 1 /);
		app.type('b\r');
		await app.until(/Backing up everything/);
		const error = toErrorReport(new KnownError('session-expired'));
		engine.send({type: 'finished', ...emptySummary, saved: 3, error});
		await app.until(/The COROS session has ended[\s\S]*the download\s+goes on/);
		app.type('secret\r');
		await app.until(/Backing up everything/);
		// The screen may be painted before the engine is asked.
		await vi.waitFor(() => expect(engine.requests).toHaveLength(2));
		engine.send({type: 'finished', ...emptySummary, saved: 4});
		await app.until(/Finished\n/);
	});

	test('is asked for after signing out, which forgets the session', async () => {
		let current: Session | undefined = session;
		const app = start({
			session: () => current,
			signOut() {
				current = undefined;
			},
		});
		await app.until(/Run 1 /);
		app.type(',jjjjjjjjj\r');
		await app.until(/Sign out\?/);
		expect(current).toBeDefined();
		app.type('y');
		await app.until(/Sign in to COROS[\s\S]*E-mail +ann@example\.org/);
		expect(current).toBeUndefined();
	});
});
