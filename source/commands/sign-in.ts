import type {CorosClient} from '../coros/client.js';
import {isKnownError, KnownError} from '../domain/known-error.js';
import type {Session, TwoFactorChallenge} from '../domain/session.js';
import type {Services} from '../services/services.js';
import {
	askCredentials,
	type CredentialsSource,
	givenCredentials,
	toCredentials,
} from './credentials.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';

const mostCodes = 3;

const askCode = async (
	services: Services,
	io: Io,
	challenge: TwoFactorChallenge,
	signal: AbortSignal,
): Promise<Session> => {
	const {ask} = await import('./prompt.js');
	io.error(`COROS has mailed a six-digit code to ${challenge.email}.\n`);
	for (let attempt = 1; ; attempt += 1) {
		const code = (await ask('Code: ')).replaceAll(/\s/g, '');
		try {
			return await services.answerCode(challenge, code, signal);
		} catch (error) {
			if (!isKnownError(error) || error.code !== 'wrong-code' || attempt >= mostCodes) {
				throw error;
			}

			io.error(`${error.message}. Try again.\n`);
		}
	}
};

const answerPending = async (
	services: Services,
	flags: Flags,
	code: string,
	signal: AbortSignal,
) => {
	const challenge = services.pendingChallenge();
	if (!challenge || (flags.email !== undefined && flags.email !== challenge.email)) {
		throw new KnownError('no-challenge');
	}

	return services.answerCode(challenge, code, signal);
};

/** Signs in anew, asking for what is missing where somebody is there to answer. */
export const signInNow = async (
	services: Services,
	flags: Flags,
	io: Io,
	given: CredentialsSource | undefined,
	signal: AbortSignal,
): Promise<Session> => {
	if (flags.code !== undefined) {
		return answerPending(services, flags, flags.code, signal);
	}

	const credentials = given ? await toCredentials(given) : await askCredentials(io, flags.email);
	const result = await services.signIn(credentials, flags.region, signal);
	if (result.kind === 'signed-in') {
		return result.session;
	}

	if (!io.isInteractive) {
		throw new KnownError('code-needed', {detail: credentials.email});
	}

	return askCode(services, io, result.challenge, signal);
};

/**
 * A client for a command: the token given, else the kept session, else a new sign-in. With a
 * password at hand a session that has ended is renewed, once.
 */
export const connect = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<CorosClient> => {
	if (flags.token !== undefined) {
		await services.adoptToken(flags.token, flags.region, signal, false);
		return services.connect();
	}

	const kept = services.session();
	const given = await givenCredentials(flags, io, signal, kept?.email);
	const isOther = flags.email !== undefined && kept?.email !== flags.email;
	if (!kept || isOther || flags.code !== undefined) {
		await signInNow(services, flags, io, given, signal);
	}

	return services.connect(given);
};
