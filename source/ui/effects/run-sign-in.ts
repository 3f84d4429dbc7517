import {toErrorReport} from '../../domain/known-error.js';
import type {Services} from '../../services/services.js';
import type {SignInAction} from '../action.js';
import {toAccount} from '../sign-in/account.js';
import type {SignInRequest} from '../sign-in/sign-in.js';
import type {Dispatcher} from './use-model.js';

const ask = async (
	services: Services,
	request: SignInRequest,
	signal: AbortSignal,
): Promise<SignInAction> => {
	switch (request.kind) {
		case 'sign-in': {
			const result = await services.signIn(request.credentials, request.region, signal);
			return result.kind === 'signed-in'
				? {type: 'signed-in', account: toAccount(result.session)}
				: {type: 'code-sent', challenge: result.challenge, at: Date.now()};
		}
		case 'adopt': {
			const session = await services.adoptToken(request.token, 'auto', signal, true);
			return {type: 'signed-in', account: toAccount(session)};
		}
		case 'answer': {
			const session = await services.answerCode(request.challenge, request.code, signal);
			return {type: 'signed-in', account: toAccount(session)};
		}
		case 'resend':
			await services.resendCode(request.challenge, signal);
			return {type: 'code-sent', challenge: request.challenge, at: Date.now()};
	}
};

/** Asks COROS and reports what it says; once taken back, nothing is reported. */
export const runSignIn = async (
	services: Services,
	request: SignInRequest,
	signal: AbortSignal,
	dispatch: Dispatcher,
): Promise<void> => {
	const report = (action: SignInAction) => {
		if (!signal.aborted) {
			dispatch(action);
		}
	};
	try {
		report(await ask(services, request, signal));
	} catch (error) {
		report({type: 'sign-in-failed', error: toErrorReport(error)});
	}
};
