import type {OpenFile} from './open-file.js';

/** So much may wait for the disk while more arrives. */
const mostWaiting = 256 * 1024;

/** Less is not handed to the disk by itself: that costs as much as what arrives in the meantime. */
const worthWriting = 128 * 1024;

/** Writes to a file that is being opened, behind the back of whoever hands over the bytes. */
export type WriteBehind = {
	/** Takes bytes; to be waited for, as it holds back a sender that is quicker than the disk. */
	write(bytes: Uint8Array): Promise<void> | undefined;
	/** Waits until all are written; throws what opening or writing met. */
	finish(): Promise<OpenFile>;
	/** Closes the file, whatever becomes of it. Never throws. */
	abandon(): Promise<void>;
};

/** Begins to write to a file that is about to be open. */
export const writeBehind = (opening: Promise<OpenFile>): WriteBehind => {
	let waiting: Uint8Array[] = [];
	let size = 0;
	let writing: Promise<void> | undefined;

	const writeAll = async (least: number) => {
		const file = await opening;
		while (size >= least && waiting.length > 0) {
			const pieces = waiting;
			const [first] = pieces as [Uint8Array];
			waiting = [];
			size = 0;
			await (pieces.length === 1 ? file.write(first) : file.writeAll(pieces));
		}

		writing = undefined;
	};

	opening.catch(() => {}); // Whoever writes or waits hears of it.
	return {
		write(bytes) {
			waiting.push(bytes);
			size += bytes.byteLength;
			if (size >= worthWriting) {
				writing ??= writeAll(worthWriting);
				writing.catch(() => {});
			}

			return size > mostWaiting ? writing : undefined;
		},
		async finish() {
			await writing;
			await writeAll(0);
			return opening;
		},
		async abandon() {
			await writing?.catch(() => {});
			await opening.then((file) => file.close()).catch(() => {});
		},
	};
};
