import type {Readable} from 'node:stream';
import type {Reply} from './send.js';

const encodings: ReadonlySet<string> = new Set(['gzip', 'x-gzip', 'deflate', 'br']);

// Loaded where something was pressed: small answers mostly are not.
const createDecoder = async (encoding: string) => {
	const {constants, createBrotliDecompress, createGunzip, createInflate} = await import(
		'node:zlib'
	);
	// As browsers do: what a server leaves off at the end is for whoever checks the content to notice.
	const {Z_SYNC_FLUSH: flush, BROTLI_OPERATION_FLUSH: flushBrotli} = constants;
	switch (encoding) {
		case 'br':
			return createBrotliDecompress({flush: flushBrotli, finishFlush: flushBrotli});
		case 'deflate':
			return createInflate({flush, finishFlush: flush});
		default:
			return createGunzip({flush, finishFlush: flush});
	}
};

/** What `accept-encoding` may say of answers that are read here. */
export const decodable = 'gzip, deflate, br';

/**
 * The body of an answer as it was before it was pressed for the way. What is pressed in a way that
 * nobody asked for stays so: whoever reads it will see that it is no text.
 */
export const openBody = async ({headers, body}: Reply): Promise<Readable> => {
	body.on('error', () => {}); // Whoever reads hears of it; a body that nobody reads is no crash.
	const encoding = String(headers['content-encoding'] ?? '')
		.trim()
		.toLowerCase();
	if (!encodings.has(encoding)) {
		return body;
	}

	const decoder = await createDecoder(encoding);
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

/** Takes a body that has arrived already, at once. Its connection is free for the next request then. */
export function* takeBody(body: Readable): Generator<Uint8Array> {
	for (let chunk = body.read(); chunk !== null; chunk = body.read()) {
		yield chunk as Uint8Array;
	}
}
