import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import type {TwoFactorChallenge} from '../../../source/domain/session.js';
import type {Action} from '../../../source/ui/action.js';
import {createModel} from '../../../source/ui/initial-model.js';
import {reduce} from '../../../source/ui/keys/press.js';
import type {Model, Size} from '../../../source/ui/model.js';
import {asciiSymbols} from '../../../source/ui/symbols.js';
import {makeActivities, wickedNames} from '../activities.js';
import {draw, sizes} from '../draw.js';
import {createFakeServices} from '../fake-services.js';
import {follow, openTable} from '../models.js';

const signedOut = (size: Size): Model =>
	createModel(createFakeServices({session: () => undefined}), size);

const sent: Action = {
	type: 'code-sent',
	challenge: {email: 'two@example.org'} as TwoFactorChallenge,
	at: 1000,
};

const refused: Action = {
	type: 'sign-in-failed',
	error: {
		code: 'wrong-password',
		message: 'COROS does not know this e-mail and password: a reason that goes on and on and on',
		hint: '',
	},
};

const wrongCode: Action = {
	type: 'sign-in-failed',
	error: {code: 'wrong-code', message: 'COROS did not accept that code', hint: ''},
};

const situations = (size: Size): Readonly<Record<string, Model>> => {
	const typed = follow(signedOut(size), ...'ann@example.org', 'tab', ...'hunter2');
	const settings = follow(openTable(makeActivities(3), size), ',');
	return {
		empty: signedOut(size),
		typed,
		asking: follow(typed, 'enter'),
		refused: follow(typed, 'enter', refused),
		token: follow(typed, '^t', ...'token7'),
		region: follow(typed, 'tab'),
		code: follow(typed, 'enter', sent, '1', '2'),
		'wrong code': follow(typed, 'enter', sent, ...'123456', wrongCode),
		settings,
		'settings at their end': follow(settings, ...Array<string>(9).fill('j')),
		folder: follow(settings, 'enter'),
		'sign out': follow(settings, ...Array<string>(9).fill('j'), 'enter'),
		expired: follow(openTable(makeActivities(3), size), {
			type: 'list-failed',
			error: {code: 'session-expired', message: 'The COROS session has ended', hint: ''},
		}),
	};
};

describe.each(sizes)('at $columns x $rows', (size) => {
	test('every form fills the window, no line is longer, nothing secret is seen', () => {
		for (const [title, model] of Object.entries(situations(size))) {
			for (const lines of [draw(model), draw(model, asciiSymbols)]) {
				expect(lines.length, title).toBe(size.rows);
				expect(Math.max(...lines.map((line) => stringWidth(line))), title).toBeLessThanOrEqual(
					size.columns,
				);
				expect(lines.join('\n'), title).not.toMatch(/hunter2|token7/);
			}
		}
	});

	test('nothing that is needed is cut off', () => {
		expect(draw(situations(size).token as Model).join('\n')).toMatch(/and paste it here\.\n\n/);
		const text = (name: string) => draw(situations(size)[name] as Model).join('\n');
		expect(text('typed')).toMatch(/E-mail +ann@example\.org[\s\S]*Password +•{7}[\s\S]*Region/);
		expect(text('refused')).toMatch(/✗ COROS does not know[\s\S]*what you typed is still\s+here/);
		expect(text('wrong code')).toMatch(/╰───╯[\s\S]*✗ COROS did not accept[\s\S]*newest mail/);
		expect(text('settings at their end')).toMatch(/Mouse +on[\s\S]*❯ Account +ann[\s\S]*forgets/);
		expect(text('expired')).toMatch(/✗ The COROS session has ended\s+Sign in to go on/);
	});

	test('whatever is typed, no line is longer and no escape gets out', () => {
		for (const name of wickedNames) {
			const pasted = reduce(signedOut(size), {type: 'pasted', text: name});
			for (const line of draw(follow(pasted, 'tab', '^r'))) {
				expect(stringWidth(line), name).toBeLessThanOrEqual(size.columns);
				expect(line).not.toMatch(/[\u0000-\u001F\u202E\u009B]/);
			}
		}
	});
});

const at80 = {columns: 80, rows: 24};

const trimmed = (model: Model | undefined) =>
	draw(model as Model)
		.map((line) => line.trim())
		.filter((line) => line !== '');

describe('the sign-in', () => {
	test('reads like this', () => {
		expect(trimmed(situations(at80).typed)).toEqual([
			'coros-tui  not signed in',
			'Sign in to COROS',
			'A new login ends the COROS session of your browser. To',
			'keep that one, use its token instead.',
			'E-mail    ann@example.org',
			'❯ Password  •••••••',
			'Region    found by itself',
			'─'.repeat(80),
			'Enter sign in  ^t use a token  Esc back  Tab next  ^r show password',
		]);
	});

	test('shows a password only while asked to', () => {
		const {typed} = situations(at80);
		expect(draw(follow(typed as Model, '^r')).join('\n')).toContain('hunter2');
		expect(draw(follow(typed as Model, '^r', '^r')).join('\n')).not.toContain('hunter2');
	});

	test('says what it waits for, and how to take it back', () => {
		const lines = trimmed(situations(at80).asking);
		expect(lines.join('\n')).toMatch(/asking COROS/);
		expect(lines.at(-1)).toBe('Esc cancel');
	});
});

describe('the code', () => {
	test('has six boxes, and counts down to a new mail', () => {
		const code = situations(at80).code as Model;
		const lines = trimmed(code);
		expect(lines).toContain('│ 1 ││ 2 ││   ││   ││   ││   │');
		expect(lines.at(-1)).toBe('r new code in 30 s  Esc other account  ? help');
		expect(trimmed(follow(code, {type: 'clock-ticked', at: 22_000})).at(-1)).toMatch(/in 9 s/);
		expect(trimmed(follow(code, {type: 'clock-ticked', at: 31_000})).at(-1)).toMatch(
			/^r new code {2}/,
		);
	});
});

describe('the settings', () => {
	test('read like this', () => {
		expect(trimmed(situations(at80).settings).slice(1, 13)).toEqual([
			'Settings',
			'❯ Folder    /home/ann/coros_activities',
			'Formats   [x]FIT [x]TCX [ ]GPX [ ]KML [ ]CSV',
			'And also  [ ]details [ ]wellness [ ]missing formats',
			'Names     as the folder has them',
			'At once   8 files',
			'Units     metric',
			'Theme     auto',
			'Symbols   unicode',
			'Mouse     on',
			'Account   ann@example.org · EU',
			'Where files are saved; empty for the usual place.',
		]);
	});

	test('say what a flag decided', () => {
		const given = {folder: true, concurrency: true};
		const model = follow(openTable(makeActivities(3), at80, {given}), ',');
		expect(trimmed(model).join(' ')).toContain('This run uses the folder');
		expect(trimmed(follow(model, 'j', 'j', 'j', 'j')).join(' ')).toContain(
			'This run uses the number',
		);
	});
});
