import {readNumber} from './base-type.js';
import type {FitDefinition} from './definition.js';

/** A data record's field as an unscaled number; of an array its first element. */
export const numberOf = (
	definition: FitDefinition,
	view: DataView,
	at: number,
	number: number,
): number | undefined => {
	const field = definition.fields.find((field) => field.number === number);
	if (field === undefined) return undefined;
	const value = readNumber(view, at + field.offset, field.baseType, definition.littleEndian);
	return Number.isNaN(value) ? undefined : value;
};

/**
 * A data record's field as text: UTF-8 up to the first NUL; empty text counts as missing. It may
 * hold any character: never print it raw.
 */
export const textOf = (
	definition: FitDefinition,
	view: DataView,
	at: number,
	number: number,
): string | undefined => {
	const field = definition.fields.find((field) => field.number === number);
	if (field === undefined) return undefined;
	const bytes = new Uint8Array(view.buffer, view.byteOffset + at + field.offset, field.size);
	const end = bytes.indexOf(0);
	return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end)) || undefined;
};
