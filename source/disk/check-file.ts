import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import type {ExportFormat} from '../domain/export-format.js';
import {madeHereMark} from '../domain/made-here.js';
import {createInspector, type Verdict} from '../inspect/inspector.js';

export type CheckedFile = {
	readonly verdict: Verdict;
	/** Bytes. */
	readonly size: number;
	/** Lowercase hex. */
	readonly sha256: string;
	/** It says that it was made here, and is not COROS's own. */
	readonly madeHere: boolean;
};

/** The mark stands in the first lines. */
const markWithin = 256;

/** Reads a file once, in pieces: is it a whole file of its format, and what is its fingerprint? */
export const checkFile = async (file: string, format: ExportFormat): Promise<CheckedFile> => {
	const sha256 = createHash('sha256');
	const inspector = createInspector(format);
	let size = 0;
	let madeHere = false;
	for await (const chunk of createReadStream(file, {highWaterMark: 256 * 1024})) {
		const bytes = chunk as Uint8Array;
		if (size === 0) {
			madeHere = Buffer.from(bytes.subarray(0, markWithin)).includes(madeHereMark);
		}

		size += bytes.byteLength;
		sha256.update(bytes);
		inspector.write(bytes);
	}

	return {verdict: inspector.end(), size, sha256: sha256.digest('hex'), madeHere};
};

/** The same, where a file that cannot be read is one more kind of damage and costs no other. */
export const checkReadable = async (file: string, format: ExportFormat): Promise<CheckedFile> => {
	try {
		return await checkFile(file, format);
	} catch (error) {
		const {code, syscall} = error as NodeJS.ErrnoException;
		if (syscall === undefined) {
			throw error;
		}

		return {
			verdict: {ok: false, reason: `cannot be read (${code})`},
			size: 0,
			sha256: '',
			madeHere: false,
		};
	}
};
