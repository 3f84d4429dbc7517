import type {Environment} from '../coros/proxy.js';

/** What is decided before anything runs. */
export type ServicesOptions = {
	/** Replaces COROS's hosts: one address, or `us=URL,eu=URL,…`. */
	readonly baseUrl?: string | undefined;
	/** The archive's folder, where a flag named one; otherwise the saved choice counts. */
	readonly folder?: string | undefined;
	/** The folder where nobody chose one. */
	readonly defaultFolder: string;
	/** Where settings and the session live; undefined for this system's usual place. */
	readonly configFolder?: string | undefined;
	/** A named account with session and settings of its own, as `toProfileName` made it. */
	readonly profile?: string | undefined;
	/** Whether a profile that is not there yet may be begun. */
	readonly isNewProfile?: boolean;
	/** Keeps the token of the next sign-in in the system's keychain. */
	readonly wantsKeychain?: boolean;
	readonly demo?: boolean;
	/** Files at once, where a flag said so. */
	readonly concurrency?: number | undefined;
	/** Writes a log into the config folder. */
	readonly verbose?: boolean | undefined;
	/** Shown to the service. */
	readonly version: string;
	/** Limit for an API answer and for silence in a file, in milliseconds. */
	readonly timeoutMs?: number | undefined;
	/** The longest first wait before trying again, in milliseconds. */
	readonly retryBaseMs?: number | undefined;
	/** Where `HTTPS_PROXY` and its like are looked up; a demo never uses them. */
	readonly environment?: Environment | undefined;
	/** Called before a backup begins. */
	readonly onBackUp?: (() => void) | undefined;
};
