import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {KnownError} from '../domain/known-error.js';

/** No recording comes near this; a file beyond it is not one. */
const mostBytes = 256 * 1024 * 1024;

const statOf = (place: string) => stat(place).catch(() => undefined);

/** Reads, and names what refuses to be read. */
const readable = async <Result>(read: () => Promise<Result>): Promise<Result> => {
	try {
		return await read();
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		throw new KnownError('unreadable', {...(code && {detail: code}), cause: error});
	}
};

/** Whether anything of that name is there. */
export const exists = async (place: string): Promise<boolean> =>
	(await statOf(place)) !== undefined;

/**
 * The FIT files that a path names: itself, or those a folder holds, by name and not those in its
 * folders. Undefined where nothing is there.
 */
export const findFitFiles = async (place: string): Promise<readonly string[] | undefined> => {
	const found = await statOf(place);
	if (!found?.isDirectory()) return found && [place];
	const entries = await readable(() => readdir(place, {withFileTypes: true}));
	return entries
		.filter((entry) => !entry.isDirectory() && /^[^.].*\.fit$/i.test(entry.name))
		.map(({name}) => path.join(place, name))
		.sort();
};

/** Reads a FIT file. Throws `not-fit` where it cannot be one, `unreadable` where the disk refuses. */
export const readFitFile = async (file: string): Promise<Uint8Array> => {
	const found = await readable(() => stat(file));
	if (!found.isFile()) throw new KnownError('not-fit', {detail: 'not even a file'});
	if (found.size > mostBytes) throw new KnownError('not-fit', {detail: 'far too large for one'});
	return readable(() => readFile(file));
};

/** What the metadata beside a FIT file calls its activity; undefined where there is none. */
export const readActivityName = async (file: string): Promise<string | undefined> => {
	const beside = file.replace(/\.fit$/i, '-metadata.json');
	try {
		const metadata: unknown =
			beside === file ? undefined : JSON.parse(await readFile(beside, 'utf8'));
		const name = (metadata as {readonly activity_name?: unknown} | undefined)?.activity_name;
		return typeof name === 'string' && name.trim() !== '' ? name : undefined;
	} catch {
		return undefined;
	}
};
