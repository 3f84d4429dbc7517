import {existsSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {onDisk, toDiskError} from './disk-error.js';
import {type Lock, lockFolder} from './lock.js';
import {makeFolder} from './make-folder.js';
import {emptyFolder, type FolderContent, scanFolder} from './scan-folder.js';
import {openStateFile, type StateFile} from './state-file.js';

export type Entered = {
	/** None where nothing will be written. */
	readonly lock: Lock | undefined;
	/** None where there is no folder. */
	readonly state: StateFile | undefined;
	readonly content: FolderContent;
};

/** Makes an archive's folder, where there is none, and takes it for this run. */
export const takeFolder = async (folder: string): Promise<Lock> => {
	await onDisk(folder, () => makeFolder(folder));
	return lockFolder(folder);
};

/**
 * Goes into an archive's folder: makes and locks it, reads its state and its names, and clears what
 * an interrupted run left. `readOnly` only reads. A folder that is taken already comes with its lock.
 */
export const enterFolder = async (
	folder: string,
	{readOnly, taken}: {readonly readOnly: boolean; readonly taken?: Lock | undefined},
): Promise<Entered> => {
	const lock = readOnly ? undefined : (taken ?? (await takeFolder(folder)));
	try {
		if (!existsSync(folder)) {
			return {lock, state: undefined, content: emptyFolder};
		}

		const state = openStateFile(folder, {readOnly});
		const content = await scanFolder(folder);
		lock?.check();
		for (const name of readOnly ? [] : content.temporary) {
			await rm(path.join(folder, name), {force: true});
		}

		return {lock, state, content};
	} catch (error) {
		await lock?.release();
		throw toDiskError(error, folder);
	}
};
