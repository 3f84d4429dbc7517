import {isRegion} from '../domain/region.js';
import {challengeLifetimeMs, type Session, type TwoFactorChallenge} from '../domain/session.js';
import {isJsonObject, type JsonDocument} from './json-document.js';

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
	const {accessToken, userId, region, email, since} = isJsonObject(value) ? value : {};
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

const isText = (value: unknown): value is string => typeof value === 'string';

const toChallenge = (value: unknown): TwoFactorChallenge | undefined => {
	const {loginTicket, appKey, account, accountType, region, userId, email, since} = isJsonObject(
		value,
	)
		? value
		: {};
	const age = isText(since) ? Date.now() - Date.parse(since) : Number.NaN;
	return isText(loginTicket) &&
		isText(appKey) &&
		isText(account) &&
		isText(accountType) &&
		isText(email) &&
		isText(since) &&
		isRegion(region) &&
		age >= 0 &&
		age < challengeLifetimeMs
		? {
				loginTicket,
				appKey,
				account,
				accountType,
				region,
				...(isText(userId) && {userId}),
				email,
				since,
			}
		: undefined;
};

/** Keeps both in one file, which nobody else may read. */
export const createSessionStore = (file: JsonDocument): SessionStore => ({
	session: () => toSession(file.read().session),
	saveSession: (session) => file.write({session}),
	forgetSession: () => file.write({}),
	challenge: () => toChallenge(file.read().challenge),
	saveChallenge: (challenge) => file.write({...file.read(), challenge}),
});
