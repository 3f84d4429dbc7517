import {closeSync, fsyncSync, openSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {realpath, rm} from 'node:fs/promises';
import path from 'node:path';
import {toTemporaryName} from '../domain/file-name.js';
import {createFile, type OpenFile, openFolder} from './open-file.js';
import {renameFile, renameFileNow} from './rename-file.js';
import {createSharedFlush} from './shared-flush.js';

// What shared and unusual file systems say that cannot flush: they are used all the same.
const cannotFlush = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'ENOTTY']);

const passOver = (error: unknown): void => {
	if (!cannotFlush.has((error as NodeJS.ErrnoException).code ?? '')) {
		throw error;
	}
};

/** Waits until a file's bytes are on the disk, where the file system can tell. */
export const syncFile = (file: OpenFile): Promise<void> => file.sync().catch(passOver);

/**
 * Makes a rename survive a power cut. Not every system can open a folder: there it is skipped. Those
 * who ask while a flush is under way share the next one, which begins after all their renames.
 */
export const syncFolder = createSharedFlush(openFolder);

/** Makes what `fill` writes a file, whole or not at all: temporary name, fsync, rename. */
const replaceFile = async (
	file: string,
	mode: number,
	fill: (out: OpenFile) => Promise<void>,
	beforeRename: () => void = () => {},
): Promise<void> => {
	const temporary = path.join(path.dirname(file), toTemporaryName(path.basename(file)));
	try {
		const out = await createFile(temporary, mode);
		try {
			await fill(out);
			await syncFile(out);
		} finally {
			await out.close();
		}

		beforeRename();
		await renameFile(temporary, file);
	} catch (error) {
		await rm(temporary, {force: true}).catch(() => {});
		throw error;
	}
};

/** Writes a small file whole or not at all. */
export const writeAtomically = (
	file: string,
	content: string | Uint8Array,
	mode = 0o644,
): Promise<void> => replaceFile(file, mode, (out) => out.write(Buffer.from(content)));

/** As much as is written at once. */
const pieceCharacters = 64 * 1024;

/**
 * Writes a big file whole or not at all, in pieces between which everything else has its turn. A
 * file that is a link to one elsewhere stays a link. `beforeRename` may throw to keep the old one.
 */
export const writePiecesAtomically = async (
	file: string,
	pieces: Iterable<string>,
	{mode, beforeRename}: {readonly mode: number; readonly beforeRename: () => void},
): Promise<void> => {
	const target = await realpath(file).catch(() => file);
	const fill = async (out: OpenFile) => {
		let text = '';
		for (const piece of pieces) {
			text += piece;
			if (text.length >= pieceCharacters) {
				await out.write(Buffer.from(text));
				text = '';
			} else if (piece === '') {
				await new Promise((resolve) => setImmediate(resolve));
			}
		}

		await out.write(Buffer.from(text));
	};
	await replaceFile(target, mode, fill, beforeRename);
};

// A file that is a link to one elsewhere stays a link.
const follow = (file: string): string => {
	try {
		return realpathSync(file);
	} catch {
		return file;
	}
};

/** The same at once, for what has to be written before anything else happens. */
export const writeAtomicallyNow = (file: string, content: string, mode = 0o644): void => {
	const target = follow(file);
	const temporary = path.join(path.dirname(target), toTemporaryName(path.basename(target)));
	try {
		const descriptor = openSync(temporary, 'wx', mode);
		try {
			writeFileSync(descriptor, content);
			try {
				fsyncSync(descriptor);
			} catch (error) {
				passOver(error);
			}
		} finally {
			closeSync(descriptor);
		}

		renameFileNow(temporary, target);
	} catch (error) {
		try {
			rmSync(temporary, {force: true});
		} catch {}

		throw error;
	}
};
