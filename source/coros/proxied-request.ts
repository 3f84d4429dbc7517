import {type $Fetch, createFetch} from 'ofetch';
import * as undici from 'undici';

// Node 20 has no proxy of its own, and its fetch is no match for another undici's agent: both come
// from one package here.
const {fetch, Headers} = undici as unknown as typeof globalThis;

/** Creates requests that go through a proxy. Loaded only where a proxy is named: it is large. */
export const createProxiedRequest = (proxy: URL): $Fetch['raw'] => {
	// Only https is tunnelled; plain http is asked of the proxy itself, as proxies expect.
	const dispatcher = new undici.ProxyAgent({uri: proxy.href, proxyTunnel: false});
	return createFetch({fetch, Headers, defaults: {dispatcher}}).raw;
};
