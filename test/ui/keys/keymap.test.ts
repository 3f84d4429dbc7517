import {describe, expect, test} from 'vitest';
import {emptySummary, initialProgress} from '../../../source/backup/progress.js';
import type {TwoFactorChallenge} from '../../../source/domain/session.js';
import {cellWidth} from '../../../source/text/cells.js';
import {helpLines} from '../../../source/ui/keys/help.js';
import {fitHints, hintsFor} from '../../../source/ui/keys/hints.js';
import {bindingFor, bindingsOf, keymap} from '../../../source/ui/keys/keymap.js';
import {layers} from '../../../source/ui/keys/layer.js';
import type {Model, Size} from '../../../source/ui/model.js';
import {asciiSymbols, type Symbols, unicodeSymbols} from '../../../source/ui/symbols.js';
import {makeActivities} from '../activities.js';
import {follow, openTable} from '../models.js';
import {makeProfiles} from '../profiles/profiles.js';

describe('the keymap', () => {
	test('has no two actions on one key of a layer', () => {
		for (const layer of layers) {
			const keys = bindingsOf(layer).flatMap((binding) => binding.keys);
			expect(new Set(keys).size, `${layer}: ${keys}`).toBe(keys.length);
		}
	});

	test('reaches every row by its keys', () => {
		for (const binding of keymap) {
			expect(binding.keys.length).toBeGreaterThan(0);
			for (const layer of binding.layers) {
				for (const key of binding.keys) {
					expect(bindingFor(layer, key)).toBe(binding);
				}
			}
		}
	});

	test.each(['filter', 'sign-in', 'setting', 'profile-find', 'profile-begin'] as const)(
		'leaves every letter to the text in %s',
		(layer) => {
			expect(bindingsOf(layer).flatMap(({keys}) => keys.filter((key) => key.length === 1))).toEqual(
				[],
			);
			expect(bindingFor(layer, 'space')).toBeUndefined();
		},
	);

	test('leaves every digit to the code', () => {
		for (const digit of '0123456789') {
			expect(bindingFor('code', digit)).toBeUndefined();
		}
	});

	test('answers Ctrl-C and Ctrl-L in every layer', () => {
		for (const layer of layers) {
			expect(bindingFor(layer, '^c')?.action.type).toBe('interrupted');
			expect(bindingFor(layer, '^l')?.action.type).toBe('redrawn');
			expect(bindingFor(layer, '^z')?.action.type).toBe('suspended');
		}
	});

	test('never quits by Esc', () => {
		for (const layer of layers) {
			expect(bindingFor(layer, 'escape')?.action.type ?? '').not.toMatch(/quit|interrupt/);
		}
	});
});

/** Everything that is filled in. */
const forms = (size: Size): ReadonlyArray<[string, Model]> => {
	const table = openTable(makeActivities(30), size);
	const signIn = follow(table, {type: 'sign-in-asked'});
	const code = follow(signIn, {
		type: 'code-sent',
		challenge: {email: 'two@example.org'} as TwoFactorChallenge,
		at: 0,
	});
	const settings = follow(table, ',');
	const picker = follow(
		openTable(makeActivities(30), size, {profile: 'anna'}),
		'P',
		{type: 'profiles-read', profiles: makeProfiles(35)},
		'j',
	);
	const crash = {code: 'unexpected', message: 'Oh', hint: 'Report it.'} as const;
	return [
		['sign-in', signIn],
		['token', follow(signIn, '^t')],
		['code', code],
		['settings', settings],
		['setting', follow(settings, 'enter')],
		['sign-out', follow(settings, 'k', ...Array<string>(9).fill('j'), 'enter')],
		['profiles', picker],
		['profile looked for', follow(picker, '/', 'a')],
		['new profile', follow(picker, 'n', 'a')],
		['crash', follow(table, {type: 'crashed', error: crash})],
	];
};

const situations = (size = {columns: 60, rows: 15}): ReadonlyArray<[string, Model]> => {
	const table = openTable(makeActivities(30), size);
	const running = follow(table, 'b', 'enter');
	return [
		['empty', openTable([], size)],
		['table', table],
		['marks', follow(table, 'a')],
		['range', follow(table, 'v', 'j')],
		['typing', follow(table, '/', 'r')],
		['filtered', follow(table, '/', 'r', 'enter')],
		['export', follow(table, 'e')],
		['backup', running],
		['stopping', follow(running, 'escape')],
		['quit', follow(running, 'q')],
		['help', follow(table, '?')],
		...forms(size),
	];
};

describe('the footer', () => {
	test.each(situations())('fits at 60 columns: %s', (_, model) => {
		const hints = fitHints(hintsFor(model, unicodeSymbols), 58);
		const text = hints.map(({keys, text}) => `${keys} ${text}`).join('  ');
		expect(cellWidth(text)).toBeLessThanOrEqual(58);
		expect(hints.length).toBeGreaterThan(1);
	});

	test.each(situations().slice(0, 4))('never loses the way to help: %s', (_, model) => {
		const hints = fitHints(hintsFor(model, unicodeSymbols), 58);
		expect(hints.at(-1)?.text === 'help' || hints.at(-2)?.text === 'help').toBe(true);
	});

	const texts = (model: Model) => hintsFor(model, unicodeSymbols).map(({text}) => text);

	test('says only what would do something', () => {
		const table = openTable(makeActivities(3));
		expect(texts(openTable([]))).toEqual(['read again', 'help', 'quit']);
		expect(texts(table)).not.toContain('unmark all');
		expect(texts(follow(table, 'space'))).toContain('unmark all');
		expect(texts(follow(table, '/', 'x', 'enter'))).toContain('clear filter');
		const none = follow(table, '/', 'x', 'y', 'z', 'enter');
		expect(texts(none)).toEqual(['clear filter', 'back up', 'filter', 'help', 'quit']);
		expect(texts(follow(table, 'space', '/', 'x', 'y', 'z', 'enter'))).toContain('export');
		expect(texts(follow(table, 'v'))).toContain('leave range');
		expect(texts(follow(table, 'e'))).toContain('start');
		expect(texts(follow(table, 'e', '1', '2'))).not.toContain('start');
	});

	test('says how to change the profile, where there are some and where the account is seen', () => {
		const named = openTable(makeActivities(3), undefined, {profile: 'anna'});
		expect(texts(named)).toContain('profiles');
		expect(texts(openTable(makeActivities(3)))).not.toContain('profiles');
		const session = () => undefined;
		const profiles = () => [{name: 'anna', session: undefined, folder: undefined}];
		expect(texts(openTable([], undefined, {session}))).not.toContain('profiles');
		expect(texts(openTable([], undefined, {session, profiles}))).toContain('profiles');
		const demo = openTable([], undefined, {session, profiles, demo: true});
		expect(texts(demo)).not.toContain('profiles');
		const settings = follow(openTable(makeActivities(3)), ',');
		expect(texts(settings)).not.toContain('profiles');
		expect(texts(follow(settings, ...Array<string>(9).fill('j')))).toContain('profiles');
	});

	test('shows keys with one meaning as one hint', () => {
		const moving = (symbols: Symbols) =>
			hintsFor(openTable(makeActivities(3)), symbols)
				.filter(({text}) => text === 'move')
				.map(({keys}) => keys);
		expect(moving(unicodeSymbols)).toEqual(['↑↓']);
		expect(moving(asciiSymbols)).toEqual(['Up/Down']);
	});

	test.each([
		[80, {}, 'space mark  e export  b back up  / filter  Enter detail  ? help  q quit'],
		[
			80,
			{profile: 'anna'},
			'space mark  e export  b back up  / filter  Enter detail  P profiles  ? help',
		],
		[
			120,
			{profile: 'anna'},
			'space mark  e export  b back up  / filter  Enter detail  P profiles  ↑↓ move  s order  p preview  ? help  q quit',
		],
		[60, {profile: 'anna'}, 'space mark  e export  b back up  / filter  ? help  q quit'],
	])('of the table says what matters most at %i columns: %j', (columns, services, text) => {
		const model = openTable(makeActivities(30), {columns, rows: 24}, services);
		const hints = fitHints(hintsFor(model, unicodeSymbols), columns - 2);
		expect(hints.map(({keys, text}) => `${keys} ${text}`).join('  ')).toBe(text);
	});
});

describe('the help', () => {
	test.each(layers)('of %s fits its dialog and lists every key', (layer) => {
		for (const symbols of [unicodeSymbols, asciiSymbols]) {
			const lines = helpLines(layer, symbols);
			for (const {group, keys, help} of lines) {
				expect(cellWidth(group), group).toBeLessThan(7);
				expect(cellWidth(keys), keys).toBeLessThan(17);
				expect(cellWidth(help), help).toBeLessThanOrEqual(30);
			}

			const listed = lines.reduce((sum, {keys}) => {
				const [, first, last] = /^(\d)-(\d)$/.exec(keys) ?? [];
				return sum + (first ? Number(last) - Number(first) + 1 : keys.split(' ').length);
			}, 0);
			expect(listed).toBe(bindingsOf(layer).reduce((sum, {keys}) => sum + keys.length, 0));
		}
	});

	test.each([
		['activities', openTable(makeActivities(3))],
		['sports', follow(openTable(makeActivities(3)), 'f')],
		['days', follow(openTable(makeActivities(3)), 'd')],
		['settings', follow(openTable(makeActivities(3)), ',')],
		['export', follow(openTable(makeActivities(3)), 'e')],
		['backup', follow(openTable(makeActivities(3)), 'b', 'enter')],
		['check', follow(openTable(makeActivities(3)), 'V')],
	] as const)('lies over %s, says its keys and leaves it as it was', (layer, model) => {
		const open = follow(model, '?');
		expect(open.help?.layer).toBe(layer);
		expect(follow(open, 'escape')).toEqual(model);
		expect(follow(open, '?')).toEqual(model);
	});

	test('of the profiles leaves what was found under the cursor, also while news come', () => {
		const table = openTable(makeActivities(3), undefined, {profile: 'anna'});
		const read = {type: 'profiles-read', profiles: makeProfiles(5)} as const;
		const picker = follow(table, 'P', read, 'j');
		const open = follow(picker, '?');
		expect(open.help?.layer).toBe('profiles');
		const news = {type: 'last-backups-read', lastBackups: new Map()} as const;
		expect(follow(open, news, 'escape')).toEqual(follow(picker, news));
	});

	test('goes with the screen whose keys it says', () => {
		const help = follow(openTable(makeActivities(3)), 'b', 'enter', '?');
		expect(help.help?.layer).toBe('backup');
		const ended = follow(help, {
			type: 'job-finished',
			progress: {...initialProgress, summary: emptySummary},
			at: 0,
		});
		expect(ended.screen.name).toBe('summary');
		expect(ended.help).toBeUndefined();
	});

	test('of the table is seen whole at 120x40', () => {
		const model = follow(openTable(makeActivities(3), {columns: 120, rows: 40}), '?');
		expect(hintsFor(model, unicodeSymbols).map(({text}) => text)).not.toContain('scroll');
	});
});
