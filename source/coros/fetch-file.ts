import {KnownError} from '../domain/known-error.js';
import {toFileUrl} from './file-link.js';
import type {Http} from './http.js';
import type {ReplyHeaders} from './reply-headers.js';

/** A file on its way. Read `body` to the end or call `cancel`. */
export type RemoteFile = {
	/** Bytes to come, where the host said. */
	readonly size: number | undefined;
	/** MD5 in lowercase hex, where the host gave something that looks like one. */
	readonly md5: string | undefined;
	readonly body: AsyncIterable<Uint8Array>;
	/** Whether every byte is here already, waiting to be read: then nothing more is asked of the host. */
	readonly hasArrived: () => boolean;
	cancel(): void;
};

const mostRedirects = 5;

/**
 * The object stores name a plain upload's MD5 in `ETag` (S3, OSS) or `Content-MD5` (OSS). An ETag
 * of that form is usually, not always, the MD5, so a mismatch is grounds to fetch again, no proof.
 */
const toMd5 = (headers: ReplyHeaders): string | undefined => {
	const {'content-md5': content, etag} = headers;
	if (content) {
		const hex = Buffer.from(String(content), 'base64').toString('hex');
		return hex.length === 32 ? hex : undefined;
	}

	return /^"?([\da-f]{32})"?$/i.exec(String(etag ?? ''))?.[1]?.toLowerCase();
};

const toSize = (headers: ReplyHeaders): number | undefined => {
	const {'content-length': length, 'content-encoding': encoding} = headers;
	return length === undefined || encoding !== undefined ? undefined : Number(length);
};

/**
 * Opens a link on the file host, without any credentials. The link is a secret of its own, usually
 * permanent and unsigned: only its host is ever named. 403 and 404 are `file-not-ready`, as text
 * formats are made on request and may lag.
 */
export const fetchFile = async (
	http: Http,
	link: string,
	base: string,
	signal: AbortSignal,
): Promise<RemoteFile> => {
	let url = toFileUrl(link, base);
	for (let hop = 0; hop <= mostRedirects; hop += 1) {
		const response = await http.file(url, signal);
		const {status, headers, body, hasArrived, cancel} = response;
		if (status === 200) {
			return {size: toSize(headers), md5: toMd5(headers), body, hasArrived, cancel};
		}

		cancel();
		const {location} = headers;
		if (status < 300 || status > 399 || typeof location !== 'string') {
			const detail = `${url.host}, HTTP ${status}`;
			throw new KnownError(status >= 500 ? 'server-error' : 'file-not-ready', {detail});
		}

		url = toFileUrl(location, base, url.href);
	}

	throw new KnownError('link-refused', {detail: `${url.host} redirects without end`});
};
