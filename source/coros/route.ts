import {type Environment, type ProxyServer, proxyFor} from './proxy.js';
import type {Send} from './send.js';

/** How one address is reached. */
export type Route = {
	readonly send: Send;
	/** The proxy in between, safe to name. */
	readonly proxy: string | undefined;
};

/** Chooses the way to an address. */
export type Router = (url: URL) => Promise<Route>;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

// Both are loaded when asked: whoever only looks at the disk need not wait for them.
const directly = async (): Promise<Route> => {
	const {createDirectRequest} = await import('./direct-request.js');
	await nextTurn(); // Loading it takes half a frame.
	return {send: createDirectRequest(), proxy: undefined};
};

const through = async ({url, name}: ProxyServer): Promise<Route> => {
	const {createProxiedRequest} = await import('./proxied-request.js');
	return {send: createProxiedRequest(url), proxy: name};
};

/** Creates the ways to everywhere, as the environment's proxy variables say. */
export const createRouter = (environment: Environment = {}): Router => {
	const ways = new Map<string, Promise<Route>>();
	const find = (url: URL): Promise<Route> => {
		const proxy = proxyFor(url, environment);
		const key = proxy?.url.href ?? '';
		const way = ways.get(key) ?? (proxy ? through(proxy) : directly());
		ways.set(key, way);
		return way;
	};

	// There are only a few hosts, and each is asked for thousands of files.
	const routes = new Map<string, Promise<Route>>();
	return (url) => {
		const route = routes.get(url.origin) ?? find(url);
		routes.set(url.origin, route);
		return route;
	};
};
