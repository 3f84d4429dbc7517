import {afterEach, describe, expect, test, vi} from 'vitest';
import {KnownError, toErrorReport} from '../../../source/domain/known-error.js';
import type {ProfileInfo, Services} from '../../../source/services/services.js';
import type {Changed, RunOptions} from '../../../source/ui/run-app.js';
import {makeActivities} from '../activities.js';
import {createFakeServices} from '../fake-services.js';
import {openApp, type Terminal} from '../terminal.js';

const escapeKey = '\u001B';
const controlC = '\u0003';
const leavesOtherScreen = '\u001B[?1049l';

const info = (name: string, changes: Partial<ProfileInfo> = {}): ProfileInfo => ({
	name,
	session: {userId: `90${name.length}`, email: `${name}@example.org`, region: 'eu', since: ''},
	folder: `/home/ann/athletes/${name}`,
	...changes,
});

const athletes = Array.from({length: 33}, (_, index) => info(`athlete-${index + 10}`));

const profiles = [...athletes, info('bob', {session: undefined}), info('小明')];

/** The services of a profile: its account, and as many activities as are said. */
const servicesOf = (name: string, count: number, changes: Partial<Services> = {}): Services =>
	createFakeServices({
		profile: name,
		activities: makeActivities(count),
		folder: `/home/ann/athletes/${name}`,
		session: () => ({
			accessToken: 'a-secret-token',
			userId: `90${name.length}`,
			email: `${name}@example.org`,
			region: 'eu',
			since: '',
		}),
		profiles: () => profiles,
		lastBackup: async (folder) =>
			folder.endsWith('小明') ? {kind: 'at', day: '2026-11-20'} : {kind: 'no-folder'},
		...changes,
	});

let open: Terminal | undefined;

const start = (
	options: RunOptions = {},
	services: Partial<Services> = {},
	size?: Wide,
): Terminal => {
	open = openApp(servicesOf('小明', 5, services), size, options);
	return open;
};

type Wide = {readonly columns: number; readonly rows: number};

afterEach(async () => {
	open?.type(controlC + controlC);
	await open?.result.catch(() => {});
	open = undefined;
});

const counts: Readonly<Record<string, number>> = {小明: 5, bob: 7};

const changeTo = async (name: string): Promise<Changed> => ({
	services: servicesOf(name, counts[name] ?? 9),
});

describe.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
])('the picker at $columns x $rows', (size) => {
	test('shows every profile, the one in use among the lines, and changes there and back', async () => {
		const app = start({changeTo}, {}, size);
		const [header] = await app.until(/5 activities/);
		expect(header).toMatch(/^ coros-tui {2}小明 · 小明@example\.org · EU +5 activities$/);
		app.type('P');
		const lines = await app.until(
			/❯ \* 小明 +小明@example\.org · EU +2026-11-20 +\S*athletes\/小明/,
		);
		expect(lines).toHaveLength(size.rows);
		expect(lines.join('\n')).toMatch(/Profiles +36\n/);
		expect(lines.join('\n')).toMatch(/ {4}bob +nobody signed in +no folder/);
		expect(lines.at(-1)).toMatch(/Enter stay here {2}↑↓ move {2}n new {2}\/ find {2}Esc close/);
		app.type('k');
		await app.until(/❯ {3}bob[\s\S]*Enter change to it/);
		app.type('\r');
		expect((await app.until(/7 activities/))[0]).toContain('bob · bob@example.org · EU');
		app.type('P/明\r');
		expect((await app.until(/5 activities/))[0]).toContain('小明 · 小明@example.org');
		expect(app.raw()).not.toContain(leavesOtherScreen);
		app.type('q');
		expect(await app.result).toEqual({message: '', exitCode: 0});
		await app.until(/^\$ coros-tui\s*$/);
		expect(app.isOnOtherScreen()).toBe(false);
	});

	test('finds one of many by what is typed, with the cursor where one types', async () => {
		const app = start({changeTo}, {}, size);
		await app.until(/5 activities/);
		app.type('P/athlete 4');
		await app.until(/\/ athlete 4 +6 of 36/);
		await vi.waitFor(() => expect(app.cursor()).toEqual({column: 12, row: 1}));
		app.type('2');
		await app.until(/1 of 36[\s\S]*❯ {3}athlete-42/);
		app.type('x');
		await app.until(/No profile has all of these words/);
		app.type(escapeKey);
		await app.until(/Profiles +36\n/);
	});
});

describe('changing to another profile', () => {
	test('begins a new one with its sign-in', async () => {
		const names: string[] = [];
		const app = start({
			changeTo: async (name) => {
				names.push(name);
				return {services: servicesOf(name, 0, {session: () => undefined})};
			},
		});
		await app.until(/5 activities/);
		app.type('Pn../x\r');
		await app.until(/✗ A profile's name is made of letters, digits/);
		app.type('\u0015王芳\r');
		const [header] = await app.until(/❯ E-mail/);
		expect(header).toContain('王芳 · not signed in');
		expect(names).toEqual(['王芳']);
	});

	test('says what profiles are for where there is none', async () => {
		const app = start({changeTo}, {profile: undefined, profiles: () => []});
		await app.until(/5 activities/);
		app.type('P');
		await app.until(/❯ \* default +小明@[\s\S]*A profile is one more account, .*: n/);
	});

	test('is no matter of the demo, which says so', async () => {
		const app = start({changeTo}, {demo: true, profile: undefined});
		await app.until(/5 activities/);
		app.type('P');
		await app.until(/The demo has one made-up account, and no profiles/);
		app.type(`n${escapeKey}`);
		await app.until(/❯\[ \].*Run 1 /);
	});

	test('loses no key, neither of one burst nor while the other is opened', async () => {
		let goOn: (() => void) | undefined;
		const app = start({
			changeTo: async (name) => {
				await new Promise<void>((resolve) => {
					goOn = resolve;
				});
				const known = {activities: makeActivities(7), complete: true, listedAt: ''};
				return {services: servicesOf(name, 7, {newestActivities: () => known})};
			},
		});
		await app.until(/5 activities/);
		app.type('P/bob\rj');
		await vi.waitFor(() => expect(goOn).toBeDefined());
		app.type('j ');
		await new Promise(setImmediate);
		// The screen is the last one until then.
		expect(app.screen().join('\n')).toContain('❯   bob');
		goOn?.();
		await app.until(/7 activities[\s\S]*\[x\].*Run 3 /);
	});

	test('can be broken off by Ctrl-C while it takes its time', async () => {
		let hasBegun = false;
		const app = start({
			changeTo: () => {
				hasBegun = true;
				return new Promise(() => {});
			},
		});
		await app.until(/5 activities/);
		app.type('P/bob\r');
		await vi.waitFor(() => expect(hasBegun).toBe(true));
		app.type(controlC);
		expect(await app.result).toEqual({message: '', exitCode: 130});
	});

	test('tells why it came to nothing, and goes on where it was', async () => {
		const app = start({
			changeTo: async () => ({
				services: servicesOf('小明', 5),
				notice: toErrorReport(new KnownError('no-permission', {detail: '/x'})),
			}),
		});
		await app.until(/5 activities/);
		app.type('P/bob\r');
		await app.until(/✗ .*: \/x[\s\S]*Run 1 /);
		expect(app.screen()[0]).toContain('小明 · ');
	});

	test('gives up what the profile before was reading', async () => {
		const signals: AbortSignal[] = [];
		const app = start(
			{changeTo},
			{
				async *listActivities(_client, _options, signal) {
					signals.push(signal);
					yield {activities: makeActivities(4), found: 4, total: 90, unreadable: 0};
					return await new Promise(() => {});
				},
			},
		);
		await app.until(/reading 4 of 90/);
		app.type('P/bob\r');
		await app.until(/7 activities/);
		expect(signals.map(({aborted}) => aborted)).toEqual([true]);
	});

	test('leaves no listener behind, however often', async () => {
		const app = start({changeTo});
		await app.until(/5 activities/);
		const listeners = () =>
			(['exit', 'SIGCONT', 'SIGTERM', 'SIGINT', 'beforeExit'] as const).map((name) =>
				process.listenerCount(name),
			);
		const there = async () => {
			app.type('P/bob\r');
			await app.until(/7 activities/);
		};
		const back = async () => {
			app.type('P/明\r');
			await app.until(/5 activities/);
		};
		const before = listeners();
		for (let count = 0; count < 10; count += 1) {
			await there();
			await back();
		}

		expect(listeners()).toEqual(before);
		expect(app.raw()).not.toContain(leavesOtherScreen);
	});

	test('leaves the mouse and the keys as they were', async () => {
		const modes: boolean[] = [];
		const app = start({changeTo});
		await app.until(/5 activities/);
		app.onRawMode((isRaw) => modes.push(isRaw));
		app.type('P/bob\r');
		await app.until(/7 activities/);
		app.type('jj ');
		await app.until(/\[x\].*Run 3 /);
		expect(modes).not.toContain(false);
		expect(app.raw().lastIndexOf('\u001B[?1002h')).toBeGreaterThan(
			app.raw().lastIndexOf('\u001B[?1002l'),
		);
		expect(app.raw()).not.toContain('\u001B[?2004l');
	});

	test('without a way to another profile ends the app and names it', async () => {
		const app = start();
		await app.until(/5 activities/);
		app.type('P/bob\r');
		expect(await app.result).toEqual({message: '', exitCode: 0, next: 'bob'});
	});
});

test('a profile that nobody signs in to leaves nothing behind', async () => {
	const saved: unknown[] = [];
	const app = start(
		{changeTo},
		{session: () => undefined, saveView: (view) => void saved.push(view)},
	);
	await app.until(/❯ E-mail/);
	app.type(escapeKey);
	await app.until(/Nobody is signed in/);
	app.type('q');
	await app.result;
	expect(saved).toEqual([]);
});
