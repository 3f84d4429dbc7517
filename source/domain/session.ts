import type {Region} from './region.js';

/** What a person types once. Never stored. */
export type Credentials = {
	readonly email: string;
	readonly password: string;
};

/**
 * A signed-in account. `accessToken` is as secret as a password: it belongs in the session file
 * (mode 0600) and in the `accessToken` header of COROS's API hosts, nowhere else.
 */
export type Session = {
	readonly accessToken: string;
	/** COROS's account number: decimal digits, above 2^53, so always a string. */
	readonly userId: string;
	/** The region whose host answers data requests with this token. */
	readonly region: Region;
	/** Missing when the session was pasted as a token. */
	readonly email?: string;
	/** When the token was issued or first seen, ISO 8601 UTC. */
	readonly since: string;
};

/** Whose session it is: all but the token. */
export type SessionHolder = Omit<Session, 'accessToken'>;

/**
 * A sign-in that waits for the six digits COROS mails out. It holds no password, but whoever has it
 * and the code has the account: stored 0600 and for ten minutes at most.
 */
export type TwoFactorChallenge = {
	readonly loginTicket: string;
	readonly appKey: string;
	/** COROS's opaque name for the account in this challenge; not the e-mail address. */
	readonly account: string;
	readonly accountType: string;
	readonly region: Region;
	readonly userId?: string;
	readonly email: string;
	/** ISO 8601 UTC. */
	readonly since: string;
};

/** How long a challenge is kept on disk, in milliseconds. */
export const challengeLifetimeMs = 10 * 60 * 1000;
