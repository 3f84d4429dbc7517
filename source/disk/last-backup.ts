import {open, stat} from 'node:fs/promises';
import {toStatePath} from './state-file.js';

/** What a folder tells of its last backup at a glance. */
export type LastBackup =
	/** This machine's own day when a backup last wrote its state there, `YYYY-MM-DD`. */
	| {readonly kind: 'at'; readonly day: string}
	| {readonly kind: 'never'}
	| {readonly kind: 'no-folder'}
	/** The disk does not tell, or the file is of a form that has to be read whole. */
	| {readonly kind: 'unknown'};

// The day stands before the long lists, in corosexport's files as in ours.
const headBytes = 4096;

const readHead = async (file: string): Promise<string> => {
	const handle = await open(file, 'r');
	try {
		const {bytesRead, buffer} = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
		return buffer.toString('utf8', 0, bytesRead);
	} finally {
		await handle.close();
	}
};

const isAbsent = (error: unknown): boolean =>
	['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

const isFolder = (folder: string): Promise<boolean> =>
	stat(folder).then(
		(found) => found.isDirectory(),
		() => false,
	);

/** When a folder was last backed up into: the head of its state says so. Never throws. */
export const readLastBackup = async (folder: string): Promise<LastBackup> => {
	try {
		const head = await readHead(toStatePath(folder));
		const day = /"last_backup_timestamp":\s*"(\d{4}-\d{2}-\d{2})T/.exec(head)?.[1];
		return day === undefined ? {kind: 'unknown'} : {kind: 'at', day};
	} catch (error) {
		if (!isAbsent(error)) {
			return {kind: 'unknown'};
		}

		return {kind: (await isFolder(folder)) ? 'never' : 'no-folder'};
	}
};
