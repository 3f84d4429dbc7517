import path from 'node:path';
import {isExporterName} from '../domain/file-name.js';
import {type CheckedFile, checkFile} from './check-file.js';
import type {ArchiveFile} from './reconcile.js';

/** What became of a file that was found. `foreign`: bad, and by its name anybody's: left alone. */
export type Adoption =
	| {readonly kind: 'adopted'}
	| {readonly kind: 'damaged' | 'foreign'; readonly reason: string};

export type AdoptOptions = {
	/** Whether a file that starts then, Unix seconds, can be this activity's. */
	readonly belongs: (startTime: number | undefined) => boolean;
	/** Whether an activity of that id is known to exist: then any name that ends in it will do. */
	readonly isKnown: boolean;
};

/** Checks a file that was found in a folder. Nothing is changed. */
export const judgeFound = async (
	folder: string,
	{format, name}: ArchiveFile,
	{belongs, isKnown}: AdoptOptions,
): Promise<{readonly adoption: Adoption; readonly checked: CheckedFile}> => {
	const checked = await checkFile(path.join(folder, name), format);
	const {verdict} = checked;
	const fault = !verdict.ok
		? verdict.reason
		: belongs(verdict.startTime)
			? undefined
			: 'its content is another’s';
	if (fault === undefined) {
		return {adoption: {kind: 'adopted'}, checked};
	}

	const isOurs = isKnown || isExporterName(path.basename(name));
	return {adoption: {kind: isOurs ? 'damaged' : 'foreign', reason: fault}, checked};
};
