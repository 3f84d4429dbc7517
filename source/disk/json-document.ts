import {rmSync, statSync} from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import {renameFileNow} from './rename-file.js';
import {writeAtomicallyNow} from './write-atomically.js';

export type Json = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** One JSON object in one file. */
export type JsonDocument = {
	readonly path: string;
	/** Where what could not be read was put aside at the start, if it was. */
	readonly broken: string | undefined;
	/** Whether it could not be read at the start. */
	readonly isBroken: boolean;
	/** The object as it is now; empty where there is none. */
	read(): Json;
	/** Replaces it whole or not at all. */
	write(document: Json): void;
};

export type JsonDocumentOptions = {
	readonly folder: string;
	/** File name without `.json`. */
	readonly name: string;
	readonly mode: number;
	/** Whether an object, and the text it was read from, is what it says it is. */
	readonly isWhole?: (document: Json, text: string) => boolean;
	/** Holds secrets: a broken one is removed, since nobody would look after it where it is put aside. */
	readonly isSecret?: boolean;
	/** Changes nothing on the disk, not even what is broken. */
	readonly readOnly?: boolean;
};

// A folder in the file's place, a link in a circle, more than fits into a string or an array.
const unreadable = new Set(['EISDIR', 'ELOOP', 'ERR_STRING_TOO_LONG', 'ERR_FS_FILE_TOO_LARGE']);

const isBroken = (error: unknown): boolean =>
	error instanceof SyntaxError ||
	error instanceof RangeError ||
	unreadable.has((error as NodeJS.ErrnoException).code ?? '');

const mostKept = 3;

const isFile = (file: string): boolean | undefined =>
	statSync(file, {throwIfNoEntry: false})?.isFile();

/** Moves a broken file aside: `x.broken.json`, then `-2` and `-3`, the last for all that follow. */
const putAside = (file: string): string => {
	const {dir, name, ext} = path.parse(file);
	for (let count = 1; ; count += 1) {
		const aside = path.join(dir, `${name}.broken${count > 1 ? `-${count}` : ''}${ext}`);
		const taken = isFile(aside);
		if (taken === undefined || (taken && count >= mostKept)) {
			renameFileNow(file, aside);
			return aside;
		}
	}
};

/**
 * Opens a document through `conf`. One that is torn or no JSON object is put aside and counts as
 * absent. Errors are the file system's own.
 */
export const openJsonDocument = (options: JsonDocumentOptions): JsonDocument => {
	const {folder, name, mode, isWhole = () => true, isSecret = false, readOnly = false} = options;
	const file = path.join(folder, `${name}.json`);
	// `conf` reads when it is opened and again when it is asked: a long text is not read anew for that.
	let opened: {readonly text: string; readonly document: Json} | undefined;
	const open = () =>
		new Conf<Record<string, unknown>>({
			cwd: folder,
			configName: name,
			accessPropertiesByDotNotation: false,
			deserialize(text) {
				if (opened?.text === text) {
					return opened.document;
				}

				const document: unknown = JSON.parse(text);
				if (!isJsonObject(document) || !isWhole(document, text)) {
					throw new SyntaxError('not such a document');
				}

				opened = {text, document};
				return document;
			},
		});
	let store: Conf<Record<string, unknown>> | undefined;
	let broken: string | undefined;
	let isSpoiled = false;
	try {
		store = open();
	} catch (error) {
		if (!isBroken(error)) {
			throw error;
		}

		isSpoiled = true;
		if (!readOnly) {
			if (isSecret && isFile(file)) {
				rmSync(file);
			} else {
				broken = putAside(file);
			}

			store = open();
		}
	}

	return {
		path: file,
		broken,
		isBroken: isSpoiled,
		read() {
			try {
				return store?.store ?? {};
			} catch (error) {
				if (isBroken(error)) {
					return {}; // Spoiled by somebody since it was opened.
				}

				throw error;
			} finally {
				opened = undefined; // Its memory is worth more than another reading.
			}
		},
		write(document) {
			writeAtomicallyNow(file, `${JSON.stringify(document, undefined, '\t')}\n`, mode);
		},
	};
};
