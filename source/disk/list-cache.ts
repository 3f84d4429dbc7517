import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {writeAtomically} from './write-atomically.js';

/** The last list the service sent, kept so that the next start and an offline one have something. */
export type ListCache = {
	/** ISO 8601 UTC of the last time everything was read. */
	readonly listedAt: string;
	/** Whether the list agreed with the service's own count. */
	readonly complete: boolean;
	/** List items as sent, newest first. */
	readonly items: readonly unknown[];
};

const toFile = (folder: string, userId: string): string =>
	path.join(folder, `activities-${userId.replaceAll(/[^\w-]/g, '_')}.json`);

/** Reads an account's list; undefined where there is none, or a torn one: it can be read anew. */
export const readListCache = async (
	folder: string,
	userId: string,
): Promise<ListCache | undefined> => {
	try {
		const cache = JSON.parse(await readFile(toFile(folder, userId), 'utf8')) as Partial<ListCache>;
		const {items, listedAt, complete} = cache;
		return Array.isArray(items)
			? {listedAt: String(listedAt), complete: complete === true, items}
			: undefined;
	} catch {
		return undefined;
	}
};

export const writeListCache = (folder: string, userId: string, cache: ListCache): Promise<void> =>
	writeAtomically(toFile(folder, userId), JSON.stringify(cache), 0o600);
