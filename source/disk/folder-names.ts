import type {Dir} from 'node:fs';
import {opendir} from 'node:fs/promises';
import {finishInTurns, type Steps} from '../domain/steps.js';

/** What one reading of a folder finds, in the order of names. */
export type FolderNames = {
	/** All that is no folder, links among them. */
	readonly files: readonly string[];
	readonly folders: readonly string[];
};

export const noNames: FolderNames = {files: [], folders: []};

export const hasName = ({files, folders}: FolderNames, name: string): boolean =>
	files.includes(name) || folders.includes(name);

/** Names that are asked for at a time, in one system call or a few. */
const atOnce = 1024;

// A day: names that begin alike are sorted together, and there are never many of them.
const beginning = 10;

type Groups = Map<string, string[]>;

function* inOrder(groups: Groups): Steps<readonly string[]> {
	const sorted: string[] = [];
	for (const key of [...groups.keys()].sort()) {
		for (const name of (groups.get(key) ?? []).sort()) {
			sorted.push(name);
		}

		groups.delete(key);
		yield;
	}

	return sorted;
}

const read = async (folder: Dir): Promise<{readonly files: Groups; readonly folders: Groups}> => {
	const files: Groups = new Map();
	const folders: Groups = new Map();
	for (;;) {
		// So many come with the first: the rest of them need not be waited for.
		let entry = await folder.read();
		for (let count = 1; entry; count += 1) {
			const {name} = entry;
			const groups = entry.isDirectory() ? folders : files;
			const key = name.slice(0, beginning);
			const group = groups.get(key);
			if (group) {
				group.push(name);
			} else {
				groups.set(key, [name]);
			}

			if (count >= atOnce) {
				break;
			}

			entry = folder.readSync();
		}

		if (!entry) {
			return {files, folders};
		}
	}
};

/** Reads a folder's names, however many, while everything else has its turn. */
export const readNames = async (folder: string): Promise<FolderNames> => {
	const opened = await opendir(folder, {bufferSize: atOnce});
	try {
		const {files, folders} = await read(opened);
		return {
			files: await finishInTurns(inOrder(files)),
			folders: await finishInTurns(inOrder(folders)),
		};
	} finally {
		await opened.close();
	}
};

// Hidden files are the program's own or the system's; these are the systems' that are not hidden.
export const isOfTheSystem = (name: string): boolean =>
	name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini|icon\r)$/i.test(name);
