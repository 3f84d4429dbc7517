import {fitsBaseType} from './base-type.js';
import {timestampField} from './profile.js';

/** One field of a message: where it lies and how it is written. */
export type FitField = {
	readonly number: number;
	/** Bytes from the record's header byte. */
	readonly offset: number;
	readonly size: number;
	readonly baseType: number;
};

/** The layout that a definition record gives to the data records after it. */
export type FitDefinition = {
	/** Global message number; see `profile.ts`. */
	readonly message: number;
	readonly littleEndian: boolean;
	/** The fields that can be read. Developer fields are passed over. */
	readonly fields: readonly FitField[];
	/** Bytes of each data record, its header byte included. */
	readonly size: number;
	/** Bytes from the header byte to the timestamp; 0 where the message has none. */
	readonly timestampOffset: number;
};

const developerFlag = 0x20;
const fixedPart = 6;
const perField = 3;

/** Bytes of the definition record at `at`, or `undefined` where `end` comes before they are known. */
export const definitionLength = (view: DataView, at: number, end: number): number | undefined => {
	if (at + fixedPart > end) return undefined;
	const length = fixedPart + perField * view.getUint8(at + 5);
	if (!(view.getUint8(at) & developerFlag)) return length;
	if (at + length >= end) return undefined;
	return length + 1 + perField * view.getUint8(at + length);
};

/** Reads the definition record of `length` bytes at `at`. */
export const readDefinition = (view: DataView, at: number, length: number): FitDefinition => {
	const littleEndian = view.getUint8(at + 2) === 0;
	const firstDeveloperField = at + fixedPart + perField * view.getUint8(at + 5) + 1;
	const fields: FitField[] = [];
	let size = 1;
	let timestampOffset = 0;

	let row = at + fixedPart;
	for (; row < firstDeveloperField - 1; row += perField) {
		const field = {
			number: view.getUint8(row),
			offset: size,
			size: view.getUint8(row + 1),
			baseType: view.getUint8(row + 2),
		};
		size += field.size;
		// COROS declares event.data, a uint32, with one byte at every pause: such a field only has a size.
		if (!fitsBaseType(field.size, field.baseType)) continue;
		fields.push(field);
		if (field.number === timestampField && field.size === 4) timestampOffset = field.offset;
	}

	for (row = firstDeveloperField; row < at + length; row += perField) {
		size += view.getUint8(row + 1);
	}

	return {
		message: view.getUint16(at + 3, littleEndian),
		littleEndian,
		fields,
		size,
		timestampOffset,
	};
};
