import type {ErrorReport} from '../../domain/known-error.js';

type Words = {readonly message?: string; readonly hint: string};

const again = 'Check the network, then try again: what you typed is still here.';
const later = 'Try again in some minutes: what you typed is still here.';

// The table of errors speaks to somebody at a command line; here there is a form.
const words: {readonly [Code in ErrorReport['code']]?: Words} = {
	'wrong-password': {
		hint: 'Check both, and the region: what you typed is still here. https://training.coros.com tells whether they are right.',
	},
	'wrong-code': {hint: 'Type the code of the newest mail, or have a new one sent.'},
	'session-expired': {
		message: 'COROS does not accept this token',
		hint: 'Sign in at https://training.coros.com, copy the cookie CPL-coros-token anew and paste it here.',
	},
	'sign-in-refused': {
		hint: 'See at https://training.coros.com whether the account works, then try again, or use a token.',
	},
	offline: {hint: again},
	timeout: {hint: again},
	'server-error': {hint: later},
	'rate-limited': {hint: later},
	'unexpected-response': {
		hint: 'It may be under maintenance: try again later. If it stays, please report it.',
	},
	refused: {hint: 'Try again later; if it stays, please report it.'},
};

/** A failed sign-in in the words of the form: what happened, and what to do there. */
export const adviseOn = ({code, message, hint}: ErrorReport): Required<Words> => ({
	message,
	hint,
	...words[code],
});
