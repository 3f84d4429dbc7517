import {createHash, type Hash} from 'node:crypto';
import path from 'node:path';
import {finishInTurns, type Steps} from '../domain/steps.js';
import {type FolderNames, hasName, isOfTheSystem, noNames, readNames} from './folder-names.js';
import {isClaimName} from './lock.js';
import {deepest, stateName} from './scan-folder.js';

/** Names between two steps: a fraction of a frame's work. */
const stepLength = 2000;

function* addNames(hash: Hash, below: string, {files, folders}: FolderNames): Steps<void> {
	hash.update(`${below}\0`);
	for (const names of [files, folders]) {
		for (let from = 0; from < names.length; from += stepLength) {
			const some = names.slice(from, from + stepLength);
			// Every run has another claim.
			hash.update(some.map((name) => (isClaimName(name) ? '' : `${name}\0`)).join(''));
			yield;
		}

		hash.update('\0');
	}
}

type Walk = {
	readonly hash: Hash;
	readonly root: string;
	readonly enter: (below: string) => Promise<void>;
};

const addFolders = async (
	walk: Walk,
	below: string,
	names: FolderNames,
	depth: number,
): Promise<void> => {
	await finishInTurns(addNames(walk.hash, below, names));
	const isAnothers = depth > 0 && hasName(names, stateName);
	if (isAnothers || depth === deepest) {
		return;
	}

	for (const name of names.folders.filter((folder) => !isOfTheSystem(folder))) {
		const full = below === '' ? name : `${below}/${name}`;
		// One that cannot be read is somebody else's, as for `scanFolder`.
		await walk.enter(full);
		const inside = await readNames(path.join(walk.root, full)).catch(() => noNames);
		await addFolders(walk, full, inside, depth + 1);
	}
};

/**
 * A mark of all names in an archive's folder, as read, and in those below it, as deep as
 * `scanFolder` looks: another as soon as a file came, went, or got another name. Nothing is looked
 * at one by one, and nothing sorted: a system that tells the same names in another order makes
 * another mark of them, and a run that finds another mark looks closely. `enter` is called before a
 * folder below is read.
 */
export const toNamesPrint = async (
	folder: string,
	names: FolderNames,
	enter: (below: string) => Promise<void> = async () => {},
): Promise<string> => {
	const hash = createHash('sha256');
	await addFolders({hash, root: folder, enter}, '', names, 0);
	return hash.digest('hex');
};
