import {rm} from 'node:fs/promises';
import path from 'node:path';
import {onDisk, toDiskError} from './disk-error.js';
import {type FolderNames, noNames} from './folder-names.js';
import {isThere} from './is-there.js';
import {type Lock, lockFolder} from './lock.js';
import {makeFolder} from './make-folder.js';
import {isInUse} from './rename-file.js';
import {emptyFolder, type FolderContent, scanFolder} from './scan-folder.js';
import {openStateFile, type StateFile} from './state-file.js';

export type Entered = {
	/** None where nothing will be written. */
	readonly lock: Lock | undefined;
	/** None where there is no folder. */
	readonly state: StateFile | undefined;
	readonly content: FolderContent;
};

/** Makes an archive's folder, where there is none, and locks it. */
const takeFolder = async (folder: string): Promise<{lock: Lock; names: FolderNames}> => {
	await onDisk(folder, () => makeFolder(folder));
	let names = noNames;
	const lock = await lockFolder(folder, (read) => {
		names = read;
	});
	return {lock, names};
};

// A scanner may have one open still: it is in nobody's way, and the next run clears it.
const clearLeftover = async (file: string): Promise<void> => {
	try {
		await rm(file, {force: true});
	} catch (error) {
		if (!isInUse(error)) {
			throw error;
		}
	}
};

const unlocked = {lock: undefined, names: undefined} as const;

/**
 * Goes into an archive's folder: makes and locks it, reads its state and its names, and clears what
 * an interrupted run left. `readOnly` only reads.
 */
export const enterFolder = async (
	folder: string,
	{readOnly}: {readonly readOnly: boolean},
): Promise<Entered> => {
	const {lock, names} = readOnly ? unlocked : await takeFolder(folder);
	try {
		if (!(await isThere(folder))) {
			return {lock, state: undefined, content: emptyFolder};
		}

		const state = await openStateFile(folder, {readOnly});
		const content = await scanFolder(folder, names);
		lock?.check();
		for (const name of readOnly ? [] : content.temporary) {
			await clearLeftover(path.join(folder, name));
		}

		return {lock, state, content};
	} catch (error) {
		await lock?.release();
		throw toDiskError(error, folder);
	}
};
