import path from 'node:path';
import {defaultConcurrency} from '../backup/back-up-options.js';
import type {SignInContext} from '../coros/ask-api.js';
import {corosHosts, type Hosts, parseBaseUrl} from '../coros/hosts.js';
import {createHttp, type Http} from '../coros/http.js';
import {logHttp} from '../coros/log-http.js';
import {createPace, type Pace} from '../coros/pace.js';
import type {ConfigFolder} from '../disk/config-folder.js';
import {expandHome, homeFolder} from '../disk/home.js';
import {type LogFile, openLogFile} from '../disk/log-file.js';
import {KnownError} from '../domain/known-error.js';
import {createRedact} from '../domain/redact.js';
import {defaultRetry} from '../domain/retry.js';
import type {Session} from '../domain/session.js';
import {openProfile} from './open-profile.js';
import type {ServicesOptions} from './options.js';

/** What the services are made of and share. */
export type Parts = {
	readonly hosts: Hosts;
	readonly http: Http;
	readonly pace: Pace;
	readonly config: ConfigFolder;
	/** Only with `verbose`. */
	readonly log: LogFile | undefined;
	/** Files at once: the flag's, else the chosen number, else the default. */
	concurrency(): number;
	readonly retryBaseMs: number;
	/** The program's own. */
	readonly version: string;
	/** What flags decided for this run, whatever is chosen. */
	readonly given: {readonly folder: boolean; readonly concurrency: boolean};
	/** The archive's folder: the flag's, else the chosen one, else the default. */
	folder(): string;
	/** A token of the command line: used, not kept. */
	passing: Session | undefined;
	signInContext(signal: AbortSignal): SignInContext;
	session(): Session | undefined;
	/** Throws `sign-in-needed`. */
	requireSession(): Session;
};

const defaultTimeoutMs = 30_000;

/** What a log or a report must not show of whoever is signed in. */
export const secretsOf = (config: ConfigFolder) => {
	const session = config.session();
	return [
		[session?.accessToken, '(token)'],
		[session?.email, '(e-mail)'],
		[session?.userId, '(user id)'],
	] as const;
};

/** Without it everything else still works: a log is never worth a backup. */
const openVerboseLog = (config: ConfigFolder): LogFile | undefined => {
	// Read line by line: whoever signs in later is hidden as well.
	const redact = (text: string) =>
		createRedact({home: homeFolder(), secrets: secretsOf(config)})(text);
	try {
		return openLogFile(path.join(config.path, 'logs'), redact);
	} catch {
		return undefined;
	}
};

/** Builds the parts. Nothing is requested or locked by it. */
export const createParts = (options: ServicesOptions): Parts => {
	const {baseUrl, version, timeoutMs = defaultTimeoutMs} = options;
	if (options.demo && baseUrl === undefined) {
		throw new Error('a demo must not talk to COROS');
	}

	const hosts = baseUrl === undefined ? corosHosts : parseBaseUrl(baseUrl);
	const retryBaseMs = options.retryBaseMs ?? defaultRetry.baseMs;
	const config = openProfile(options);
	const concurrency = () =>
		options.concurrency ?? config.settings().concurrency ?? defaultConcurrency;
	const pace = createPace(concurrency());
	const log = options.verbose ? openVerboseLog(config) : undefined;
	const plainHttp = createHttp({
		pace,
		userAgent: `coros-tui/${version}`,
		timeoutMs,
		environment: options.demo ? undefined : options.environment,
	});
	const http = log ? logHttp(plainHttp, log.write) : plainHttp;
	const parts: Parts = {
		hosts,
		http,
		pace,
		config,
		log,
		concurrency,
		retryBaseMs,
		version,
		given: {folder: options.folder !== undefined, concurrency: options.concurrency !== undefined},
		folder: () => options.folder ?? expandHome(config.settings().folder) ?? options.defaultFolder,
		passing: undefined,
		signInContext: (signal) => ({
			http,
			hosts,
			signal,
			retry: {attempts: 3, baseMs: retryBaseMs},
		}),
		session: () => parts.passing ?? config.session(),
		requireSession() {
			const session = parts.session();
			if (!session) {
				throw new KnownError('sign-in-needed');
			}

			return session;
		},
	};
	return parts;
};
