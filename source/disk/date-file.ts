import type {FileHandle} from 'node:fs/promises';

/**
 * Gives a file the time of what it tells, Unix seconds: folders sort by it. A disk that cannot keep
 * such a time keeps the file all the same.
 */
export const dateFile = async (handle: FileHandle, time: number | undefined): Promise<void> => {
	if (time !== undefined) {
		await handle.utimes(time, time).catch(() => {});
	}
};
