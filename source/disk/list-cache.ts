import {closeSync, openSync, readSync} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import path from 'node:path';
import {writePiecesAtomically} from './write-atomically.js';

/** The last list the service sent, kept so that the next start and an offline one have something. */
export type ListCache<Item = unknown> = {
	/** ISO 8601 UTC of the last time everything was read. */
	readonly listedAt: string;
	/** Whether the list agreed with the service's own count. */
	readonly complete: boolean;
	/** List items as sent, or what became of them, newest first. */
	readonly items: readonly Item[];
};

/** What becomes of an item as it is read; undefined leaves it out. */
export type ToItem<Item> = (sent: unknown) => Item | undefined;

// A line for the head, then a line an item: the newest can be shown before the rest is read.
type Head = {
	readonly listedAt: string;
	readonly complete: boolean;
	/** Items. */
	readonly count: number;
};

const toFile = (folder: string, userId: string): string =>
	path.join(folder, `activities-${userId.replaceAll(/[^\w-]/g, '_')}.jsonl`);

const newestBytes = 128 * 1024;

// Some hundred items: parsed in a few milliseconds, between which keys have their turn.
const pieceBytes = 128 * 1024;

const lineEnd = 0x0a;

const parse = (line: Buffer): unknown => JSON.parse(line.toString('utf8'));

/** The whole lines of a piece, and what is left after them. */
const splitLines = (piece: Buffer): {readonly lines: readonly Buffer[]; readonly rest: Buffer} => {
	const lines: Buffer[] = [];
	let start = 0;
	for (let end = piece.indexOf(lineEnd); end !== -1; end = piece.indexOf(lineEnd, start)) {
		lines.push(piece.subarray(start, end));
		start = end + 1;
	}

	return {lines, rest: piece.subarray(start)};
};

// What was read was read, whatever closing it says.
const closeQuietly = (descriptor: number | undefined): void => {
	try {
		if (descriptor !== undefined) {
			closeSync(descriptor);
		}
	} catch {}
};

/**
 * The newest items of an account's list, as many as are wanted if they stand at its beginning. At
 * once and without waiting, for a screen that is about to be painted; undefined where there are none.
 */
export const readNewestItems = <Item>(
	folder: string,
	userId: string,
	count: number,
	toItem: ToItem<Item>,
): ListCache<Item> | undefined => {
	let file: number | undefined;
	try {
		file = openSync(toFile(folder, userId), 'r');
		const piece = Buffer.allocUnsafe(newestBytes);
		const {lines} = splitLines(piece.subarray(0, readSync(file, piece, 0, newestBytes, 0)));
		const [head, ...rest] = lines.slice(0, count + 1);
		return (
			head && {
				listedAt: String((parse(head) as Head).listedAt),
				complete: false,
				items: rest.flatMap((line) => toItem(parse(line)) ?? []),
			}
		);
	} catch {
		return undefined;
	} finally {
		closeQuietly(file);
	}
};

// Each piece is waited for, so that whatever else there is to do is done between two of them.
async function* readLines(file: FileHandle): AsyncGenerator<readonly Buffer[]> {
	let rest: Buffer = Buffer.alloc(0);
	for (;;) {
		const piece = Buffer.allocUnsafe(rest.length + pieceBytes);
		rest.copy(piece);
		const {bytesRead} = await file.read(piece, rest.length, pieceBytes);
		const filled = piece.subarray(0, rest.length + bytesRead);
		if (bytesRead === 0) {
			yield filled.length > 0 ? [filled] : [];
			return;
		}

		const split = splitLines(filled);
		rest = split.rest;
		yield split.lines;
	}
}

/**
 * Reads an account's list; undefined where there is none, or one that cannot be read: it can be
 * asked for anew. Reads and converts in pieces, so that nothing else has to wait for a long list.
 */
export const readListCache = async <Item>(
	folder: string,
	userId: string,
	toItem: ToItem<Item>,
): Promise<ListCache<Item> | undefined> => {
	const items: Item[] = [];
	let head: Head | undefined;
	let count = 0;
	let file: FileHandle | undefined;
	try {
		file = await open(toFile(folder, userId));
		for await (const lines of readLines(file)) {
			for (const line of lines) {
				if (!head) {
					head = (parse(line) ?? {}) as Head;
					continue;
				}

				const item = toItem(parse(line));
				count += 1;
				if (item !== undefined) {
					items.push(item);
				}
			}
		}
	} catch {
		return undefined;
	} finally {
		await file?.close().catch(() => {}); // What was read was read.
	}

	return (
		head && {
			listedAt: String(head.listedAt),
			complete: head.complete === true && head.count === count,
			items,
		}
	);
};

// Two characters that end a line for some readers and may stand in a JSON string.
const toLine = (value: unknown): string =>
	JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Items in one piece: a fraction of a frame's work. */
const perPiece = 100;

function* toPieces(head: Head, items: readonly unknown[]): Generator<string> {
	yield `${toLine(head)}\n`;
	for (let from = 0; from < items.length; from += perPiece) {
		const lines = items.slice(from, from + perPiece).map(toLine);
		yield `${lines.join('\n')}\n`;
	}
}

/** Replaces an account's list, atomically; nobody else may read it. */
export const writeListCache = async (
	folder: string,
	userId: string,
	{listedAt, complete, items}: ListCache,
): Promise<void> => {
	const head: Head = {listedAt, complete, count: items.length};
	await writePiecesAtomically(toFile(folder, userId), toPieces(head, items), {
		mode: 0o600,
		beforeRename() {},
	});
};
