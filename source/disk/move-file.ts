import {lstat, stat} from 'node:fs/promises';
import path from 'node:path';
import type {ArchiveMemory} from './archive-memory.js';
import {onDisk} from './disk-error.js';
import type {ArchiveFile} from './reconcile.js';
import {renameFile} from './rename-file.js';
import type {Subfolders} from './subfolders.js';

const statOf = (file: string) =>
	lstat(file, {bigint: true}).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') {
			return undefined;
		}

		throw error;
	});

/**
 * Gives a file another name in the same archive, and only a name that is free: nothing is ever
 * replaced. Where the names differ in case alone, one file may have both. Returns whether it moved.
 */
export const moveFile = (
	folder: string,
	from: string,
	to: string,
	subfolders: Subfolders,
): Promise<boolean> =>
	onDisk(path.join(folder, from), async () => {
		const taken = await statOf(path.join(folder, to));
		if (taken) {
			const own = await statOf(path.join(folder, from));
			if (own?.ino !== taken.ino || own.dev !== taken.dev) {
				return false;
			}
		}

		await subfolders.make(to);
		await renameFile(path.join(folder, from), path.join(folder, to));
		subfolders.touched(from);
		subfolders.touched(to);
		return true;
	});

/**
 * Follows files that have another name than the state remembers, by a relayout that was cut off or by
 * a person's hand. One of another size is not believed: it is checked like any that is found.
 */
export const followMoved = async (
	folder: string,
	moved: ReadonlyArray<ArchiveFile & {readonly size: number}>,
	memory: ArchiveMemory,
	unchecked: ArchiveFile[],
): Promise<void> => {
	for (const {id, format, name, size} of moved) {
		const found = await stat(path.join(folder, name)).catch(() => undefined);
		if (found?.isFile() && found.size === size) {
			memory.rename(id, format, name);
		} else {
			unchecked.push({id, format, name});
		}
	}
};
