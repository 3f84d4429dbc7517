import {KnownError} from '../domain/known-error.js';
import {isRegion, type Region, regions} from '../domain/region.js';

/** The API host of each region, without a trailing slash. */
export type Hosts = Readonly<Record<Region, string>>;

/** COROS's own hosts. Every public client agrees on the first three, five on Singapore's. */
export const corosHosts: Hosts = {
	us: 'https://teamapi.coros.com',
	eu: 'https://teameuapi.coros.com',
	cn: 'https://teamcnapi.coros.com',
	sg: 'https://teamsgapi.coros.com',
};

/** `data.regionId` in login answers. (`userProfile.region` is another numbering: never use it.) */
const regionIds: ReadonlyMap<string, Region> = new Map([
	['1', 'us'],
	['2', 'cn'],
	['3', 'eu'],
	['4', 'sg'],
]);

/** The region of a `regionId`, which comes as a number or as a numeric string. */
export const toRegion = (regionId: unknown): Region | undefined => regionIds.get(String(regionId));

const toOrigin = (text: string): string => {
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
		throw new KnownError('usage', {
			detail: `--base-url takes a web address or us=URL,eu=URL,cn=URL,sg=URL, not ${text}`,
		});
	}

	return text.replace(/\/+$/, '');
};

/** Reads `--base-url`: one address for every region, or `us=URL,eu=URL,…`; the rest stay COROS's. */
export const parseBaseUrl = (text: string): Hosts => {
	if (!/^(us|eu|cn|sg)=/.test(text)) {
		const origin = toOrigin(text);
		return {us: origin, eu: origin, cn: origin, sg: origin};
	}

	const hosts = {...corosHosts};
	for (const part of text.split(',')) {
		const [region, ...rest] = part.split('=');
		if (!isRegion(region)) {
			throw new KnownError('usage', {detail: `--base-url knows us, eu, cn and sg, not ${region}`});
		}

		hosts[region] = toOrigin(rest.join('='));
	}

	return hosts;
};

/**
 * The order in which hosts are asked: the likely region first, then US, EU, China, Singapore, the
 * order CorosLink uses. Hosts that share an address are asked once.
 */
export const askingOrder = (
	hosts: Hosts,
	...first: ReadonlyArray<Region | undefined>
): Region[] => {
	const seen = new Set<string>();
	return [...first, ...regions].filter((region): region is Region => {
		if (!region || seen.has(hosts[region])) {
			return false;
		}

		seen.add(hosts[region]);
		return true;
	});
};
