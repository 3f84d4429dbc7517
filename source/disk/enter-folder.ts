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

/**
 * Goes into an archive's folder: makes and locks it, reads its state and its names, and clears what
 * an interrupted run left. `readOnly` only reads.
 */
export const enterFolder = async (
	folder: string,
	{readOnly}: {readonly readOnly: boolean},
): Promise<Entered> => {
	if (!readOnly) {
		await onDisk(folder, () => makeFolder(folder));
	}

	const lock = readOnly ? undefined : await lockFolder(folder);
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
