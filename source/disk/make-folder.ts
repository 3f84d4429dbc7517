import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {syncFolder} from './write-atomically.js';

/** Makes a folder, and those above it that are missing, so that a power cut cannot lose them. */
export const makeFolder = async (folder: string): Promise<void> => {
	const first = await mkdir(folder, {recursive: true});
	if (first === undefined) {
		return; // It was there.
	}

	const top = path.dirname(first);
	for (let above = path.dirname(path.resolve(folder)); ; above = path.dirname(above)) {
		await syncFolder(above);
		if (above.length <= top.length) {
			return;
		}
	}
};
