import {defaultConcurrency, defaultTransferRetry} from '../backup/back-up-options.js';
import type {Account} from '../coros/account.js';
import type {SignInContext} from '../coros/ask-api.js';
import {type CorosClient, createCorosClient} from '../coros/client.js';
import {corosHosts, parseBaseUrl} from '../coros/hosts.js';
import {createHttp} from '../coros/http.js';
import {createPace} from '../coros/pace.js';
import type {Activity} from '../domain/activity.js';
import {defaultRetry} from '../domain/retry.js';
import type {Selection} from '../domain/selection.js';
import type {Session} from '../domain/session.js';
import {version} from '../domain/version.js';
import {type BackUpFolderOptions, backUpFolder} from './back-up-folder.js';
import type {ConnectOptions} from './connect-options.js';
import {establishSession, logIn, toCredentials} from './establish-session.js';
import {findActivities} from './find-activities.js';
import {type RepairFolderOptions, repairFolder} from './repair-folder.js';
import {requireTemplate} from './require-template.js';
import {type BackupRun, createRun, type RepairRun} from './run.js';
import {readSurroundings} from './surroundings.js';

/** One account's data. Methods throw `KnownError`, or the signal's reason when it is cancelled. */
export type Coros = {
	/**
	 * The session in use, to connect with again without a login. Its `accessToken` is as secret as
	 * the password: keep it in a file that nobody else can read, or nowhere.
	 */
	readonly session: Session;
	/** The client underneath: single pages, single downloads. */
	readonly client: CorosClient;
	/** Who is signed in, and how many activities COROS counts. */
	account(): Promise<Account>;
	/** Activities, newest first: all, or those a selection means. */
	activities(selection?: Selection): Promise<Activity[]>;
	/**
	 * Fetches what a folder lacks: loop over the run for its events, or await its summary. Throws
	 * `TypeError` for a template of names that cannot be one.
	 */
	backUp(options?: BackUpFolderOptions): BackupRun;
	/**
	 * Checks every file of a backup, as `verify` does, and fetches anew what is damaged or gone, files of
	 * details and wellness too. Damaged files are kept in `damaged/`. COROS is asked only where something
	 * is wrong. Counts what it could not mend as `remaining`; throws nothing for it.
	 */
	repair(options?: RepairFolderOptions): RepairRun;
};

const defaultTimeoutMs = 30_000;

/**
 * Signs in and gives the account's data to hand. Throws `KnownError`: `wrong-password`,
 * `code-needed`, `wrong-code`, `sign-in-refused`, `session-expired` for a token nobody accepts,
 * `sign-in-needed` where nobody was named and nobody is signed in, `unknown-profile`, `offline` and
 * the like; and `TypeError` for an e-mail without its password.
 *
 * ```ts
 * const coros = await connect({email: 'user@example.com', password: 'your_password'});
 * const {saved} = await coros.backUp({folder: './coros_activities'}).summary();
 * ```
 */
export const connect = async (options: ConnectOptions = {}): Promise<Coros> => {
	const surroundings = readSurroundings();
	const {
		region = 'auto',
		baseUrl = surroundings.baseUrl,
		concurrency = defaultConcurrency,
		timeoutMs = defaultTimeoutMs,
		retry,
		signal = new AbortController().signal,
	} = options;
	const hosts = baseUrl === undefined ? corosHosts : parseBaseUrl(baseUrl);
	const pace = createPace(concurrency);
	const http = createHttp({pace, userAgent: `coros-tui/${version}`, timeoutMs});
	const contextFor = (signal: AbortSignal): SignInContext => ({
		http,
		hosts,
		signal,
		...(retry && {retry}),
	});
	const credentials = toCredentials(options);
	const session = await establishSession(
		contextFor(signal),
		options,
		region,
		surroundings.configFolder,
	);
	const client = createCorosClient({
		http,
		hosts,
		pace,
		session,
		retry: retry ?? defaultRetry,
		renew: credentials && ((signal) => logIn(contextFor(signal), credentials, undefined, region)),
	});
	const defaults = {signal, concurrency, retry: retry ?? defaultTransferRetry};
	return {
		get session() {
			return client.session;
		},
		client,
		account: () => client.account(signal),
		activities: (selection = {}) => findActivities(client, selection, signal),
		backUp(backUpOptions = {}) {
			const nameTemplate = requireTemplate(backUpOptions.nameTemplate);
			const chosen = {...backUpOptions, ...(nameTemplate !== undefined && {nameTemplate})};
			return createRun(
				backUpFolder(client, chosen, defaults),
				(event) => event.type === 'finished',
			);
		},
		repair: (repairOptions = {}) =>
			createRun(
				repairFolder(client, repairOptions, defaults),
				(event) => event.type === 'repaired',
			),
	};
};
