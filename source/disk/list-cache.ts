import {createReadStream} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline';
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

// A line for the head, then a line an item: the newest can be shown before the rest is read.
type Head = {readonly listedAt: string; readonly complete: boolean; readonly count: number};

const toFile = (folder: string, userId: string): string =>
	path.join(folder, `activities-${userId.replaceAll(/[^\w-]/g, '_')}.jsonl`);

const firstItems = 200;
const chunkBytes = 256 * 1024;

/**
 * Reads an account's list; undefined where there is none, or one that cannot be read: it can be
 * asked for anew. `onFirst` gets the newest part as soon as it is there. Reads in pieces, so that
 * nothing else has to wait for a long list.
 */
export const readListCache = async (
	folder: string,
	userId: string,
	onFirst?: (cache: ListCache) => void,
): Promise<ListCache | undefined> => {
	const input = createReadStream(toFile(folder, userId), {highWaterMark: chunkBytes});
	const items: unknown[] = [];
	let head: Head | undefined;
	try {
		for await (const line of createInterface({input, crlfDelay: Number.POSITIVE_INFINITY})) {
			if (!head) {
				head = (JSON.parse(line) ?? {}) as Head;
				continue;
			}

			items.push(JSON.parse(line));
			if (items.length === firstItems) {
				onFirst?.({listedAt: String(head.listedAt), complete: false, items: [...items]});
			}
		}
	} catch {
		return undefined;
	}

	return (
		head && {
			listedAt: String(head.listedAt),
			complete: head.complete === true && head.count === items.length,
			items,
		}
	);
};

// Two characters that end a line for some readers and may stand in a JSON string.
const toLine = (value: unknown): string =>
	JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Replaces an account's list, atomically; nobody else may read it. */
export const writeListCache = async (
	folder: string,
	userId: string,
	{listedAt, complete, items}: ListCache,
): Promise<void> => {
	const head: Head = {listedAt, complete, count: items.length};
	const lines = [head, ...items].map(toLine);
	await writeAtomically(toFile(folder, userId), `${lines.join('\n')}\n`, 0o600);
};
