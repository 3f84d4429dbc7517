import {mkdir, rmdir} from 'node:fs/promises';
import path from 'node:path';
import {onDisk} from './disk-error.js';
import {syncFolder} from './write-atomically.js';

/** The folders below an archive's own. */
export type Subfolders = {
	/** Makes those that a name stands in. */
	make(name: string): Promise<void>;
	/** Notes that a name has left its folder, or come into one. */
	touched(name: string): void;
	/** Waits until all such changes are on the disk; removes what is empty now. */
	tidy(): Promise<void>;
};

/** `a/b` and `a` of `a/b/c.fit`, the deepest first. */
const foldersOf = (name: string): string[] => {
	const parts = name.split('/').slice(0, -1);
	return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
};

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** `check` throws where the archive's folder is not what it was. */
export const createSubfolders = (root: string, check: () => void): Subfolders => {
	const made = new Set<string>();
	const changed = new Set<string>();

	// One at a time, never the archive's own: where its disk is gone, nothing is to take its place.
	const makeOne = async (below: string) => {
		check();
		try {
			await mkdir(path.join(root, below));
		} catch (error) {
			if (!isTaken(error)) {
				throw error;
			}
		}

		await syncFolder(path.dirname(path.join(root, below)));
		made.add(below);
	};

	return {
		async make(name) {
			for (const below of foldersOf(name).reverse()) {
				if (!made.has(below)) {
					await onDisk(path.join(root, below), () => makeOne(below));
				}
			}
		},
		touched(name) {
			for (const below of [...foldersOf(name), '']) {
				changed.add(below);
			}
		},
		async tidy() {
			const deepestFirst = [...changed].sort((a, b) => b.length - a.length);
			for (const below of deepestFirst) {
				await syncFolder(path.join(root, below));
				if (below !== '') {
					await rmdir(path.join(root, below)).catch(() => {}); // Somebody's files are in it.
				}
			}

			changed.clear();
			made.clear();
		},
	};
};
