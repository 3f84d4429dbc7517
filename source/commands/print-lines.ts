import type {Io} from './io.js';

/** As much as is printed at once, in characters. */
const pieceLength = 64 * 1024;

/** Prints many lines no faster than they are read: what waits is held in memory. */
export const printLines = async (
	io: Io,
	lines: Iterable<string>,
	signal: AbortSignal,
): Promise<void> => {
	let piece = '';
	for (const line of lines) {
		piece += line;
		if (piece.length >= pieceLength) {
			signal.throwIfAborted();
			io.out(piece);
			await io.drained();
			piece = '';
		}
	}

	io.out(piece);
};
