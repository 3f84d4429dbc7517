import {statSync} from 'node:fs';

/**
 * A mark of a file as it is now, without reading it: another whenever it was written, replaced or
 * touched. Undefined where there is none, or none that can be looked at.
 */
export const toFilePrint = (file: string): string | undefined => {
	try {
		const {size, mtimeNs, ctimeNs, ino} = statSync(file, {bigint: true});
		return [size, mtimeNs, ctimeNs, ino].join(' ');
	} catch {
		return undefined;
	}
};
