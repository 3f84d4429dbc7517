import {isKnownError, KnownError} from '../domain/known-error.js';
import type {Region} from '../domain/region.js';
import type {Credentials, TwoFactorChallenge} from '../domain/session.js';
import {type Answer, type JsonObject, resultCode} from './answer.js';
import {askApi, type SignInContext} from './ask-api.js';
import {toRegion} from './hosts.js';
import {toToken, toUserId} from './identity.js';
import {toBcryptForm, toMd5Form} from './password-forms.js';

/** What a login host handed out: a token, not yet known to work anywhere. */
export type IssuedToken = {
	readonly accessToken: string;
	readonly userId: string | undefined;
	/** The host that issued it. */
	readonly loginRegion: Region;
	/** Where COROS says the account lives; missing or unknown ids are tolerated. */
	readonly homeRegion: Region | undefined;
};

export type LoginResult =
	| {readonly kind: 'token'; readonly token: IssuedToken}
	| {readonly kind: 'challenge'; readonly challenge: TwoFactorChallenge};

const text = (data: JsonObject, key: string): string | undefined => {
	const value = data[key];
	return value === undefined || value === null || value === '' ? undefined : String(value);
};

/** Reads a login answer's data as a token; undefined where there is none. */
export const toIssuedToken = (data: JsonObject, loginRegion: Region): IssuedToken | undefined => {
	const accessToken = toToken(data.accessToken);
	return accessToken === undefined
		? undefined
		: {
				accessToken,
				userId: toUserId(data.userId),
				loginRegion,
				homeRegion: toRegion(data.regionId),
			};
};

// The test the web app makes: no token, but a ticket and a key. `twoFactorRequired` may be absent.
const toChallenge = (
	data: JsonObject,
	loginRegion: Region,
	email: string,
): TwoFactorChallenge | undefined => {
	const loginTicket = text(data, 'loginTicket');
	const appKey = text(data, 'appKey');
	if (loginTicket === undefined || appKey === undefined) {
		return undefined;
	}

	const userId = toUserId(data.userId);
	return {
		loginTicket,
		appKey,
		account: text(data, 'account') ?? email,
		accountType: text(data, 'accountType2fa') ?? '2',
		region: toRegion(data.regionId) ?? loginRegion,
		...(userId !== undefined && {userId}),
		email,
		since: new Date().toISOString(),
	};
};

const toRejection = (answer: Answer): KnownError => {
	if (answer.result === resultCode.badCredentials) {
		return new KnownError('wrong-password');
	}

	return new KnownError('sign-in-refused', {
		detail: `${answer.message || 'no reason given'} (code ${answer.result})`,
	});
};

const postLogin = async (
	context: SignInContext,
	region: Region,
	json: JsonObject,
): Promise<Answer> => {
	try {
		return await askApi(context, {
			method: 'POST',
			url: `${context.hosts[region]}/account/login`,
			json,
		});
	} catch (error) {
		// There is no session to expire yet: 401 and 403 are a refusal, as data centres see it.
		throw isKnownError(error) && error.code === 'session-expired'
			? new KnownError('sign-in-refused', {detail: error.message.split(': ').at(-1) ?? ''})
			: error;
	}
};

/**
 * Signs in on one host: the web app's bcrypt form first, the older MD5 form where that is refused
 * for its shape. `forms: 'md5'` sends the older one alone. Throws the rejection's `KnownError`.
 */
export const logInOn = async (
	context: SignInContext,
	region: Region,
	credentials: Credentials,
	forms: 'both' | 'md5' = 'both',
): Promise<LoginResult> => {
	let answer: Answer | undefined;
	if (forms === 'both') {
		answer = await postLogin(context, region, await toBcryptForm(credentials));
	}

	if (
		!answer ||
		answer.result === resultCode.badParameters ||
		answer.result === resultCode.serviceException
	) {
		answer = await postLogin(context, region, toMd5Form(credentials));
	}

	if (answer.result !== resultCode.ok) {
		throw toRejection(answer);
	}

	const data = answer.data ?? {};
	const token = toIssuedToken(data, region);
	if (token) {
		return {kind: 'token', token};
	}

	const challenge = toChallenge(data, region, credentials.email);
	if (challenge) {
		return {kind: 'challenge', challenge};
	}

	throw new KnownError('unexpected-response', {detail: 'a login without a token'});
};

// The most telling rejection wins: a wrong password beats a malformed request beats no network.
const weight = (error: unknown): number => {
	if (!isKnownError(error)) {
		return 4;
	}

	return error.code === 'wrong-password' ? 3 : error.code === 'sign-in-refused' ? 2 : 1;
};

/**
 * Asks the hosts in turn until one issues a token or a challenge, and never asks again after that:
 * a second login would end the first token. A host of another region may answer as if the password
 * were wrong, so only the verdict of all of them counts. When all said so to the bcrypt form, the
 * older form has its turn.
 */
export const logIn = async (
	context: SignInContext,
	order: readonly Region[],
	credentials: Credentials,
): Promise<LoginResult> => {
	let worst: unknown;
	const refusing: Region[] = [];
	const attempt = async (region: Region, forms: 'both' | 'md5') => {
		try {
			return await logInOn(context, region, credentials, forms);
		} catch (error) {
			context.signal.throwIfAborted();
			if (weight(error) === 4) {
				throw error;
			}

			if (isKnownError(error) && error.code === 'wrong-password' && forms === 'both') {
				refusing.push(region);
			}

			if (worst === undefined || weight(error) > weight(worst)) {
				worst = error;
			}

			return undefined;
		}
	};

	for (const region of order) {
		const result = await attempt(region, 'both');
		if (result) {
			return result;
		}
	}

	for (const region of refusing) {
		const result = await attempt(region, 'md5');
		if (result) {
			return result;
		}
	}

	throw worst;
};
