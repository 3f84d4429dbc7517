import type Conf from 'conf';
import {isRegion} from '../domain/region.js';
import {challengeLifetimeMs, type Session, type TwoFactorChallenge} from '../domain/session.js';

/** The signed-in session and a sign-in that waits for its code. */
export type SessionStore = {
	session(): Session | undefined;
	saveSession(session: Session): void;
	/** Forgets the session and any pending sign-in. */
	forgetSession(): void;
	/** The pending two-factor sign-in, for ten minutes. */
	challenge(): TwoFactorChallenge | undefined;
	saveChallenge(challenge: TwoFactorChallenge): void;
};

const toSession = (value: unknown): Session | undefined => {
	const {accessToken, userId, region, email, since} = (value ?? {}) as Record<string, unknown>;
	return typeof accessToken === 'string' && typeof userId === 'string' && isRegion(region)
		? {
				accessToken,
				userId,
				region,
				...(typeof email === 'string' && {email}),
				since: typeof since === 'string' ? since : '',
			}
		: undefined;
};

const toChallenge = (value: unknown): TwoFactorChallenge | undefined => {
	const challenge = (value ?? {}) as Partial<TwoFactorChallenge>;
	const age = Date.now() - Date.parse(challenge.since ?? '');
	return isRegion(challenge.region) && age >= 0 && age < challengeLifetimeMs
		? (challenge as TwoFactorChallenge)
		: undefined;
};

/** Keeps both in one file, which nobody else may read. */
export const createSessionStore = (file: Conf<Record<string, unknown>>): SessionStore => ({
	session: () => toSession(file.get('session')),
	saveSession(session) {
		file.store = {session};
	},
	forgetSession() {
		file.store = {};
	},
	challenge: () => toChallenge(file.get('challenge')),
	saveChallenge(challenge) {
		file.set('challenge', challenge);
	},
});
