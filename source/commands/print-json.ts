import type {Io} from './io.js';

// JSON lets these stand as they are, and a terminal may act on them.
const unsafe = /[\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** A value as one line of JSON, with everything escaped that a terminal might act on. */
export const toJsonLine = (value: unknown): string =>
	`${JSON.stringify(value).replaceAll(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;

/** Prints a value as one line of JSON. */
export const printJson = (io: Io, value: unknown): void => io.out(toJsonLine(value));
