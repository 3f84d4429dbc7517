import fs from 'node:fs';
import {promisify} from 'node:util';

// The plain calls: an open file of `node:fs/promises` takes twice the work for a small file.
const call = {
	open: promisify(fs.open),
	write: promisify(fs.write),
	writev: promisify(fs.writev),
	futimes: promisify(fs.futimes),
	fsync: promisify(fs.fsync),
	close: promisify(fs.close),
};

/** A file or folder that is open. */
export type OpenFile = {
	/** Appends bytes, all of them. One at a time. */
	write(bytes: Uint8Array): Promise<void>;
	/** Appends several pieces, without putting them together first. */
	writeAll(pieces: readonly Uint8Array[]): Promise<void>;
	/** Sets its time, Unix seconds. */
	date(time: number): Promise<void>;
	sync(): Promise<void>;
	/** Closes it, once. */
	close(): Promise<void>;
};

const toOpenFile = (descriptor: number): OpenFile => {
	let isOpen = true;
	const write = async (bytes: Uint8Array): Promise<void> => {
		for (let at = 0; at < bytes.byteLength; ) {
			at += (await call.write(descriptor, bytes, at, bytes.byteLength - at, null)).bytesWritten;
		}
	};
	return {
		write,
		async writeAll(pieces) {
			const {bytesWritten} = await call.writev(descriptor, pieces);
			const size = pieces.reduce((sum, {byteLength}) => sum + byteLength, 0);
			if (bytesWritten < size) {
				await write(Buffer.concat(pieces).subarray(bytesWritten)); // The disk took a part of them.
			}
		},
		date: (time) => call.futimes(descriptor, time, time),
		sync: () => call.fsync(descriptor),
		async close() {
			if (isOpen) {
				isOpen = false; // Its number may be another file's from now on, whatever `close` says.
				await call.close(descriptor);
			}
		},
	};
};

/** Makes a file that is not there yet and opens it for writing. */
export const createFile = async (file: string, mode: number): Promise<OpenFile> =>
	toOpenFile(await call.open(file, 'wx', mode));

/** Opens a folder, where the system can, to flush it. */
export const openFolder = async (folder: string): Promise<OpenFile> =>
	toOpenFile(await call.open(folder, 'r'));
