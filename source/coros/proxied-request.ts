import * as undici from 'undici';
import type {Send} from './send.js';

/**
 * Creates requests that go through a proxy: Node 20 has no way to one of its own. Loaded only where a
 * proxy is named: it is large.
 */
export const createProxiedRequest = (proxy: URL): Send => {
	// Only https is tunnelled; plain http is asked of the proxy itself, as proxies expect.
	const dispatcher = new undici.ProxyAgent({uri: proxy.href, proxyTunnel: false});
	return async (url, {method, headers, body, signal}) => {
		const answer = await undici.request(url, {
			dispatcher,
			method,
			headers,
			signal,
			...(body !== undefined && {body}),
		});
		const {statusCode: status, headers: given, body: arriving} = answer;
		return {status, headers: given, body: arriving, hasArrived: () => false}; // It does not tell.
	};
};
