import type {Io} from './io.js';

/**
 * The form of `--json`, `schema/output.schema.json`: raised when a key goes or means something else.
 * Keys, types of lines and codes may be added without.
 */
export const jsonVersion = 1;

// Lines that stand alone have no type; of a stream those tell that a script reads first or last.
const versioned: ReadonlySet<unknown> = new Set([
	undefined,
	'planned',
	'finished',
	'verified',
	'repaired',
	'taken-over',
	'relaid',
	'diagnosed',
]);

// JSON lets these stand as they are, and a terminal may act on them.
const unsafe = /[\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** An object as one line of JSON, with everything escaped that a terminal might act on. */
export const toJsonLine = (value: object): string => {
	const type = 'type' in value ? value.type : undefined;
	const line = versioned.has(type) ? {...value, version: jsonVersion} : value;
	return `${JSON.stringify(line).replaceAll(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
};

/** Prints an object as one line of JSON. */
export const printJson = (io: Io, value: object): void => io.out(toJsonLine(value));
