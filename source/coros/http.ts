import {KnownError} from '../domain/known-error.js';
import {longestRetryAfterMs} from '../domain/retry.js';
import {createDeadline} from './deadline.js';
import {type Pace, toLongPause} from './pace.js';
import type {Environment} from './proxy.js';
import {decodable, openBody, readBody, takeBody} from './read-body.js';
import {readText} from './read-text.js';
import type {ReplyHeaders} from './reply-headers.js';
import {createRouter, type Route} from './route.js';
import type {Outgoing} from './send.js';
import {toTransportError} from './transport-error.js';

/** One request to the API. */
export type ApiRequest = {
	readonly method: 'GET' | 'POST';
	readonly url: string;
	readonly query?: Readonly<Record<string, string | number>>;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON. Without one a POST has an empty body, as the web app's has. */
	readonly json?: Readonly<Record<string, unknown>>;
	readonly signal: AbortSignal;
	/** The longest answer that is read, where it may be longer than others. */
	readonly mostBytes?: number | undefined;
};

export type ApiResponse = {
	readonly status: number;
	readonly text: string;
	readonly host: string;
	/** The service's own clock, as it says. */
	readonly date?: string | undefined;
};

/** A file on its way: whoever takes it must read or cancel `body`. */
export type FileResponse = {
	readonly status: number;
	readonly headers: ReplyHeaders;
	/** Ends with a `KnownError` when the connection is cut or silent for too long. */
	readonly body: AsyncIterable<Uint8Array>;
	/** Whether all of it is here already, waiting to be read. */
	readonly hasArrived: () => boolean;
	cancel(): void;
};

export type Http = {
	api(request: ApiRequest): Promise<ApiResponse>;
	file(url: URL, signal: AbortSignal): Promise<FileResponse>;
};

export type HttpOptions = {
	readonly pace: Pace;
	readonly userAgent: string;
	/** Limit for a whole API answer, and for silence in a file, in milliseconds. */
	readonly timeoutMs: number;
	/** Where `HTTPS_PROXY` and its like are looked up; without it no proxy is used. */
	readonly environment?: Environment | undefined;
};

// A page of the list comes to half a megabyte, an activity's details to one or two.
const mostApiBytes = 8 * 1024 * 1024;

/** A file that brings less than this in the time of one silence has as good as stopped. */
const leastFileBytes = 1024;

/** A whole file may take as long as so many silences. */
const mostFileSilences = 60;

const toRetryAfterMs = (headers: ReplyHeaders): number | undefined => {
	const value = headers['retry-after'];
	if (value === undefined) {
		return undefined;
	}

	const seconds = Number(value);
	const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(value)) - Date.now();
	return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
};

const toAddress = (url: string, query: ApiRequest['query'] = {}): URL => {
	const address = new URL(url);
	for (const [name, value] of Object.entries(query)) {
		address.searchParams.set(name, String(value));
	}

	return address;
};

/**
 * The one place that talks to the network. Redirects are never followed here: on the API they would
 * carry the token along, and on the file host each new address has to be looked at first.
 */
export const createHttp = ({pace, userAgent, timeoutMs, environment}: HttpOptions): Http => {
	const route = createRouter(environment);

	/** `kind`: requests of one kind take the same time, as a rule. */
	const send = async (url: URL, {send: ask}: Route, kind: string, outgoing: Outgoing) => {
		const askedAt = performance.now();
		const headers = {...outgoing.headers, 'user-agent': userAgent};
		const reply = await ask(url, {...outgoing, headers});
		const body = await openBody(reply);
		if (reply.status === 429) {
			const retryAfterMs = toRetryAfterMs(reply.headers);
			pace.slowDown(retryAfterMs);
			body.destroy();
			throw retryAfterMs !== undefined && retryAfterMs > longestRetryAfterMs
				? toLongPause(retryAfterMs)
				: new KnownError('rate-limited', {retryAfterMs});
		}

		pace.answered(kind, performance.now() - askedAt);
		// What is still pressed has to be read as it comes.
		return body === reply.body ? reply : {...reply, body, hasArrived: () => false};
	};

	return {
		async api({method, url, query, headers, json, signal, mostBytes = mostApiBytes}) {
			await pace.ready(signal);
			const address = toAddress(url, query);
			const {host} = address;
			const way = await route(address);
			const deadline = createDeadline(timeoutMs, signal);
			try {
				const kind = `${address.pathname} ${query?.fileType ?? ''}`;
				const response = await send(address, way, kind, {
					method,
					headers: {
						accept: 'application/json, text/plain, */*',
						'accept-encoding': decodable,
						...(json && {'content-type': 'application/json'}),
						...headers,
					},
					body: json && JSON.stringify(json),
					signal: deadline.signal,
				});
				const body = response.hasArrived()
					? takeBody(response.body)
					: readBody(response.body, deadline.signal);
				const text = await readText(body, mostBytes);
				return {
					status: response.status,
					text,
					host,
					date: response.headers.date as string | undefined,
				};
			} catch (error) {
				throw toTransportError(error, {host, proxy: way.proxy}, deadline, signal);
			} finally {
				deadline.clear();
			}
		},

		async file(url, signal) {
			await pace.ready(signal);
			const way = await route(url);
			const where = {host: url.host, proxy: way.proxy};
			const deadline = createDeadline(timeoutMs, signal, mostFileSilences * timeoutMs);
			try {
				// Identity: what is hashed and counted is what the service sent.
				const response = await send(url, way, 'file', {
					method: 'GET',
					headers: {accept: '*/*', 'accept-encoding': 'identity'},
					signal: deadline.signal,
				});
				const read = async function* () {
					if (response.hasArrived()) {
						deadline.clear();
						yield* takeBody(response.body);
						return;
					}

					try {
						let heard = 0;
						for await (const chunk of readBody(response.body, deadline.signal)) {
							heard += chunk.byteLength;
							if (heard >= leastFileBytes) {
								heard = 0;
								deadline.extend();
							}

							yield chunk;
						}
					} catch (error) {
						throw toTransportError(error, where, deadline, signal);
					} finally {
						deadline.clear();
					}
				};
				return {
					status: response.status,
					headers: response.headers,
					body: read(),
					hasArrived: response.hasArrived,
					cancel() {
						deadline.clear();
						response.body.destroy();
					},
				};
			} catch (error) {
				deadline.clear();
				throw toTransportError(error, where, deadline, signal);
			}
		},
	};
};
