import {type FileHandle, open} from 'node:fs/promises';

/** The part of a file that was read and not taken yet. Only so much of it is ever held. */
export type FileWindow = {
	/** Good until the next `more`. */
	readonly bytes: Buffer;
	/** Reads some more of the file; false at its end. Throws `RangeError` where too much is left untaken. */
	more(): Promise<boolean>;
	/** Takes bytes from the start. */
	skip(length: number): void;
	close(): Promise<void>;
};

// Parsed in a few milliseconds, between which keys have their turn.
const usualBytes = 64 * 1024;

/**
 * Opens a file to be read from its start to its end, `readBytes` at a time, of which `mostBytes` may
 * be left untaken.
 */
export const openFileWindow = async (
	file: string,
	{mostBytes, readBytes = usualBytes}: {readonly mostBytes: number; readonly readBytes?: number},
): Promise<FileWindow> => {
	const handle: FileHandle = await open(file);
	let buffer = Buffer.allocUnsafe(2 * readBytes);
	let start = 0;
	let end = 0;
	return {
		get bytes() {
			return buffer.subarray(start, end);
		},
		async more() {
			const left = end - start;
			if (left > mostBytes) {
				throw new RangeError('more than is ever held');
			}

			if (left + readBytes > buffer.length) {
				const larger = Buffer.allocUnsafe(2 * buffer.length);
				buffer.copy(larger, 0, start, end);
				buffer = larger;
			} else {
				buffer.copyWithin(0, start, end);
			}

			start = 0;
			end = left;
			const {bytesRead} = await handle.read(buffer, end, readBytes);
			end += bytesRead;
			return bytesRead > 0;
		},
		skip(length) {
			start += length;
		},
		close: () => handle.close(),
	};
};
