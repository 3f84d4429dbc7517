import {KnownError} from '../domain/known-error.js';

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy for one address. */
export type ProxyServer = {
	/** With its credentials: a secret. */
	readonly url: URL;
	/** Safe to name: host and port alone. */
	readonly name: string;
};

const read = (environment: Environment, ...names: readonly string[]): string | undefined =>
	names
		.flatMap((name) => [environment[name.toLowerCase()], environment[name]])
		.find((value) => value !== undefined && value !== '');

const toProxy = (text: string): ProxyServer => {
	// `proxy:8080` is understood by everybody as http.
	const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
	const url = URL.canParse(whole) ? new URL(whole) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') {
		// The value itself may hold a password.
		const what = url?.hostname ? `${url.protocol}//${url.host}` : 'no web address';
		throw new KnownError('proxy-refused', {
			detail: `the environment names ${what}`,
			hint: 'Only proxies of the form http://host:port and https://host:port are understood.',
		});
	}

	return {url, name: url.host};
};

const isExcepted = ({hostname, port, protocol}: URL, list: string): boolean => {
	const number = port || (protocol === 'https:' ? '443' : '80');
	return list
		.toLowerCase()
		.split(/[,\s]+/)
		.filter((entry) => entry !== '')
		.some((entry) => {
			const [, name = entry, own] = /^(.+):(\d+)$/.exec(entry) ?? [];
			const suffix = name.replace(/^\*?\./, '');
			return (
				entry === '*' ||
				((own === undefined || own === number) &&
					(hostname === suffix || hostname.endsWith(`.${suffix}`)))
			);
		});
};

/**
 * The proxy for an address, as curl and the rest of the world read the environment: `HTTPS_PROXY` or
 * `HTTP_PROXY` by the address's scheme, else `ALL_PROXY`, small letters first; `NO_PROXY` lists what is
 * reached directly: names with all below them, `name:port`, or `*`. This machine is no exception
 * unless it is listed. Throws `proxy-refused` for an address that is none.
 */
export const proxyFor = (url: URL, environment: Environment): ProxyServer | undefined => {
	const own = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
	const text = read(environment, own, 'ALL_PROXY');
	return text === undefined || isExcepted(url, read(environment, 'NO_PROXY') ?? '')
		? undefined
		: toProxy(text);
};
