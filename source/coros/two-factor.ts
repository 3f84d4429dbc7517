import {KnownError} from '../domain/known-error.js';
import type {TwoFactorChallenge} from '../domain/session.js';
import {resultCode} from './answer.js';
import {askApi, type SignInContext} from './ask-api.js';
import {type IssuedToken, toIssuedToken} from './login.js';

/**
 * Has COROS mail the six digits; asked again, it mails new ones. Both calls of a challenge go to
 * the challenge's own region. Source: CorosLink's reading of the web app's bundle v2.12.0.
 */
export const requestCode = async (
	context: SignInContext,
	challenge: TwoFactorChallenge,
): Promise<void> => {
	const answer = await askApi(context, {
		method: 'POST',
		url: `${context.hosts[challenge.region]}/account/captcha`,
		json: {
			account: challenge.account,
			codeType: 20,
			lengthType: 2,
			accountType: challenge.accountType,
		},
	});
	if (answer.result !== resultCode.ok) {
		throw new KnownError('sign-in-refused', {
			detail: `no code was sent: ${answer.message || 'no reason given'} (code ${answer.result})`,
		});
	}
};

/** Answers a challenge. A wrong code throws `wrong-code` and leaves the challenge usable. */
export const verifyCode = async (
	context: SignInContext,
	challenge: TwoFactorChallenge,
	code: string,
): Promise<IssuedToken> => {
	const answer = await askApi(context, {
		method: 'POST',
		url: `${context.hosts[challenge.region]}/account/2fa/login/verify`,
		// The header's spelling is the web app's.
		headers: {'x-no-warnning': '1'},
		json: {loginTicket: challenge.loginTicket, appKey: challenge.appKey, code},
	});
	if (answer.result !== resultCode.ok) {
		throw new KnownError('wrong-code', {detail: answer.message});
	}

	const token = toIssuedToken(answer.data ?? {}, challenge.region);
	if (!token) {
		throw new KnownError('unexpected-response', {detail: 'a verified code without a token'});
	}

	// The answer may leave out what the challenge said already.
	return {
		...token,
		userId: token.userId ?? challenge.userId,
		homeRegion: token.homeRegion ?? challenge.region,
	};
};
