import type {Activity} from '../domain/activity.js';
import {createBreaker} from '../domain/breaker.js';
import type {ExportFormat} from '../domain/export-format.js';
import {isKnownError, KnownError} from '../domain/known-error.js';
import {defaultRetry, type RetryPolicy, withRetry} from '../domain/retry.js';
import type {Session} from '../domain/session.js';
import {type Account, toAccount} from './account.js';
import {
	type Answer,
	isTokenRefusal,
	type JsonObject,
	resultCode,
	toAnswer,
	toRefusal,
} from './answer.js';
import {toDataHeaders} from './data-headers.js';
import {detailLimits, requestDetail} from './detail.js';
import {fetchFile, type RemoteFile} from './fetch-file.js';
import {requestFileLink, toLinkedId} from './file-link.js';
import type {Hosts} from './hosts.js';
import type {Http} from './http.js';
import {
	type CallApi,
	type ListOutcome,
	type ListPage,
	type ListWindow,
	listActivities,
	readPage,
} from './list.js';
import type {Pace} from './pace.js';
import {createWellness, type Wellness} from './wellness.js';

export type Download =
	/** `linkedId` is the activity the link names, where it names one. */
	| {
			readonly kind: 'file';
			readonly linkedId: string | undefined;
			open(): Promise<RemoteFile>;
	  }
	| {readonly kind: 'unavailable'; readonly reason: string; readonly certain: boolean};

/** One account's data. Every method throws `KnownError`, or the signal's reason when cancelled. */
export type CorosClient = {
	/** The session in use; another one after the token had to be renewed. */
	readonly session: Session;
	readonly pace: Pace;
	account(signal: AbortSignal): Promise<Account>;
	/** The newest page alone, enough to see whether anything is new. */
	firstPage(window: ListWindow, signal: AbortSignal): Promise<ListPage>;
	/** Every activity, page by page, newest first. */
	list(
		window: ListWindow,
		signal: AbortSignal,
		first?: ListPage,
	): AsyncGenerator<ListPage, ListOutcome>;
	/** All that the web app shows of an activity, as COROS sends it. */
	detail(activity: Pick<Activity, 'id' | 'sportType'>, signal: AbortSignal): Promise<JsonObject>;
	readonly wellness: Wellness;
	/** Asks for a link, with `isProbe` no second time; `open` follows it. */
	download(
		activity: Pick<Activity, 'id' | 'sportType'>,
		format: ExportFormat,
		signal: AbortSignal,
		isProbe?: boolean,
	): Promise<Download>;
};

export type CorosClientOptions = {
	readonly http: Http;
	readonly hosts: Hosts;
	readonly pace: Pace;
	readonly session: Session;
	readonly retry?: RetryPolicy;
	/**
	 * Signs in again when the token has died. Called once at most in a client's life: a browser
	 * that is open on the same account would end the next token too, and so on for ever.
	 */
	readonly renew?: ((signal: AbortSignal) => Promise<Session>) | undefined;
};

/** What an answer may hold, where it is more than usual. */
type Limits = {readonly mostBytes?: number; readonly mostValues?: number};

const listParallel = 4;

/** Creates a client for a session. Nothing is requested until a method is called. */
export const createCorosClient = ({
	http,
	hosts,
	pace,
	retry = defaultRetry,
	renew,
	...options
}: CorosClientOptions): CorosClient => {
	let session = options.session;
	let renewal: Promise<void> | undefined;

	const renewOnce = async (dead: Session, signal: AbortSignal, why: string): Promise<void> => {
		if (session !== dead) {
			return; // Somebody else's request noticed first, and the new token is here.
		}

		if (!renew) {
			throw new KnownError('session-expired', {detail: why});
		}

		renewal ??= renew(signal).then((fresh) => {
			session = fresh;
		});
		await renewal;
		if (session === dead) {
			throw new KnownError('session-expired', {detail: why});
		}
	};

	const ask = async (
		used: Session,
		method: 'GET' | 'POST',
		path: string,
		query: Readonly<Record<string, string | number>>,
		signal: AbortSignal,
		limits: Limits,
	): Promise<Answer | 'dead-token'> => {
		try {
			const url = `${hosts[used.region]}${path}`;
			const headers = toDataHeaders(used);
			const {mostBytes, mostValues} = limits;
			const response = await http.api({method, url, query, headers, signal, mostBytes});
			const answer = toAnswer(response, mostValues);
			return isTokenRefusal(answer) ? 'dead-token' : answer;
		} catch (error) {
			if (isKnownError(error) && error.code === 'session-expired') {
				return 'dead-token';
			}

			throw error;
		}
	};

	// Both reading the list and asking for a link may be repeated: neither changes anything.
	const callWith =
		(policy: RetryPolicy, limits: Limits = {}): CallApi =>
		(method, path, query, signal) =>
			withRetry(policy, signal, async () => {
				const used = session;
				const answer = await ask(used, method, path, query, signal, limits);
				if (answer !== 'dead-token') {
					return answer;
				}

				await renewOnce(used, signal, '');
				const again = await ask(session, method, path, query, signal, limits);
				if (again === 'dead-token') {
					throw new KnownError('session-expired', {
						detail: 'a new sign-in was ended at once as well',
					});
				}

				return again;
			});

	const call = callWith(retry);
	// Whoever fetches a file tries again by itself, with a fresh link.
	const callOnce = callWith({...retry, attempts: 1});
	const callTwice = callWith({...retry, attempts: 2});
	const callLarge = callWith({...retry, attempts: 2}, detailLimits);

	/** What answers a list may be asked for files, too: each page lets one more ask. */
	const greeting =
		(callList: CallApi): CallApi =>
		async (...question) => {
			const answer = await callList(...question);
			if (answer.result === resultCode.ok) {
				pace.greet();
			}

			return answer;
		};

	return {
		get session() {
			return session;
		},
		pace,
		async account(signal) {
			const answer = await call('GET', '/account/query', {}, signal);
			if (answer.result !== resultCode.ok) {
				throw toRefusal(answer);
			}

			return toAccount(answer.data ?? {});
		},
		firstPage: (window, signal) => readPage(greeting(call), window, 1, signal),
		list: (window, signal, first) =>
			listActivities(greeting(callWith({...retry, breaker: createBreaker()})), window, {
				signal,
				// One place is left for a link.
				parallel: () => Math.max(1, Math.min(listParallel, pace.limit - 1)),
				...(first && {first}),
			}),
		wellness: createWellness(callTwice, () => session.accessToken),
		detail: (activity, signal) =>
			requestDetail(callLarge, activity, () => session.accessToken, signal),
		async download(activity, format, signal, isProbe = false) {
			const link = await requestFileLink(isProbe ? callOnce : callTwice, activity, format, signal);
			return link.kind === 'unavailable'
				? link
				: {
						kind: 'file',
						linkedId: toLinkedId(link.url),
						open: () => fetchFile(http, link.url, hosts[session.region], signal),
					};
		},
	};
};
