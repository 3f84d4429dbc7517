import {backUp, defaultConcurrency, defaultTransferRetry} from '../backup/back-up.js';
import type {KnownList, Listing} from '../backup/listing.js';
import {listAccount} from '../backup/listing.js';
import type {SignInContext} from '../coros/ask-api.js';
import {createCorosClient} from '../coros/client.js';
import {corosHosts, parseBaseUrl} from '../coros/hosts.js';
import {createHttp} from '../coros/http.js';
import {createPace} from '../coros/pace.js';
import {adoptToken as adoptForeignToken, answerChallenge, signIn} from '../coros/sign-in.js';
import {toActivity} from '../coros/to-activity.js';
import {requestCode} from '../coros/two-factor.js';
import {openArchive} from '../disk/archive.js';
import {openConfigFolder} from '../disk/config-folder.js';
import {defaultFormats} from '../domain/export-format.js';
import {KnownError} from '../domain/known-error.js';
import {defaultRetry} from '../domain/retry.js';
import type {Session} from '../domain/session.js';
import {endedEarly} from './ended-early.js';
import type {Services} from './services.js';

export type ServicesOptions = {
	/** Replaces COROS's hosts: one address, or `us=URL,eu=URL,…`. */
	readonly baseUrl?: string | undefined;
	/** The archive's folder. */
	readonly folder: string;
	/** Where settings and the session live; undefined for this system's usual place. */
	readonly configFolder?: string | undefined;
	readonly demo?: boolean;
	readonly concurrency?: number | undefined;
	/** Shown to the service. */
	readonly version: string;
	/** Limit for an API answer and for silence in a file, in milliseconds. */
	readonly timeoutMs?: number | undefined;
	/** The longest first wait before trying again, in milliseconds. */
	readonly retryBaseMs?: number | undefined;
};

const defaultTimeoutMs = 30_000;

/** Builds everything from its parts. Nothing is requested or locked until a method is called. */
export const createServices = (options: ServicesOptions): Services => {
	const {baseUrl, folder, demo = false, concurrency = defaultConcurrency, version} = options;
	const hosts = baseUrl === undefined ? corosHosts : parseBaseUrl(baseUrl);
	const baseMs = options.retryBaseMs ?? defaultRetry.baseMs;
	const config = openConfigFolder(options.configFolder);
	const pace = createPace(concurrency);
	const http = createHttp({
		pace,
		userAgent: `coros-tui/${version}`,
		timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
	});
	// A token given on the command line is used, not kept.
	let passing: Session | undefined;

	const context = (signal: AbortSignal): SignInContext => ({
		http,
		hosts,
		signal,
		retry: {attempts: 3, baseMs},
	});

	const keep = (session: Session): Session => {
		config.saveSession(session);
		config.saveChallenge(undefined);
		passing = undefined;
		return session;
	};

	const requireSession = (): Session => {
		const session = passing ?? config.session();
		if (!session) {
			throw new KnownError('sign-in-needed');
		}

		return session;
	};

	const knownActivities = async (): Promise<KnownList | undefined> => {
		const cache = await config.listCache(requireSession().userId);
		return (
			cache && {
				activities: cache.items.map(toActivity).filter((activity) => activity !== undefined),
				complete: cache.complete,
				listedAt: cache.listedAt,
			}
		);
	};

	const saveListing = async ({activities, complete, listedAt}: Listing) => {
		const items = activities.map(({raw}) => raw);
		await config.saveListCache(requireSession().userId, {items, complete, listedAt});
	};

	const services: Services = {
		folder,
		demo,
		session: () => passing ?? config.session(),
		async signIn(credentials, region, signal) {
			const remembered = config.region(credentials.email);
			const result = await signIn(context(signal), credentials, {region, remembered});
			if (result.kind === 'signed-in') {
				keep(result.session);
			} else {
				config.saveChallenge(result.challenge);
			}

			return result;
		},
		pendingChallenge: () => config.challenge(),
		resendCode: (challenge, signal) => requestCode(context(signal), challenge),
		answerCode: async (challenge, code, signal) =>
			keep(await answerChallenge(context(signal), challenge, code)),
		async adoptToken(token, region, signal, isKept) {
			const known = config.session();
			if (known?.accessToken === token) {
				return known;
			}

			const remembered = known?.region;
			passing = await adoptForeignToken(context(signal), token, {region, remembered});
			return isKept ? keep(passing) : passing;
		},
		signOut() {
			config.forgetSession();
			passing = undefined;
		},
		connect: (credentials) =>
			createCorosClient({
				http,
				hosts,
				pace,
				session: requireSession(),
				retry: {...defaultRetry, baseMs},
				renew:
					credentials &&
					(async (signal) => {
						const result = await services.signIn(credentials, 'auto', signal);
						if (result.kind === 'code-needed') {
							throw new KnownError('code-needed');
						}

						return result.session;
					}),
			}),
		knownActivities,
		async *listActivities(client, {full}, signal) {
			const known = full ? undefined : await knownActivities();
			const listing = yield* listAccount(client, known, {full, signal});
			await saveListing(listing);
			return listing;
		},
		async readArchive() {
			const archive = await openArchive(folder, {readOnly: true});
			const found = new Set(archive.unchecked.map(({id, format}) => `${id}.${format}`));
			return (id, format) =>
				archive.entry(id, format) ??
				(found.has(`${id}.${format}`)
					? {kind: 'saved', file: '', size: 0, sha256: '', at: ''}
					: undefined);
		},
		async *backUp(client, request, signal) {
			const startedAt = Date.now();
			const dryRun = request.dryRun ?? false;
			const archive = await openArchive(folder, {readOnly: dryRun}).catch((error: unknown) => {
				return {refused: error};
			});
			if ('refused' in archive) {
				yield endedEarly(archive.refused, startedAt);
				return;
			}

			try {
				yield* backUp({
					...request,
					client,
					archive,
					signal,
					concurrency,
					known: await knownActivities(),
					onListed: saveListing,
					retry: {...defaultTransferRetry, baseMs},
				});
			} finally {
				await archive.close();
			}
		},
		formats: () => config.formats() ?? defaultFormats,
		saveFormats: (formats) => config.saveFormats(formats),
	};
	return services;
};
