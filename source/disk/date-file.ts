import type {OpenFile} from './open-file.js';

/**
 * Gives a file the time of what it tells, Unix seconds: folders sort by it. A disk that cannot keep
 * such a time keeps the file all the same.
 */
export const dateFile = async (file: OpenFile, time: number | undefined): Promise<void> => {
	if (time !== undefined) {
		await file.date(time).catch(() => {});
	}
};
