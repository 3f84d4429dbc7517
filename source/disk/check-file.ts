import {createHash} from 'node:crypto';
import {open} from 'node:fs/promises';
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

const pieceBytes = 256 * 1024;

// As many as were ever in use at a time: a new one for each of a hundred thousand files piles up.
const free: Buffer[] = [];

/** Each piece is good until the next is asked for. */
async function* readPieces(file: string): AsyncGenerator<Uint8Array> {
	const handle = await open(file);
	const buffer = free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
	try {
		for (;;) {
			const {bytesRead} = await handle.read(buffer, 0, pieceBytes);
			if (bytesRead === 0) {
				return;
			}

			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		free.push(buffer);
		await handle.close();
	}
}

/** Reads a file once, in pieces: is it a whole file of its format, and what is its fingerprint? */
export const checkFile = async (file: string, format: ExportFormat): Promise<CheckedFile> => {
	const sha256 = createHash('sha256');
	const inspector = createInspector(format);
	let size = 0;
	let madeHere = false;
	for await (const bytes of readPieces(file)) {
		if (size === 0) {
			madeHere = Buffer.from(bytes.subarray(0, markWithin)).includes(madeHereMark);
		}

		size += bytes.byteLength;
		sha256.update(bytes);
		inspector.write(bytes);
	}

	return {verdict: inspector.end(), size, sha256: sha256.digest('hex'), madeHere};
};

// What nobody should take for damage.
const reasons: Readonly<Record<string, string>> = {
	EBUSY: 'another program has it open',
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
			verdict: {ok: false, reason: `cannot be read (${reasons[code ?? ''] ?? code})`},
			size: 0,
			sha256: '',
			madeHere: false,
		};
	}
};
