import {expect, test} from 'vitest';
import {KnownError} from '../../../source/domain/known-error.js';
import {makeActivities} from '../activities.js';
import {createFakeServices} from '../fake-services.js';
import {openApp} from '../terminal.js';

const open = (saved: unknown[], changes: Parameters<typeof createFakeServices>[0] = {}) =>
	openApp(
		createFakeServices({
			activities: makeActivities(50),
			view: () => saved.at(-1),
			saveView: (view) => void saved.push(JSON.parse(JSON.stringify(view))),
			...changes,
		}),
	);

test('keeps at the end what changed last, and nothing where nothing did', async () => {
	const saved: unknown[] = [];
	const app = open(saved);
	await app.until(/Run 1 /);
	app.type('S/run 4\r');
	await app.until(/\/ run 4 +14 of 50/);
	app.type('q');
	await app.result;
	expect(saved.at(-1)).toMatchObject({
		filter: 'run 4',
		sort: {column: 'date', isDescending: false},
		email: 'ann@example.org',
	});
	const count = saved.length;
	const again = open(saved);
	await again.until(/\/ run 4 +14 of 50[\s\S]*❯\[ \].*Run 49 /);
	again.type('jq');
	await again.result;
	expect(saved).toHaveLength(count);
});

test('keeps no password that was typed, and ends well where nothing can be kept', async () => {
	const saved: unknown[] = [];
	const app = open(saved, {session: () => undefined, signIn: () => new Promise(() => {})});
	await app.until(/❯ E-mail/);
	app.type('ann@example.org\rhunter2\r');
	await app.until(/asking COROS/);
	app.type('\u0003\u0003');
	expect((await app.result).exitCode).toBe(130);
	expect(JSON.stringify(saved)).not.toContain('hunter2');
	const full = open([], {
		saveView() {
			throw new KnownError('disk-full');
		},
	});
	await full.until(/Run 1 /);
	full.type('Sq');
	expect((await full.result).exitCode).toBe(0);
});
