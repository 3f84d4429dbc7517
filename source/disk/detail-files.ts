import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {Activity} from '../domain/activity.js';
import {toTemplateDetailName} from '../domain/name-template.js';
import type {ArchiveMemory} from './archive-memory.js';
import {onDisk} from './disk-error.js';
import {type KeptFault, readKeptFault, toKeptText} from './kept-file.js';
import {savedStem} from './recorded-file.js';
import {copyAside} from './set-aside.js';
import type {Subfolders} from './subfolders.js';
import {writeAtomically} from './write-atomically.js';

/** The files of an archive that keep activities' details. Every method throws `KnownError`. */
export type DetailFiles = {
	/** Names by activity id. */
	readonly names: ReadonlyMap<string, string>;
	/** The name an activity's file has, or is to have: beside its other files. */
	nameFor(activity: Activity): string;
	/** When the file was written; undefined where there is none. */
	savedAt(id: string): Promise<Date | undefined>;
	/**
	 * Writes an activity's file, whole or not at all; returns its bytes. A damaged one that was there
	 * is put aside.
	 */
	write(activity: Activity, detail: object): Promise<number>;
	fault(id: string): Promise<KeptFault>;
};

/** `check` throws where the archive's folder is not what it was. */
export const createDetailFiles = (
	folder: string,
	found: ReadonlyMap<string, string>,
	memory: Pick<ArchiveMemory, 'entries' | 'nameTemplate'>,
	{subfolders, check}: {readonly subfolders: Subfolders; readonly check: () => void},
): DetailFiles => {
	const names = new Map(found);
	const toPath = (id: string) => path.join(folder, names.get(id) ?? '');

	const nameFor = (activity: Activity): string => {
		const stem = savedStem(memory.entries, activity.id);
		const own = names.get(activity.id);
		const beside = stem === undefined ? undefined : `${stem}-detail.json`;
		return own ?? beside ?? toTemplateDetailName(memory.nameTemplate, activity);
	};

	const fault = (id: string) => readKeptFault(toPath(id), {activity_id: id});

	const write = async (activity: Activity, detail: object): Promise<number> => {
		const {id} = activity;
		const name = nameFor(activity);
		await subfolders.make(name);
		check();
		if (names.has(id) && (await fault(id)).reason !== undefined) {
			await copyAside(folder, name);
		}

		const text = toKeptText({activity_id: id}, new Date(), detail);
		await writeAtomically(path.join(folder, name), text);
		names.set(id, name);
		return Buffer.byteLength(text);
	};

	return {
		names,
		nameFor,
		savedAt: async (id) =>
			names.has(id) ? onDisk(folder, async () => (await stat(toPath(id))).mtime) : undefined,
		write: (activity, detail) => onDisk(folder, () => write(activity, detail)),
		fault,
	};
};
