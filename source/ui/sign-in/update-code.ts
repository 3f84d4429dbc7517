import type {SignInAction} from '../action.js';
import {type CodeStep, type SignIn, secondsToResend} from './sign-in.js';

/** How many digits COROS mails. */
export const codeLength = 6;

// The sixth digit sends them all: there is nothing left to decide.
const type = (signIn: SignIn, code: CodeStep, text: string): SignIn => {
	const more = text.replaceAll(/\D/g, '');
	if (more === '' || signIn.request) {
		return signIn;
	}

	const digits = (code.digits + more).slice(0, codeLength);
	const {challenge} = code;
	return {
		...signIn,
		code: {...code, digits},
		failure: undefined,
		request: digits.length === codeLength ? {kind: 'answer', challenge, code: digits} : undefined,
	};
};

/** What typing, waiting and asking again do while a mailed code is waited for. Pure. */
export const updateCode = (signIn: SignIn, code: CodeStep, action: SignInAction): SignIn => {
	const {challenge, digits} = code;
	switch (action.type) {
		case 'field-typed':
			return type(signIn, code, action.text);
		case 'field-edited': {
			const left = action.edit === 'erase-left' ? digits.slice(0, -1) : '';
			const isErasing = action.edit.startsWith('erase') && !signIn.request;
			return isErasing ? {...signIn, code: {...code, digits: left}} : signIn;
		}
		case 'sign-in-confirmed':
			return digits.length === codeLength && !signIn.request
				? {...signIn, failure: undefined, request: {kind: 'answer', challenge, code: digits}}
				: signIn;
		case 'code-resend-asked':
			return secondsToResend(code) === 0 && !signIn.request
				? {...signIn, failure: undefined, request: {kind: 'resend', challenge}}
				: signIn;
		case 'clock-ticked':
			return {...signIn, code: {...code, now: action.at}};
		case 'sign-in-failed': {
			// A wrong code is typed anew; the challenge stays good.
			const kept = action.error.code === 'wrong-code' ? '' : digits;
			return {
				...signIn,
				request: undefined,
				failure: action.error,
				code: {...code, digits: kept},
			};
		}
		default:
			return signIn;
	}
};
