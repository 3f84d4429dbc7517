import {isRegion} from '../domain/region.js';
import {
	challengeLifetimeMs,
	type Session,
	type SessionHolder,
	type TwoFactorChallenge,
} from '../domain/session.js';
import {isJsonObject, type Json, type JsonDocument} from './json-document.js';
import type {Keychain} from './keychain.js';

/** The signed-in session and a sign-in that waits for its code. */
export type SessionStore = {
	session(): Session | undefined;
	/** Whose session is kept; the keychain is not asked for its token. */
	holder(): SessionHolder | undefined;
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

const inKeychain = 'in_keychain';

const isInKeychain = (session: unknown): session is Json =>
	isJsonObject(session) && session[inKeychain] === true;

/**
 * Keeps both in one file, which nobody else may read. The session's token is in the system's
 * keychain instead where that was asked for once, until the session is forgotten.
 */
export const createSessionStore = (
	file: JsonDocument,
	keychain: Keychain,
	wantsKeychain: boolean,
): SessionStore => {
	// A keychain takes its time and may ask somebody: once a run is enough.
	let known: {readonly since: unknown; readonly token: string | undefined} | undefined;

	const tokenOf = ({since}: Json): string | undefined => {
		if (known?.since !== since) {
			known = {since, token: keychain.read(file.path)};
		}

		return known?.token;
	};

	return {
		session() {
			const {session} = file.read();
			return toSession(
				isInKeychain(session) ? {...session, accessToken: tokenOf(session)} : session,
			);
		},
		holder() {
			const {session} = file.read();
			const known = toSession(isInKeychain(session) ? {...session, accessToken: ''} : session);
			if (!known) {
				return undefined;
			}

			const {accessToken: _, ...holder} = known;
			return holder;
		},
		saveSession(session) {
			if (!wantsKeychain && !isInKeychain(file.read().session)) {
				file.write({session});
				return;
			}

			const {accessToken, ...rest} = session;
			keychain.write(file.path, accessToken);
			known = {since: rest.since, token: accessToken};
			file.write({session: {...rest, [inKeychain]: true}});
		},
		forgetSession() {
			const wasInKeychain = isInKeychain(file.read().session);
			known = undefined;
			file.write({});
			// Last: whoever signs out is signed out, also where the keychain does not answer.
			if (wasInKeychain) {
				keychain.remove(file.path);
			}
		},
		challenge: () => toChallenge(file.read().challenge),
		saveChallenge: (challenge) => file.write({...file.read(), challenge}),
	};
};
