import path from 'node:path';
import type {ExportFormat} from '../domain/export-format.js';
import {checkFile} from './check-file.js';
import {onDisk} from './disk-error.js';
import {copyAside} from './set-aside.js';
import {writePieces} from './write-pieces.js';

export type Made = {readonly size: number; readonly sha256: string};

/** A text made here for an archive. */
export type Making = {
	readonly pieces: Iterable<string>;
	/** When what it tells happened, Unix seconds. */
	readonly time: number | undefined;
	/** Puts aside what has the name, instead of leaving it. */
	readonly replace: boolean;
	readonly signal: AbortSignal;
};

/**
 * Writes a file that was made here into a folder. Undefined where something has that name already,
 * and is not to be replaced.
 */
export const makeFile = async (
	folder: string,
	name: string,
	format: ExportFormat,
	{pieces, time, replace, signal}: Making,
): Promise<Made | undefined> => {
	const file = path.join(folder, name);
	if (replace) {
		await onDisk(file, () => copyAside(folder, name));
	}

	const bytes = await writePieces(file, pieces, {overwrite: replace, time, signal});
	return bytes === undefined ? undefined : onDisk(file, () => checkFile(file, format));
};
