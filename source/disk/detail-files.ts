import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import type {Activity} from '../domain/activity.js';
import {parseDetailName, toDetailName} from '../domain/file-name.js';
import {onDisk, toDiskError} from './disk-error.js';
import {keptFault, toKeptText} from './kept-file.js';
import {writeAtomically} from './write-atomically.js';

/** The files of an archive that keep activities' details. Every method throws `KnownError`. */
export type DetailFiles = {
	/** Names by activity id. */
	readonly names: ReadonlyMap<string, string>;
	/** The name an activity's file has, or is to have. */
	nameFor(activity: Pick<Activity, 'id' | 'day'>): string;
	/** When the file was written; undefined where there is none. */
	savedAt(id: string): Promise<Date | undefined>;
	/** Writes an activity's file, whole or not at all; returns its bytes. */
	write(activity: Pick<Activity, 'id' | 'day'>, detail: object): Promise<number>;
	/** What is wrong with a file; undefined where nothing is. */
	fault(id: string): Promise<{readonly reason: string | undefined; readonly bytes: number}>;
};

/** Finds the detail files of a folder, which need not be there yet. No file is opened. */
export const openDetailFiles = async (folder: string): Promise<DetailFiles> => {
	const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') {
			return [];
		}

		throw toDiskError(error, folder);
	});
	const names = new Map(
		found.flatMap((name): Array<[string, string]> => {
			const id = parseDetailName(name);
			return id === undefined ? [] : [[id, name]];
		}),
	);
	const toPath = (id: string) => path.join(folder, names.get(id) ?? '');
	const nameFor = ({id, day}: Pick<Activity, 'id' | 'day'>) =>
		names.get(id) ?? toDetailName({id, day});
	return {
		names,
		nameFor,
		savedAt: async (id) =>
			names.has(id) ? onDisk(folder, async () => (await stat(toPath(id))).mtime) : undefined,
		async write(activity, detail) {
			const name = nameFor(activity);
			const text = toKeptText({activity_id: activity.id}, new Date(), detail);
			await onDisk(folder, () => writeAtomically(path.join(folder, name), text));
			names.set(activity.id, name);
			return Buffer.byteLength(text);
		},
		async fault(id) {
			try {
				const text = await readFile(toPath(id), 'utf8');
				return {reason: keptFault(text, {activity_id: id}), bytes: Buffer.byteLength(text)};
			} catch (error) {
				return {reason: `cannot be read (${(error as NodeJS.ErrnoException).code})`, bytes: 0};
			}
		},
	};
};
