import {createHash, type Hash} from 'node:crypto';
import path from 'node:path';
import {type FolderEntry, isOfTheSystem} from './folder-entry.js';
import {isClaimName} from './lock.js';
import {deepest, readEntries, stateName} from './scan-folder.js';

const addNames = (hash: Hash, below: string, entries: readonly FolderEntry[]): void => {
	const names = entries
		.filter(({name}) => !isClaimName(name)) // Every run has another.
		.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
		.sort();
	hash.update(`${below}\0${names.join('\0')}\0\0`);
};

const addFolders = async (
	hash: Hash,
	root: string,
	below: string,
	entries: readonly FolderEntry[],
	depth: number,
): Promise<void> => {
	addNames(hash, below, entries);
	const isAnothers = depth > 0 && entries.some(({name}) => name === stateName);
	if (isAnothers || depth === deepest) {
		return;
	}

	const folders = entries.filter((entry) => entry.isDirectory() && !isOfTheSystem(entry.name));
	for (const name of folders.map((entry) => entry.name).sort()) {
		const full = below === '' ? name : `${below}/${name}`;
		// One that cannot be read is somebody else's, as for `scanFolder`.
		const inside = await readEntries(path.join(root, full)).catch(() => []);
		await addFolders(hash, root, full, inside, depth + 1);
	}
};

/**
 * A mark of all names in an archive's folder, as read, and in those below it, as deep as
 * `scanFolder` looks: another as soon as a file came, went, or got another name. Nothing is looked
 * at one by one.
 */
export const toNamesPrint = async (
	folder: string,
	entries: readonly FolderEntry[],
): Promise<string> => {
	const hash = createHash('sha256');
	await addFolders(hash, folder, '', entries, 0);
	return hash.digest('hex');
};
