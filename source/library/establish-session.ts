import type {SignInContext} from '../coros/ask-api.js';
import {adoptToken, answerChallenge, signIn} from '../coros/sign-in.js';
import {openConfigFolder} from '../disk/config-folder.js';
import {hasProfile, profileFolder} from '../disk/profiles.js';
import {isKnownError, KnownError} from '../domain/known-error.js';
import {toProfileName} from '../domain/profile-name.js';
import type {Region} from '../domain/region.js';
import type {Credentials, Session, TwoFactorChallenge} from '../domain/session.js';
import type {AnyIdentity, CodeSource} from './connect-options.js';

const mostCodes = 3;

const answer = async (
	context: SignInContext,
	challenge: TwoFactorChallenge,
	code: CodeSource,
): Promise<Session> => {
	for (let attempt = 1; ; attempt += 1) {
		const digits = (await code(challenge.email)).replaceAll(/\s/g, '');
		try {
			return await answerChallenge(context, challenge, digits);
		} catch (error) {
			if (!isKnownError(error) || error.code !== 'wrong-code' || attempt >= mostCodes) {
				throw error;
			}
		}
	}
};

/** Logs in; a code that COROS mails is asked for. Throws `code-needed` where nobody supplies one. */
export const logIn = async (
	context: SignInContext,
	{email, password}: Credentials,
	code: CodeSource | undefined,
	region: Region | 'auto',
): Promise<Session> => {
	const result = await signIn(context, {email, password}, {region});
	if (result.kind === 'signed-in') {
		return result.session;
	}

	if (!code) {
		throw new KnownError('code-needed', {
			detail: email,
			hint: 'Give connect() a function `code` that supplies it.',
		});
	}

	return answer(context, result.challenge, code);
};

const keptSession = (configFolder: string | undefined, profile: string | undefined): Session => {
	const name = profile === undefined ? undefined : toProfileName(profile);
	if (name !== undefined && !hasProfile(configFolder, name)) {
		throw new KnownError('unknown-profile', {detail: name});
	}

	const session = openConfigFolder(profileFolder(configFolder, name)).session();
	if (!session) {
		throw new KnownError('sign-in-needed', {
			hint: 'Give connect() an e-mail and a password, a token or a session, or run coros-tui login once.',
		});
	}

	return session;
};

/**
 * E-mail and password, where somebody gave them. Throws `TypeError` where one of them is missing:
 * the environment they were read from may lack it.
 */
export const toCredentials = ({email, password}: AnyIdentity): Credentials | undefined => {
	if (email === undefined && password === undefined) {
		return undefined;
	}

	if (typeof email !== 'string' || typeof password !== 'string') {
		throw new TypeError('connect() needs both an e-mail and a password, or neither.');
	}

	return {email, password};
};

/** The session of whoever connects. */
export const establishSession = async (
	context: SignInContext,
	identity: AnyIdentity,
	region: Region | 'auto',
	configFolder: string | undefined,
): Promise<Session> => {
	if (identity.session !== undefined) {
		return identity.session;
	}

	const credentials = toCredentials(identity);
	if (credentials) {
		return logIn(context, credentials, identity.code, region);
	}

	return identity.token === undefined
		? keptSession(configFolder, identity.profile)
		: adoptToken(context, identity.token, {region});
};
