import {addToCrc} from '../../../source/fit/crc.js';

/** A data message as it lies in the file. */
export type RawMessage = {
	readonly message: number;
	/** Field numbers, in order. */
	readonly fields: readonly number[];
	/** Field sizes, in order. */
	readonly sizes: readonly number[];
	readonly developerFields: readonly number[];
	/** Unsigned little-endian values by field number. */
	readonly values: ReadonlyMap<number, number>;
};

const unsigned = (bytes: Uint8Array) => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);

/** Walks a FIT file and checks its header and checksums: 40 lines that share nothing with the writer. */
export const parseFit = (file: Uint8Array): RawMessage[] => {
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const end = 14 + view.getUint32(4, true);
	const signature = String.fromCharCode(...file.slice(8, 12));
	if (file[0] !== 14 || file[1] !== 0x20 || signature !== '.FIT' || end + 2 !== file.length) {
		throw new Error('The header is wrong.');
	}

	if (addToCrc(0, file, 0, 14) !== 0 || addToCrc(0, file, 0, file.length) !== 0) {
		throw new Error('A checksum is wrong.');
	}

	const messages: RawMessage[] = [];
	let shape: Array<readonly [number: number, size: number]> = [];
	let developer: Array<readonly [number: number, size: number]> = [];
	let message = 0;
	let at = 14;
	const pairs = () => {
		const count = file[at++]!;
		const from = at;
		at += 3 * count;
		return Array.from(
			{length: count},
			(_, index) => [file[from + 3 * index]!, file[from + 3 * index + 1]!] as const,
		);
	};

	while (at < end) {
		const header = file[at++]!;
		if (header & 0x40) {
			message = view.getUint16(at + 2, true);
			at += 4;
			shape = pairs();
			developer = header & 0x20 ? pairs() : [];
			continue;
		}

		const values = new Map<number, number>();
		for (const [number, size] of shape) {
			values.set(number, unsigned(file.subarray(at, at + size)));
			at += size;
		}

		at += developer.reduce((sum, [, size]) => sum + size, 0);
		messages.push({
			message,
			fields: shape.map(([number]) => number),
			sizes: shape.map(([, size]) => size),
			developerFields: developer.map(([number]) => number),
			values,
		});
	}

	if (at !== end) throw new Error('The walk does not end where the data does.');
	return messages;
};
