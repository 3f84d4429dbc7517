import {KnownError} from '../domain/known-error.js';

/**
 * Reads a body as UTF-8, at most `mostBytes` of it: an endless answer must not fill the memory.
 * Throws `unexpected-response` beyond that.
 */
export const readText = async (
	body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	mostBytes: number,
): Promise<string> => {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.byteLength;
		if (size > mostBytes) {
			throw new KnownError('unexpected-response', {
				detail: `an answer of more than ${Math.round(mostBytes / 1024 / 1024)} MB`,
			});
		}

		chunks.push(chunk);
	}

	return Buffer.concat(chunks).toString('utf8');
};
