import type {Model} from '../model.js';
import {type SignIn, secondsToResend} from '../sign-in/sign-in.js';
import type {Binding} from './binding.js';

const layers = ['sign-in'] as const;
const code = ['code'] as const;

type Text = (signIn: SignIn) => string | undefined;

const about =
	(text: Text) =>
	({screen}: Model): string | undefined =>
		screen.name === 'sign-in' ? text(screen.signIn) : undefined;

/** While nothing is asked of COROS. */
const idly = (text: Text) => about((signIn) => (signIn.request ? undefined : text(signIn)));

const leaving: Text = ({request, code: step}) => {
	if (request) {
		return 'cancel';
	}

	return step ? 'other account' : 'back';
};

const revealing = idly(({way, isRevealed}) => {
	const secret = way === 'token' ? 'token' : 'password';
	return isRevealed ? `hide ${secret}` : `show ${secret}`;
});

const resending = idly(({code: step}) => {
	const seconds = step ? secondsToResend(step) : 0;
	return seconds > 0 ? `new code in ${seconds} s` : 'new code';
});

/** Signing in: the form, and the code that COROS mails. */
export const signInKeys: readonly Binding[] = [
	{
		layers,
		keys: ['enter'],
		action: {type: 'sign-in-confirmed'},
		group: 'Do',
		help: 'next empty field; sign in',
		hint: {text: idly(() => 'sign in'), priority: 1},
	},
	{
		layers,
		keys: ['tab', 'down'],
		action: {type: 'field-moved', by: 1},
		group: 'Move',
		help: 'the next field',
		hint: {text: idly(({way}) => (way === 'token' ? undefined : 'next')), priority: 4},
	},
	{
		layers,
		keys: ['shift+tab', 'up'],
		action: {type: 'field-moved', by: -1},
		group: 'Move',
		help: 'the field before',
	},
	{
		layers,
		keys: ['^r'],
		action: {type: 'secret-revealed'},
		group: 'Do',
		help: 'show or hide the password',
		hint: {text: revealing, priority: 5},
	},
	{
		layers,
		keys: ['^t'],
		action: {type: 'sign-in-switched'},
		group: 'Do',
		help: 'paste a token, or back',
		hint: {
			text: idly(({way}) => (way === 'token' ? 'use password' : 'use a token')),
			priority: 2,
		},
	},
	{
		layers,
		keys: ['escape'],
		action: {type: 'sign-in-left'},
		group: 'App',
		help: 'cancel; back',
		hint: {text: about(leaving), priority: 3},
	},
	{
		layers: code,
		keys: ['enter'],
		action: {type: 'sign-in-confirmed'},
		group: 'Do',
		help: 'send the six digits again',
		hint: {
			text: idly(({code: step}) => (step?.digits.length === 6 ? 'send' : undefined)),
			priority: 1,
		},
	},
	{
		layers: code,
		keys: ['r'],
		action: {type: 'code-resend-asked'},
		group: 'Do',
		help: 'have a new code mailed',
		hint: {text: resending, priority: 2},
	},
	{
		layers: code,
		keys: ['backspace', 'delete'],
		action: {type: 'field-edited', edit: 'erase-left'},
		group: 'Do',
		help: 'erase a digit, all',
	},
	{
		layers: code,
		keys: ['^u'],
		action: {type: 'field-edited', edit: 'erase-before'},
		group: 'Do',
		help: 'erase a digit, all',
	},
	{
		layers: code,
		keys: ['escape'],
		action: {type: 'sign-in-left'},
		group: 'App',
		help: 'cancel; back to the form',
		hint: {text: about(leaving), priority: 3},
	},
];
