import {link, open, rm} from 'node:fs/promises';
import path from 'node:path';
import {toTemporaryName} from '../domain/file-name.js';
import {dateFile} from './date-file.js';
import {toDiskError} from './disk-error.js';
import {createFile} from './open-file.js';
import {renameFile} from './rename-file.js';

export type WritePiecesOptions = {
	/** Replaces a file of that name; otherwise it stays as it is. */
	readonly overwrite: boolean;
	/** When what the file holds happened, Unix seconds: its time on the disk. */
	readonly time: number | undefined;
	readonly signal: AbortSignal;
};

const hasCode = (error: unknown, ...codes: string[]): boolean =>
	error instanceof Error && codes.includes(String((error as NodeJS.ErrnoException).code));

/** Whether anything of that name is there. */
const isThere = (file: string): Promise<boolean> =>
	open(file, 'r').then(
		async (handle) => {
			await handle.close();
			return true;
		},
		(error: unknown) => !hasCode(error, 'ENOENT', 'ENOTDIR'),
	);

/** Gives a file its name unless the name is taken: a link fails then, where a rename would not. */
const claimName = async (temporary: string, file: string): Promise<boolean> => {
	try {
		await link(temporary, file);
		await rm(temporary, {force: true});
		return true;
	} catch (error) {
		if (hasCode(error, 'EEXIST')) return false;
		// A file system without links, such as a camera's card.
		if (await isThere(file)) return false;
		await renameFile(temporary, file);
		return true;
	}
};

/**
 * Writes a text in pieces under a temporary name, and gives it its own when it is whole and on the
 * disk. Nothing is left behind when it fails or is cancelled. Returns its bytes, or `undefined`
 * where the name was taken. Throws `KnownError`, or the signal's reason.
 */
export const writePieces = async (
	file: string,
	pieces: Iterable<string>,
	{overwrite, time, signal}: WritePiecesOptions,
): Promise<number | undefined> => {
	const folder = path.dirname(file);
	const temporary = path.join(folder, toTemporaryName(path.basename(file)));
	try {
		let bytes = 0;
		const out = await createFile(temporary, 0o644);
		try {
			for (const piece of pieces) {
				signal.throwIfAborted();
				const chunk = Buffer.from(piece);
				await out.write(chunk);
				bytes += chunk.byteLength;
			}

			await dateFile(out, time);
			await out.sync();
		} finally {
			await out.close();
		}

		if (!overwrite) return (await claimName(temporary, file)) ? bytes : undefined;
		await renameFile(temporary, file);
		return bytes;
	} catch (error) {
		throw toDiskError(error, folder);
	} finally {
		await rm(temporary, {force: true}).catch(() => {});
	}
};
