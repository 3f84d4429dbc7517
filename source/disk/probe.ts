import {access, constants, open, rm, stat, statfs} from 'node:fs/promises';
import path from 'node:path';
import {toTemporaryName} from '../domain/file-name.js';
import {KnownError} from '../domain/known-error.js';
import {onDisk} from './disk-error.js';
import {renameFile} from './rename-file.js';
import {syncFolder} from './write-atomically.js';

/** The folder itself, or the nearest one above it that exists: there it would be made. */
export const nearestFolder = async (folder: string): Promise<string> => {
	const absolute = path.resolve(folder);
	const above = path.dirname(absolute);
	const exists = await stat(absolute).then(
		() => true,
		() => false,
	);
	return exists || above === absolute ? absolute : nearestFolder(above);
};

/** Bytes that this user may still write there; undefined where the file system does not tell. */
export const freeBytes = async (folder: string): Promise<number | undefined> => {
	try {
		const {bavail, bsize} = await statfs(folder);
		return bavail * bsize;
	} catch {
		return undefined;
	}
};

/**
 * Does with a folder what a backup does: writes a hidden file, makes sure it is on the disk, gives it
 * its name, and removes it again. Throws what keeps a backup from working, as a `KnownError`.
 */
export const tryFolder = (folder: string): Promise<void> =>
	onDisk(folder, async () => {
		const [first, second] = ['doctor', 'doctor'].map((name) =>
			path.join(folder, toTemporaryName(name)),
		) as [string, string];
		try {
			const handle = await open(first, 'wx', 0o600);
			try {
				await handle.writeFile('coros-tui doctor\n');
				await handle.sync();
			} finally {
				await handle.close();
			}

			await renameFile(first, second);
			await syncFolder(folder);
		} finally {
			await rm(first, {force: true});
			await rm(second, {force: true});
		}
	});

/** Whether something could be made there; nothing is written. Throws `KnownError`. */
export const tryToWrite = (folder: string): Promise<void> =>
	onDisk(folder, async () => {
		if (!(await stat(folder)).isDirectory()) {
			throw new KnownError('disk-error', {detail: `${folder} is no folder`});
		}

		await access(folder, constants.W_OK | constants.X_OK);
	});

/** A file's or folder's permissions as in `0o600`; undefined where it is not there. */
export const modeOf = async (file: string): Promise<number | undefined> => {
	try {
		return (await stat(file)).mode & 0o777;
	} catch {
		return undefined;
	}
};
