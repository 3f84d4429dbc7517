import {describe, expect, test} from 'vitest';
import {emptySummary, initialProgress} from '../../../source/backup/progress.js';
import type {ErrorReport} from '../../../source/domain/known-error.js';
import type {Action} from '../../../source/ui/action.js';
import {fieldText} from '../../../source/ui/field/field.js';
import {createModel} from '../../../source/ui/initial-model.js';
import {type Input, reduce} from '../../../source/ui/keys/press.js';
import type {Model} from '../../../source/ui/model.js';
import type {SignIn} from '../../../source/ui/sign-in/sign-in.js';
import {makeActivities} from '../activities.js';
import {createFakeServices} from '../fake-services.js';
import {follow, openTable} from '../models.js';
import {challenge} from './challenge.js';

const size = {columns: 80, rows: 24};

const signedOut = (): Model => createModel(createFakeServices({session: () => undefined}), size);

const signInOf = ({screen}: Model): SignIn => {
	if (screen.name !== 'sign-in') {
		throw new Error(`on ${screen.name}`);
	}

	return screen.signIn;
};

const paste = (text: string): Input => ({type: 'pasted', text});

const type = (model: Model, ...inputs: readonly Input[]): Model => inputs.reduce(reduce, model);

const report = (code: ErrorReport['code']): ErrorReport => ({code, message: code, hint: 'Do it.'});

const failed = (code: ErrorReport['code']): Action => ({
	type: 'sign-in-failed',
	error: report(code),
});

const account = {userId: '1', email: 'ann@example.org', region: 'eu'} as const;

/** E-mail and password typed. */
const filled = () => follow(signedOut(), ...'ann@x.y', 'enter', ...'s3 cret'.replace(' ', '_'));

const asked = () => follow(filled(), 'enter');

const inCode = (at = 1000) => follow(asked(), {type: 'code-sent', challenge, at});

describe('the sign-in', () => {
	test('is where the app starts when nobody is signed in, and nothing is read', () => {
		const model = signedOut();
		expect(signInOf(model).focus).toBe('email');
		expect(model.list.phase).toBe('failed');
	});

	test('starts at the password where an e-mail is known', () => {
		const model = follow(openTable(makeActivities(3)), {
			type: 'list-failed',
			error: report('session-expired'),
		});
		expect(fieldText(signInOf(model).email)).toBe('ann@example.org');
		expect(signInOf(model).focus).toBe('password');
		expect(signInOf(model).reason?.code).toBe('session-expired');
	});

	test('starts with the e-mail of the command line, before the one used last', () => {
		const services = createFakeServices({session: () => undefined, view: () => ({email: 'a@b.c'})});
		const model = createModel(services, size, {email: 'ann@example.org'});
		expect(fieldText(signInOf(model).email)).toBe('ann@example.org');
	});

	test('starts at the code where one was mailed before the app was closed', () => {
		const services = createFakeServices({
			session: () => undefined,
			pendingChallenge: () => challenge,
		});
		const signIn = signInOf(createModel(services, size));
		expect(signIn.code?.challenge).toBe(challenge);
		expect(fieldText(signIn.email)).toBe('two@example.org');
	});

	test('goes by Enter to the next empty field, and asks once there is none', () => {
		const started = signedOut();
		expect(signInOf(follow(started, 'enter')).focus).toBe('password');
		expect(signInOf(follow(started, 'enter', 'p', 'enter')).focus).toBe('email');
		expect(signInOf(filled()).request).toBeUndefined();
		expect(signInOf(asked()).request).toEqual({
			kind: 'sign-in',
			credentials: {email: 'ann@x.y', password: 's3_cret'},
			region: 'auto',
		});
	});

	test.each([
		[['tab'], 'password'],
		[['tab', 'tab'], 'region'],
		[['down', 'down', 'down'], 'email'],
		[['shift+tab'], 'region'],
		[['up', 'up'], 'password'],
	] as const)('moves by %j to %s', (keys, focus) => {
		expect(signInOf(follow(signedOut(), ...keys)).focus).toBe(focus);
	});

	test('chooses the region by the arrows, round and round', () => {
		const region = (...keys: string[]) =>
			signInOf(follow(signedOut(), 'tab', 'tab', ...keys)).region;
		expect(region('right')).toBe('us');
		expect(region('left')).toBe('sg');
		expect(region('right', 'right', 'left', 'left')).toBe('auto');
		expect(region('x', 'backspace')).toBe('auto');
	});

	test('edits in the middle of a field', () => {
		const edited = follow(signedOut(), ...'abc', 'left', 'x', '^a', 'y', '^e', 'z', 'backspace');
		expect(fieldText(signInOf(edited).email)).toBe('yabxc');
		expect(fieldText(signInOf(follow(edited, '^u')).email)).toBe('');
		expect(fieldText(signInOf(follow(edited, 'home', 'delete')).email)).toBe('abxc');
	});

	test('takes letters that are commands elsewhere, and spaces in a password', () => {
		const typed = follow(signedOut(), ...'q?jb', 'tab', 'a', 'space', 'b');
		expect(fieldText(signInOf(typed).email)).toBe('q?jb');
		expect(fieldText(signInOf(typed).password)).toBe('a b');
		expect(typed.exit).toBeUndefined();
	});

	test('pastes without line ends, and without submitting', () => {
		const pasted = type(signedOut(), paste('ann@example.org\n'));
		expect(fieldText(signInOf(pasted).email)).toBe('ann@example.org');
		expect(signInOf(pasted).request).toBeUndefined();
	});

	test('shows the password only while asked to', () => {
		expect(signInOf(follow(filled(), '^r')).isRevealed).toBe(true);
		expect(signInOf(follow(filled(), '^r', '^r')).isRevealed).toBe(false);
	});

	test.each([
		'wrong-password',
		'offline',
		'timeout',
		'server-error',
		'rate-limited',
		'sign-in-refused',
		'unexpected-response',
		'unexpected',
	] as const)('names the failure %s, loses nothing and asks again', (code) => {
		const refused = follow(asked(), failed(code));
		const signIn = signInOf(refused);
		expect(signIn.failure?.code).toBe(code);
		expect(signIn.request).toBeUndefined();
		expect([fieldText(signIn.email), fieldText(signIn.password)]).toEqual(['ann@x.y', 's3_cret']);
		const again = signInOf(follow(refused, 'enter'));
		expect(again.failure).toBeUndefined();
		expect(again.request).toEqual(signInOf(asked()).request);
		expect(again.request).not.toBe(signInOf(asked()).request);
	});

	test.each(['escape', '^c'])('is taken back by %s while COROS is asked', (key) => {
		const back = follow(asked(), key);
		expect(signInOf(back).request).toBeUndefined();
		expect(fieldText(signInOf(back).password)).toBe('s3_cret');
		expect(back.exit).toBeUndefined();
		expect(follow(back, '^c').exit?.exitCode).toBe(130);
	});

	test('changes nothing of what is on its way', () => {
		const model = asked();
		expect(follow(model, 'x', 'tab', 'enter', '^t', '^r', '^u')).toEqual(model);
	});

	test('leaves by Esc to where the person was, and opens again by R', () => {
		const left = follow(filled(), 'escape');
		expect(left.screen).toEqual({name: 'activities'});
		expect(JSON.stringify(left)).not.toContain('s3_cret');
		expect(signInOf(follow(left, 'R')).focus).toBe('email');
	});

	test('forgets the password once somebody is signed in, and reads the list', () => {
		const inside = follow(asked(), {type: 'signed-in', account});
		expect(inside.screen).toEqual({name: 'activities'});
		expect(inside.account).toEqual(account);
		expect(inside.lastEmail).toBe('ann@example.org');
		expect(inside.list).toMatchObject({phase: 'loading', reading: 0});
		expect(JSON.stringify(inside)).not.toContain('s3_cret');
	});
});

describe('a token', () => {
	test.each([
		'a1b2',
		' a1b2\n',
		'"a1b2"',
		'CPL-coros-token=a1b2;',
		'CPL-coros-token: a1b2',
		`CPL-coros-token:"a1b2"`,
	])('is pasted as %j', (text) => {
		const model = type(follow(signedOut(), '^t'), paste(text));
		expect(signInOf(follow(model, 'enter')).request).toEqual({kind: 'adopt', token: 'a1b2'});
	});

	test('is asked for by Ctrl-T; what is typed of the password stays', () => {
		const model = follow(filled(), '^t');
		expect(signInOf(model)).toMatchObject({way: 'token', focus: 'token'});
		expect(signInOf(follow(model, 'enter')).request).toBeUndefined();
		const back = signInOf(follow(model, 'x', '^t'));
		expect(back).toMatchObject({way: 'password', focus: 'password'});
		expect(fieldText(back.password)).toBe('s3_cret');
	});

	test('stays after a refusal', () => {
		const model = follow(signedOut(), '^t', 'x', 'enter', failed('session-expired'));
		expect(fieldText(signInOf(model).token)).toBe('x');
		expect(signInOf(model).failure?.code).toBe('session-expired');
	});
});

describe('a mailed code', () => {
	test('is sent by its sixth digit, which may come with the others in a paste', () => {
		expect(signInOf(follow(inCode(), ...'12345')).request).toBeUndefined();
		const answer = {kind: 'answer', challenge, code: '123456'};
		expect(signInOf(follow(inCode(), ...'12x3-456')).request).toEqual(answer);
		expect(signInOf(type(inCode(), paste('Code: 123 456\n'))).request).toEqual(answer);
		expect(signInOf(type(inCode(), paste('1234567'))).request).toEqual(answer);
	});

	test('is typed again after a wrong one: the challenge stays', () => {
		const model = follow(inCode(), ...'123456', failed('wrong-code'));
		expect(signInOf(model)).toMatchObject({
			failure: {code: 'wrong-code'},
			code: {challenge, digits: ''},
		});
		const again = follow(model, ...'654321');
		expect(signInOf(again).request).toMatchObject({code: '654321'});
		expect(signInOf(again).failure).toBeUndefined();
	});

	test('stays in its boxes when the network fails, and is sent again by Enter', () => {
		const model = follow(inCode(), ...'123456', failed('offline'));
		expect(signInOf(model).code?.digits).toBe('123456');
		expect(signInOf(follow(model, 'enter')).request).toMatchObject({code: '123456'});
	});

	test('is erased by Backspace, all of it by Ctrl-U', () => {
		expect(signInOf(follow(inCode(), '1', '2', 'backspace')).code?.digits).toBe('1');
		expect(signInOf(follow(inCode(), '1', '2', '^u')).code?.digits).toBe('');
		expect(signInOf(follow(inCode(), '1', '2', 'enter')).request).toBeUndefined();
	});

	test('can be asked for again after 30 seconds, not before', () => {
		const early = follow(inCode(1000), {type: 'clock-ticked', at: 30_999}, 'r');
		expect(signInOf(early).request).toBeUndefined();
		const late = follow(early, {type: 'clock-ticked', at: 31_000}, 'r');
		expect(signInOf(late).request).toEqual({kind: 'resend', challenge});
		const sent = follow(late, {type: 'code-sent', challenge, at: 40_000}, 'r');
		expect(signInOf(sent).request).toBeUndefined();
		expect(signInOf(sent).code).toMatchObject({digits: '', sentAt: 40_000});
	});

	test('is left by Esc: first the question, then the code; the form is as it was', () => {
		const waiting = follow(inCode(), ...'123456', 'escape');
		expect(signInOf(waiting)).toMatchObject({request: undefined, code: {digits: ''}});
		const form = signInOf(follow(waiting, 'escape'));
		expect(form.code).toBeUndefined();
		expect(fieldText(form.password)).toBe('s3_cret');
	});

	test('signs in', () => {
		const inside = follow(inCode(), ...'123456', {type: 'signed-in', account});
		expect(inside.screen.name).toBe('activities');
	});
});

const ended = (code: ErrorReport['code']): Action => ({
	type: 'job-finished',
	progress: {
		...initialProgress,
		phase: 'finished',
		summary: {...emptySummary, saved: 2, error: report(code)},
	},
	at: 1,
});

const same = {userId: '445823834382155776', email: 'ann@example.org', region: 'eu'} as const;

describe('what a dead session interrupts', () => {
	const running = () => follow(openTable(makeActivities(3)), 'b', 'enter');

	test.each(['session-expired', 'sign-in-needed'] as const)(
		'a backup goes on by itself after %s',
		(code) => {
			const model = follow(running(), ended(code));
			expect(signInOf(model).resume).toMatchObject({formats: ['fit', 'tcx']});
			expect(follow(model, 'escape').screen.name).toBe('summary');
			const inside = follow(model, {type: 'signed-in', account: same});
			expect(inside.screen).toMatchObject({
				name: 'backup',
				job: {request: {formats: ['fit', 'tcx']}, isStopping: false},
			});
		},
	);

	test('a backup does not go on as somebody else', () => {
		const model = follow(running(), ended('session-expired'));
		const other = follow(model, {type: 'signed-in', account: {...same, userId: '2'}});
		expect(other.screen).toEqual({name: 'activities'});
		expect(other.list.activities).toEqual([]);
	});

	test('other failures of a backup ask nobody to sign in', () => {
		expect(follow(running(), ended('disk-full')).screen.name).toBe('summary');
	});

	test('the app that was to end ends', () => {
		expect(follow(running(), 'q', 'y', ended('session-expired')).exit).toBeDefined();
	});

	test('a dialog is as it was afterwards', () => {
		const dialog = follow(openTable(makeActivities(3)), 'e', '5');
		const model = follow(dialog, {type: 'list-failed', error: report('session-expired')});
		expect(signInOf(model).back).toEqual(dialog.screen);
		const inside = follow(model, {type: 'signed-in', account: same});
		expect(inside.screen).toEqual(dialog.screen);
		expect(inside.list).toMatchObject({phase: 'loading', reading: 1, full: false});
		expect(inside.notice).toBeUndefined();
	});

	test('another account starts with a list and marks of its own', () => {
		const marked = follow(openTable(makeActivities(3)), 'space', 'e');
		const model = follow(
			marked,
			{type: 'list-failed', error: report('session-expired')},
			{type: 'signed-in', account: {...same, userId: '2'}},
		);
		expect(model.screen).toEqual({name: 'activities'});
		expect(model.list.activities).toEqual([]);
		expect(model.table.marks.size).toBe(0);
	});

	test('a running backup is not disturbed by a list that fails', () => {
		const model = follow(running(), {type: 'list-failed', error: report('session-expired')});
		expect(model.screen.name).toBe('backup');
	});
});
