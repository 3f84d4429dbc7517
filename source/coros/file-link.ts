import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import {KnownError} from '../domain/known-error.js';
import {resultCode} from './answer.js';
import type {CallApi} from './list.js';

/** COROS's `fileType` numbers; twelve clients agree, the one that differs is wrong. */
const fileTypes = {csv: 0, gpx: 1, kml: 2, tcx: 3, fit: 4} as const satisfies Record<
	ExportFormat,
	number
>;

export type FileLink =
	| {readonly kind: 'link'; readonly url: string}
	| {
			readonly kind: 'unavailable';
			readonly reason: string;
			/** COROS said so in so many words; otherwise it may have been a passing refusal. */
			readonly certain: boolean;
	  };

// The service asks for a real sport; run is what clients send that do not know better.
const sportTypeForUnknown = 100;

/**
 * Asks for the address of an export, which is made on request. That a format does not exist comes
 * in three shapes, none of them ever documented: no `data`, `data` without a `fileUrl`, or a refusal
 * with a code of its own.
 */
export const requestFileLink = async (
	call: CallApi,
	{id, sportType}: Pick<Activity, 'id' | 'sportType'>,
	format: ExportFormat,
	signal: AbortSignal,
): Promise<FileLink> => {
	const answer = await call(
		'POST',
		'/activity/detail/download',
		{labelId: id, sportType: sportType || sportTypeForUnknown, fileType: fileTypes[format]},
		signal,
	);
	if (answer.result !== resultCode.ok) {
		const why = answer.message || 'no reason given';
		return {kind: 'unavailable', reason: `${why} (code ${answer.result})`, certain: false};
	}

	const url = answer.data?.fileUrl;
	return typeof url === 'string' && url !== ''
		? {kind: 'link', url}
		: {kind: 'unavailable', reason: 'COROS has no such file', certain: true};
};

const fileHosts = /(^|\.)(coros\.com|aliyuncs\.com|amazonaws\.com|amazonaws\.com\.cn)$/;

const isLoopback = ({hostname}: URL): boolean =>
	hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/**
 * Reads a link and decides whether to follow it: https to COROS or its two storage providers, as
 * careful clients allow; this machine only when the API itself is on this machine. Throws
 * `link-refused`, naming the host alone: the rest of a link is a secret. `base` is the API's
 * address, `from` what a relative link is relative to, where it may be one.
 */
export const toFileUrl = (link: string, base: string, from?: string): URL => {
	const api = new URL(base);
	if (!URL.canParse(link, from)) {
		throw new KnownError('link-refused', {detail: 'not a web address'});
	}

	const url = new URL(link, from);
	const known = url.protocol === 'https:' && fileHosts.test(url.hostname);
	const local = /^https?:$/.test(url.protocol) && isLoopback(url) && isLoopback(api);
	if (!(known || local) || url.username !== '' || url.password !== '') {
		throw new KnownError('link-refused', {detail: `${url.protocol}//${url.host}`.slice(0, 200)});
	}

	return url;
};

/**
 * The activity id that a link names, which real ones do (`…/fit/{userId}/{labelId}.fit`). Undefined
 * where the last part of the path is no id.
 */
export const toLinkedId = (link: string): string | undefined =>
	/\/(\d{15,24})\.\w+$/.exec(URL.canParse(link) ? new URL(link).pathname : '')?.[1];
