import {createBreaker} from '../domain/breaker.js';
import {KnownError} from '../domain/known-error.js';
import type {Region} from '../domain/region.js';
import type {Credentials, Session, TwoFactorChallenge} from '../domain/session.js';
import {toAccount} from './account.js';
import {resultCode} from './answer.js';
import {askApi, type SignInContext, signInRetry} from './ask-api.js';
import {toDataHeaders} from './data-headers.js';
import {findHome} from './find-home.js';
import {askingOrder} from './hosts.js';
import {toToken} from './identity.js';
import {type IssuedToken, logIn} from './login.js';
import {requestCode, verifyCode} from './two-factor.js';

export type SignInResult =
	| {readonly kind: 'signed-in'; readonly session: Session}
	/** COROS has mailed a code; answer with `answerChallenge`. */
	| {readonly kind: 'code-needed'; readonly challenge: TwoFactorChallenge};

export type SignInOptions = {
	/** Where to log in. `auto` asks the hosts in turn, `remembered` first. */
	readonly region: Region | 'auto';
	/** The region this account was last seen in. */
	readonly remembered?: Region | undefined;
};

// A service that fails at everything hears from one sign-in a few times, whatever the hosts.
const careful = (context: SignInContext): SignInContext => ({
	...context,
	retry: {...(context.retry ?? signInRetry), breaker: createBreaker()},
});

const settle = async (
	context: SignInContext,
	{accessToken, userId, loginRegion, homeRegion}: IssuedToken,
	email: string,
): Promise<Session> => {
	const order = askingOrder(context.hosts, homeRegion, loginRegion);
	const region = await findHome(context, order, {accessToken, userId});
	const session = {accessToken, region, email, since: new Date().toISOString()};
	return userId === undefined
		? {...session, userId: (await queryAccount(context, region, accessToken)).userId}
		: {...session, userId};
};

const queryAccount = async (context: SignInContext, region: Region, accessToken: string) => {
	const answer = await askApi(context, {
		method: 'GET',
		url: `${context.hosts[region]}/account/query`,
		headers: toDataHeaders({accessToken, userId: undefined}),
	});
	if (answer.result !== resultCode.ok) {
		throw new KnownError('session-expired', {detail: answer.message});
	}

	return toAccount(answer.data ?? {});
};

/**
 * Signs in with e-mail and password: exactly one login, whatever the region. With two-factor
 * sign-in on, COROS is asked to mail the code and the challenge comes back.
 */
export const signIn = async (
	given: SignInContext,
	credentials: Credentials,
	{region, remembered}: SignInOptions,
): Promise<SignInResult> => {
	const context = careful(given);
	const order = region === 'auto' ? askingOrder(context.hosts, remembered) : [region];
	const result = await logIn(context, order, credentials);
	if (result.kind === 'challenge') {
		await requestCode(context, result.challenge);
		return {kind: 'code-needed', challenge: result.challenge};
	}

	return {kind: 'signed-in', session: await settle(context, result.token, credentials.email)};
};

/** Finishes a two-factor sign-in with the mailed code. */
export const answerChallenge = async (
	given: SignInContext,
	challenge: TwoFactorChallenge,
	code: string,
): Promise<Session> => {
	const context = careful(given);
	return settle(context, await verifyCode(context, challenge, code), challenge.email);
};

/**
 * Takes over a token that somebody else was given, such as the browser's `CPL-coros-token` cookie:
 * no login, so the browser stays signed in. Throws `session-expired` where no host accepts it.
 */
export const adoptToken = async (
	given: SignInContext,
	token: string,
	{region, remembered}: SignInOptions,
): Promise<Session> => {
	const accessToken = toToken(token.trim());
	if (accessToken === undefined) {
		throw new KnownError('session-expired', {detail: 'that is no token'});
	}

	const context = careful(given);
	const order = region === 'auto' ? askingOrder(context.hosts, remembered) : [region];
	const home = await findHome(context, order, {accessToken, userId: undefined});
	const {userId, email} = await queryAccount(context, home, accessToken);
	return {
		accessToken,
		userId,
		region: home,
		...(email !== undefined && {email}),
		since: new Date().toISOString(),
	};
};
