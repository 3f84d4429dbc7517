import {open, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {toTemporaryName} from '../domain/file-name.js';

/** Makes a rename survive a power cut. Not every system can open a folder: there it is skipped. */
export const syncFolder = async (folder: string): Promise<void> => {
	try {
		const handle = await open(folder, 'r');
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch {}
};

/** Writes a small file whole or not at all: temporary name, fsync, rename. */
export const writeAtomically = async (
	file: string,
	content: string | Uint8Array,
	mode = 0o644,
): Promise<void> => {
	const folder = path.dirname(file);
	const temporary = path.join(folder, toTemporaryName(path.basename(file)));
	try {
		const handle = await open(temporary, 'wx', mode);
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}

		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, {force: true}).catch(() => {});
		throw error;
	}
};
