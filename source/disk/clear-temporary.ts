import {readdirSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {isTemporaryName} from '../domain/file-name.js';

/** Far longer than a small file is being written. */
const abandonedMs = 60_000;

// What earlier versions left of a session or of settings.
const earlier = /^(?:session|settings)\.json\.tmp-\d{10}[\da-f]{6}$/;

/** Removes what killed runs left in a folder that several runs share; those of now are let be. */
export const clearAbandoned = (folder: string): void => {
	try {
		for (const name of readdirSync(folder)) {
			const file = path.join(folder, name);
			if (
				(isTemporaryName(name) || earlier.test(name)) &&
				Math.abs(Date.now() - statSync(file).mtimeMs) > abandonedMs
			) {
				rmSync(file, {force: true});
			}
		}
	} catch {} // Nothing depends on it.
};
