import type {Readable} from 'node:stream';
import {type Environment, type ProxyServer, proxyFor} from './proxy.js';
import type {ReplyHeaders} from './reply-headers.js';

/** A request on its way out. */
export type Outgoing = {
	readonly method: 'GET' | 'POST';
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | undefined;
	/** Ends the wait for an answer and closes its connection. Reading the body is the caller's. */
	readonly signal: AbortSignal;
};

/** What came back, as it was sent. `body` is to be read to its end or destroyed. */
export type Reply = {
	readonly status: number;
	readonly headers: ReplyHeaders;
	readonly body: Readable;
};

/** Sends a request. No redirect is followed, nothing is sent twice, no body is decoded. */
export type Send = (url: URL, outgoing: Outgoing) => Promise<Reply>;

/** How one address is reached. */
export type Route = {
	readonly send: Send;
	/** The proxy in between, safe to name. */
	readonly proxy: string | undefined;
};

/** Chooses the way to an address. */
export type Router = (url: URL) => Promise<Route>;

// Both are loaded when asked: whoever only looks at the disk need not wait for them.
const directly = async (): Promise<Route> => {
	const {createDirectRequest} = await import('./direct-request.js');
	return {send: createDirectRequest(), proxy: undefined};
};

const through = async ({url, name}: ProxyServer): Promise<Route> => {
	const {createProxiedRequest} = await import('./proxied-request.js');
	return {send: createProxiedRequest(url), proxy: name};
};

/** Creates the ways to everywhere, as the environment's proxy variables say. */
export const createRouter = (environment: Environment = {}): Router => {
	const routes = new Map<string, Promise<Route>>();
	return (url) => {
		const proxy = proxyFor(url, environment);
		const key = proxy?.url.href ?? '';
		const route = routes.get(key) ?? (proxy ? through(proxy) : directly());
		routes.set(key, route);
		return route;
	};
};
