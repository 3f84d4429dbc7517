import type {Readable} from 'node:stream';
import {createBrotliDecompress, createGunzip, createInflate, constants as zlib} from 'node:zlib';
import type {Reply} from './route.js';

// As browsers do: what a server leaves off at the end is for whoever checks the content to notice.
const lenient = {flush: zlib.Z_SYNC_FLUSH, finishFlush: zlib.Z_SYNC_FLUSH};
const lenientBrotli = {
	flush: zlib.BROTLI_OPERATION_FLUSH,
	finishFlush: zlib.BROTLI_OPERATION_FLUSH,
};

const toDecoder = (encoding: string) => {
	switch (encoding) {
		case 'gzip':
		case 'x-gzip':
			return createGunzip(lenient);
		case 'deflate':
			return createInflate(lenient);
		case 'br':
			return createBrotliDecompress(lenientBrotli);
		default:
			return undefined; // Whoever reads it will see that it is no text.
	}
};

/** What `accept-encoding` may say of answers that are read here. */
export const decodable = 'gzip, deflate, br';

/** The body of an answer as it was before it was pressed for the way. */
export const openBody = ({headers, body}: Reply): Readable => {
	body.on('error', () => {}); // Whoever reads hears of it; a body that nobody reads is no crash.
	const encoding = headers['content-encoding'];
	const decoder = encoding && toDecoder(String(encoding).trim().toLowerCase());
	if (!decoder) {
		return body;
	}

	body.on('error', (error) => decoder.destroy(error));
	decoder.on('error', () => {});
	decoder.once('close', () => void body.destroy());
	return body.pipe(decoder);
};

/**
 * Reads a body piece by piece until it ends or the signal aborts, then throws the signal's reason.
 * Whoever leaves early closes the body, and the connection with it.
 */
export async function* readBody(body: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
	const stop = () => void body.destroy(signal.reason as Error);
	signal.addEventListener('abort', stop, {once: true});
	try {
		signal.throwIfAborted();
		for await (const chunk of body) {
			yield chunk as Uint8Array;
			signal.throwIfAborted();
		}
	} finally {
		signal.removeEventListener('abort', stop);
		body.destroy();
	}
}
