import {copyFileSync} from 'node:fs';
import path from 'node:path';
import Conf from 'conf';

/** corosexport's name, so that each finds the other's. */
export const stateName = '.corosexport_state';

export type StateFile = {
	/** What the file held at the start; undefined where it was absent or could not be read. */
	readonly initial: unknown;
	/** Where a broken file was put aside, if it was. */
	readonly broken: string | undefined;
	/** Whether the file is there and cannot be read. */
	readonly isBroken: boolean;
	/** Replaces the whole document, atomically. */
	write(document: Record<string, unknown>): void;
};

/**
 * Opens an archive's state through `conf`. A torn file is copied aside and counts as absent: state
 * is memory, and the folder tells the rest. `keepBroken: false` leaves everything as it is.
 */
export const openStateFile = (
	folder: string,
	{keepBroken}: {readonly keepBroken: boolean},
): StateFile => {
	const file = path.join(folder, `${stateName}.json`);
	let broken: string | undefined;
	let isBroken = false;
	const store = new Conf<Record<string, unknown>>({
		cwd: folder,
		configName: stateName,
		accessPropertiesByDotNotation: false,
		// One line: indented, a big archive's state doubles.
		serialize: (document) => `${JSON.stringify(document)}\n`,
		deserialize(text) {
			try {
				const document: unknown = JSON.parse(text);
				if (typeof document === 'object' && document !== null && !Array.isArray(document)) {
					return document as Record<string, unknown>;
				}
			} catch {}

			isBroken = true;
			if (broken === undefined && keepBroken) {
				broken = path.join(folder, `${stateName}.broken.json`);
				copyFileSync(file, broken);
			}

			return {};
		},
	});
	const {store: initial} = store;
	return {
		initial: Object.keys(initial).length === 0 ? undefined : initial,
		broken,
		isBroken,
		write(document) {
			store.store = document;
		},
	};
};
