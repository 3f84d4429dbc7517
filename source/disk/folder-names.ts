import type {Dir} from 'node:fs';
import {opendir} from 'node:fs/promises';
import {forEachInSteps, type Steps} from '../domain/steps.js';

/** What one reading of a folder finds, in the order in which the system tells it. */
export type FolderNames = {
	/** All that is no folder, links among them. */
	readonly files: readonly string[];
	readonly folders: readonly string[];
};

export const noNames: FolderNames = {files: [], folders: []};

export const hasName = ({files, folders}: FolderNames, name: string): boolean =>
	files.includes(name) || folders.includes(name);

/** Names that are asked for at a time, in a few system calls: a fraction of a frame's work. */
const atOnce = 4096;

const read = async (folder: Dir): Promise<FolderNames> => {
	const files: string[] = [];
	const folders: string[] = [];
	for (;;) {
		// So many come with the first: the rest of them need not be waited for.
		let entry = await folder.read();
		for (let count = 1; entry; count += 1) {
			(entry.isDirectory() ? folders : files).push(entry.name);
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
		return await read(opened);
	} finally {
		await opened.close();
	}
};

// A day: names that begin alike are sorted together, and there are never many of them.
const beginning = 10;

/** Names in their order. */
export function* inOrder(names: readonly string[]): Steps<readonly string[]> {
	const groups = new Map<string, string[]>();
	yield* forEachInSteps(names, (name) => {
		const key = name.slice(0, beginning);
		const group = groups.get(key);
		if (group) {
			group.push(name);
		} else {
			groups.set(key, [name]);
		}
	});
	const sorted: string[] = [];
	for (const key of [...groups.keys()].sort()) {
		for (const name of (groups.get(key) ?? []).sort()) {
			sorted.push(name);
		}

		yield;
	}

	return sorted;
}

// Hidden files are the program's own or the system's; these are the systems' that are not hidden.
export const isOfTheSystem = (name: string): boolean =>
	name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini|icon\r)$/i.test(name);
