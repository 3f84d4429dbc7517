import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Activity} from '../domain/activity.js';
import {toTemplateMetadataName} from '../domain/name-template.js';
import type {ArchiveMemory} from './archive-memory.js';
import {onDisk} from './disk-error.js';
import {
	factsOf,
	isMetadataOf,
	listItemOf,
	metadataFault,
	toMetadataPrint,
	toMetadataText,
} from './metadata.js';
import {savedStem} from './recorded-file.js';
import {copyAside} from './set-aside.js';
import type {Subfolders} from './subfolders.js';
import {writeAtomically} from './write-atomically.js';

/** The metadata files of an archive. */
export type MetadataFiles = {
	/** Names by activity id. */
	readonly names: ReadonlyMap<string, string>;
	/** The name an activity's file has, or has to have: its saved files tell the day. */
	nameFor(id: string): string;
	/** Writes an activity's file anew. */
	write(activity: Activity): Promise<void>;
	/**
	 * Writes it only where it does not say what the activity says now. Returns whether the activity
	 * was edited since; a file that another program wrote is completed, which is no edit.
	 */
	refresh(activity: Activity): Promise<boolean>;
	/**
	 * Whether every activity of a list was compared with its file before, so that those without one
	 * are all there is to do. A list is told by when it was read, its length and its newest page.
	 */
	isCompared(list: ComparedList): boolean;
	/** Remembers that every activity of a list has been compared. */
	markCompared(list: ComparedList): void;
	/** Whether an activity's file is there and known to say what its list said. */
	isKnown(id: string): boolean;
	/** Puts aside what is there and writes it anew. */
	replace(activity: Activity): Promise<void>;
	/** Whether a file was written for an activity once. */
	wasWritten(id: string): boolean;
	/** What is wrong with the file; undefined where nothing is. */
	fault(id: string): Promise<string | undefined>;
	/** The list item it keeps, as COROS sent it. */
	listItem(id: string): Promise<unknown>;
	/** What it tells of the activity, in that form, whichever program wrote it. */
	facts(id: string): Promise<unknown>;
};

/** A list of activities, newest first. */
export type ComparedList = {
	/** When everything was read, ISO 8601 UTC. */
	readonly listedAt: string;
	readonly activities: readonly Activity[];
};

// A known list changes at its newest page alone; a change anywhere else is found by reading it all.
const pageSize = 200;

/** A short mark of a list: when it was read, how long it is, and what its newest page says. */
export const toListPrint = (listedAt: string, count: number, newest: readonly Activity[]): string =>
	createHash('sha256')
		.update([listedAt, count, ...newest.slice(0, pageSize).map(toMetadataPrint)].join('\n'))
		.digest('hex')
		.slice(0, 16);

const printOf = ({listedAt, activities}: ComparedList): string =>
	toListPrint(listedAt, activities.length, activities);

// An activity whose day was edited keeps the names that its files have.
export const createMetadataFiles = (
	folder: string,
	found: ReadonlyMap<string, string>,
	memory: ArchiveMemory,
	subfolders: Subfolders,
): MetadataFiles => {
	const names = new Map(found);

	const read = async (id: string): Promise<string> =>
		readFile(path.join(folder, names.get(id) ?? ''), 'utf8');

	const write = async (activity: Activity, print = toMetadataPrint(activity)): Promise<void> => {
		const name = names.get(activity.id) ?? toTemplateMetadataName(memory.nameTemplate, activity);
		await subfolders.make(name);
		await writeAtomically(path.join(folder, name), toMetadataText(activity));
		names.set(activity.id, name);
		memory.setMetadataPrint(activity.id, print);
	};

	const refresh = async (activity: Activity): Promise<boolean> => {
		const {id} = activity;
		const name = names.get(id);
		const print = toMetadataPrint(activity);
		if (name !== undefined && memory.metadataPrint(id) === print) {
			return false; // Nothing was edited: the file is not even read.
		}

		let isEdited = false;
		if (name !== undefined) {
			const text = await read(id);
			isEdited = listItemOf(text) !== undefined;
			if (isMetadataOf(text, activity)) {
				memory.setMetadataPrint(id, print);
				return false;
			}

			if (metadataFault(text, id) !== undefined) {
				await copyAside(folder, name);
			}
		}

		await write(activity, print);
		return isEdited;
	};

	const replace = async (activity: Activity): Promise<void> => {
		const name = names.get(activity.id);
		if (name !== undefined) {
			await copyAside(folder, name);
		}

		await write(activity);
	};

	const nameFor = (id: string): string =>
		names.get(id) ?? `${savedStem(memory.entries, id) ?? `unknown-day_${id}`}-metadata.json`;

	return {
		names,
		nameFor,
		write: (activity) => onDisk(folder, () => write(activity)),
		refresh: (activity) => onDisk(folder, () => refresh(activity)),
		replace: (activity) => onDisk(folder, () => replace(activity)),
		wasWritten: (id) => memory.metadataPrint(id) !== undefined,
		isCompared: (list) =>
			memory.describedList !== undefined && memory.describedList === printOf(list),
		markCompared: (list) => memory.setDescribedList(printOf(list)),
		isKnown: (id) => names.has(id) && memory.metadataPrint(id) !== undefined,
		async fault(id) {
			try {
				return metadataFault(await read(id), id);
			} catch (error) {
				const {code} = error as NodeJS.ErrnoException;
				return `cannot be read (${code})`;
			}
		},
		facts: async (id) => (names.has(id) ? factsOf(await read(id).catch(() => ''), id) : undefined),
		listItem: async (id) =>
			names.has(id) ? listItemOf(await read(id).catch(() => '')) : undefined,
	};
};
