import {createCorosClient} from '../coros/client.js';
import {adoptToken as adoptForeignToken, answerChallenge, signIn} from '../coros/sign-in.js';
import {requestCode} from '../coros/two-factor.js';
import {KnownError} from '../domain/known-error.js';
import {defaultRetry} from '../domain/retry.js';
import type {Session} from '../domain/session.js';
import type {Parts} from './parts.js';
import type {AccountServices} from './services.js';

/** Signing in and out, and clients for whoever is signed in. */
export const createAccountServices = (parts: Parts): AccountServices => {
	const {config, http, hosts, pace, retryBaseMs} = parts;

	const keep = (session: Session): Session => {
		config.saveSession(session);
		parts.passing = undefined;
		return session;
	};

	const account: AccountServices = {
		session: parts.session,
		async signIn(credentials, region, signal) {
			const remembered = config.region(credentials.email);
			const context = parts.signInContext(signal);
			const result = await signIn(context, credentials, {region, remembered});
			if (result.kind === 'signed-in') {
				keep(result.session);
			} else {
				config.saveChallenge(result.challenge);
			}

			return result;
		},
		pendingChallenge: () => config.challenge(),
		resendCode: (challenge, signal) => requestCode(parts.signInContext(signal), challenge),
		answerCode: async (challenge, code, signal) =>
			keep(await answerChallenge(parts.signInContext(signal), challenge, code)),
		async adoptToken(token, region, signal, isKept) {
			const known = config.session();
			if (known?.accessToken === token) {
				return known;
			}

			const remembered = known?.region;
			const context = parts.signInContext(signal);
			parts.passing = await adoptForeignToken(context, token, {region, remembered});
			return isKept ? keep(parts.passing) : parts.passing;
		},
		signOut() {
			config.forgetSession();
			parts.passing = undefined;
		},
		connect: (credentials) =>
			createCorosClient({
				http,
				hosts,
				pace,
				session: parts.requireSession(),
				retry: {...defaultRetry, baseMs: retryBaseMs},
				renew:
					credentials &&
					(async (signal) => {
						const given = typeof credentials === 'function' ? await credentials() : credentials;
						const result = await account.signIn(given, 'auto', signal);
						if (result.kind === 'code-needed') {
							throw new KnownError('code-needed');
						}

						return result.session;
					}),
			}),
	};
	return account;
};
