import {constants, copyFile, mkdir, open} from 'node:fs/promises';
import path from 'node:path';
import {isThere} from './is-there.js';
import {syncFolder} from './write-atomically.js';

/** Inside an archive: what was damaged, kept when a whole file took its place. */
export const setAsideFolder = 'damaged';

/** Names that versions before the folder gave to damaged files. */
export const isAsideName = (name: string): boolean => name.endsWith('.damaged');

const toStamp = (moment: Date): string => moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

/** `2025-01-10_476.fit` as `2025-01-10_476.20260102T030405.fit`: it still opens in its programs. */
export const toAsideName = (name: string, moment: Date, copy = 1): string => {
	const {name: stem, ext} = path.parse(name);
	return `${stem}.${toStamp(moment)}${copy === 1 ? '' : `-${copy}`}${ext}`;
};

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

const sync = async (file: string): Promise<void> => {
	const handle = await open(file, 'r+');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
};

// Never the archive's own folder with it: where that is gone, something else may come to stand there.
const makeAside = async (folder: string): Promise<void> => {
	try {
		await mkdir(path.join(folder, setAsideFolder));
	} catch (error) {
		if (!isTaken(error)) {
			throw error;
		}
	}
};

/**
 * Copies a damaged file into `damaged/`, where it stays until its owner removes it. A copy, so that
 * at no moment the folder holds less than before. `as` is the name that the copy's is made of.
 * Returns the copy's name in the archive.
 */
export const quarantineFile = async (folder: string, name: string, as = name): Promise<string> => {
	await makeAside(folder);
	const moment = new Date();
	for (let copy = 1; ; copy += 1) {
		const aside = path.join(folder, setAsideFolder, toAsideName(as, moment, copy));
		try {
			await copyFile(
				path.join(folder, name),
				aside,
				constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE,
			);
			await sync(aside);
			await syncFolder(path.dirname(aside));
			return `${setAsideFolder}/${path.basename(aside)}`;
		} catch (error) {
			if (!isTaken(error)) {
				throw error;
			}
		}
	}
};

/** The same; nothing happens where there is no such file. */
export const copyAside = async (folder: string, name: string): Promise<void> => {
	if (await isThere(path.join(folder, name))) {
		await quarantineFile(folder, name);
	}
};
