import {createHash, type Hash} from 'node:crypto';
import type {Dirent} from 'node:fs';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {isClaimName} from './lock.js';
import {deepest, isOfTheSystem, stateName} from './scan-folder.js';

const addNames = (hash: Hash, below: string, entries: readonly Dirent[]): void => {
	const names = entries
		.filter(({name}) => !isClaimName(name)) // Every run has another.
		.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
		.sort();
	hash.update(`${below}\0${names.join('\0')}\0\0`);
};

const addFolders = async (hash: Hash, root: string, below: string, depth: number) => {
	const entries = await readdir(path.join(root, below), {withFileTypes: true}).catch(
		(error: unknown) => {
			if (depth === 0) {
				throw error;
			}

			return undefined;
		},
	);
	addNames(hash, below, entries ?? []);
	const isAnothers = !entries || (depth > 0 && entries.some(({name}) => name === stateName));
	if (isAnothers || depth === deepest) {
		return;
	}

	const folders = entries.filter((entry) => entry.isDirectory() && !isOfTheSystem(entry.name));
	for (const name of folders.map((entry) => entry.name).sort()) {
		await addFolders(hash, root, below === '' ? name : `${below}/${name}`, depth + 1);
	}
};

/**
 * A mark of all names in an archive's folder and those below it, as deep as `scanFolder` looks:
 * another as soon as a file came, went, or got another name. Nothing is looked at one by one.
 */
export const toNamesPrint = async (folder: string): Promise<string> => {
	const hash = createHash('sha256');
	await addFolders(hash, folder, '', 0);
	return hash.digest('hex');
};
