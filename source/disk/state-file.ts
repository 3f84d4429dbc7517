import path from 'node:path';
import {openJsonDocument} from './json-document.js';
import {type ArchiveState, isWholeState, readStateDocument} from './state-document.js';
import {readStateInPieces} from './state-reader.js';
import {writePiecesAtomically} from './write-atomically.js';

/** corosexport's name, so that each finds the other's. */
const stateName = '.corosexport_state';

/** The state file of an archive's folder. */
export const toStatePath = (folder: string): string => path.join(folder, `${stateName}.json`);

export type StateFile = {
	/** What the file held at the start; empty where it was absent or could not be read. */
	readonly initial: ArchiveState;
	/** Where a broken file was put aside, if it was. */
	readonly broken: string | undefined;
	/** Whether the file is there and cannot be read. */
	readonly isBroken: boolean;
	/**
	 * Replaces the whole document, atomically, by its JSON, in pieces: nothing else waits for all of
	 * it. `beforeRename` may throw to keep the old one.
	 */
	write(pieces: Iterable<string>, beforeRename: () => void): Promise<void>;
};

type Opened = Pick<StateFile, 'initial' | 'broken' | 'isBroken'>;

const mode = 0o644;

const openDocument = (folder: string, readOnly: boolean): Opened => {
	const options = {folder, name: stateName, mode, isWhole: isWholeState, readOnly};
	const {read, broken, isBroken} = openJsonDocument(options);
	return {initial: readStateDocument(read()), broken, isBroken};
};

/**
 * Opens an archive's state. One that is torn, altered or of a later version is put aside and counts
 * as absent: state is memory, and the folder tells the rest. `readOnly` leaves everything as it is.
 */
export const openStateFile = async (
	folder: string,
	{readOnly}: {readonly readOnly: boolean},
): Promise<StateFile> => {
	const file = toStatePath(folder);
	const initial = await readStateInPieces(file);
	const opened = initial
		? {initial, broken: undefined, isBroken: false}
		: openDocument(folder, readOnly);
	return {
		...opened,
		write: (pieces, beforeRename) => writePiecesAtomically(file, pieces, {mode, beforeRename}),
	};
};
