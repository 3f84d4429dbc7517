import type {Region} from '../domain/region.js';
import type {RetryPolicy} from '../domain/retry.js';
import type {Credentials, Session} from '../domain/session.js';

/** Supplies the six digits that COROS has mailed to this address. */
export type CodeSource = (email: string) => string | Promise<string>;

/** Who connects. Nobody named: whoever `coros-tui login` signed in on this machine. */
export type Identity =
	/**
	 * A login, which ends the COROS session of this account's browser. `code` is asked where the
	 * account has two-factor sign-in, and up to twice more after a wrong code.
	 */
	| (Credentials & {readonly code?: CodeSource; readonly session?: Session})
	/** A token that another program was given, such as the browser's cookie `CPL-coros-token`. */
	| {readonly token: string}
	/**
	 * The session of an earlier connection: no login. With e-mail and password beside it, a session
	 * that has died is replaced, once.
	 */
	| {readonly session: Session}
	| {
			/** The one that `coros-tui login --profile` gave this name. Default: the one without a name. */
			readonly profile?: string;
			readonly email?: never;
			readonly token?: never;
			readonly session?: never;
	  };

/** All that an identity may hold, as it is looked at. */
export type AnyIdentity = Partial<Credentials> & {
	readonly code?: CodeSource;
	readonly token?: string;
	readonly session?: Session;
	readonly profile?: string;
};

/** Whom to connect as, and how. */
export type ConnectOptions = Identity & {
	/** Where to log in. Default: found by itself. */
	readonly region?: Region | 'auto';
	/**
	 * Other API hosts: one address, or `us=URL,eu=URL,cn=URL,sg=URL`. Default: the environment
	 * variable `COROS_TUI_BASE_URL`, else COROS's own.
	 */
	readonly baseUrl?: string;
	/** Files at once, from 1. Default: 8. */
	readonly concurrency?: number;
	/** Limit for an API answer and for silence in a file, in milliseconds. Default: 30 000. */
	readonly timeoutMs?: number;
	/** How a request that failed for a passing reason is tried again. */
	readonly retry?: RetryPolicy;
	/** Ends whatever the connection is doing. */
	readonly signal?: AbortSignal;
};
