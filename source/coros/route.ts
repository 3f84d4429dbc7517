import type {$Fetch} from 'ofetch';
import {type Environment, type ProxyServer, proxyFor} from './proxy.js';

/** How one address is reached. */
export type Route = {
	readonly request: $Fetch['raw'];
	/** The proxy in between, safe to name. */
	readonly proxy: string | undefined;
};

/** Chooses the way to an address. */
export type Router = (url: URL) => Promise<Route>;

// Loaded when asked: it wakes Node's own fetch, which whoever only looks at the disk need not wait for.
const directly = async (): Promise<Route> => {
	const {ofetch} = await import('ofetch');
	return {request: ofetch.raw, proxy: undefined};
};

const through = async ({url, name}: ProxyServer): Promise<Route> => {
	const {createProxiedRequest} = await import('./proxied-request.js');
	return {request: createProxiedRequest(url), proxy: name};
};

/** Creates the ways to everywhere, as the environment's proxy variables say. */
export const createRouter = (environment: Environment = {}): Router => {
	const routes = new Map<string, Promise<Route>>();
	return async (url) => {
		const proxy = proxyFor(url, environment);
		if (!proxy) {
			return directly();
		}

		const {href} = proxy.url;
		const route = routes.get(href) ?? through(proxy);
		routes.set(href, route);
		return route;
	};
};
