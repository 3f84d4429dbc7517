import {existsSync} from 'node:fs';
import {mkdir, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import type {Activity} from '../domain/activity.js';
import {type ExportFormat, exportFormats} from '../domain/export-format.js';
import {toFileName, toMetadataName} from '../domain/file-name.js';
import {KnownError} from '../domain/known-error.js';
import type {ArchiveAccount, ArchiveEntries, ArchiveEntry} from './archive-entry.js';
import {type CheckedFile, checkFile} from './check-file.js';
import {onDisk, toDiskError} from './disk-error.js';
import {lockFolder} from './lock.js';
import {toMetadata} from './metadata.js';
import {type Incoming, type Received, type ReceiveOptions, receiveFile} from './receive-file.js';
import {type FolderContent, scanFolder} from './scan-folder.js';
import {readStateDocument, toStateDocument} from './state-document.js';
import {openStateFile, type StateFile} from './state-file.js';
import {writeAtomically} from './write-atomically.js';

/** A file with the name of an export that the state does not know: checked before it is believed. */
export type UncheckedFile = {
	readonly id: string;
	readonly format: ExportFormat;
	readonly name: string;
};

/** The folder of exported files, and what it remembers. Every method throws `KnownError`. */
export type Archive = {
	readonly folder: string;
	/** The account the folder belongs to, once it does. */
	readonly account: ArchiveAccount | undefined;
	/** Where a state file that could not be read was put aside. */
	readonly brokenState: string | undefined;
	readonly unchecked: readonly UncheckedFile[];
	/** Files that the state knows and the folder lacked when it was opened. */
	readonly gone: readonly UncheckedFile[];
	/** Every recorded file. */
	saved(): ReadonlyArray<UncheckedFile & {readonly sha256: string}>;
	/** Reads a file and judges it. */
	check(file: UncheckedFile): Promise<CheckedFile>;
	/** What is known; a saved entry's file was there when the archive was opened. */
	entry(id: string, format: ExportFormat): ArchiveEntry | undefined;
	hasMetadata(id: string): boolean;
	/** Takes the folder for an account. Throws `wrong-account` if it is another's. */
	claim(account: ArchiveAccount): void;
	/** Checks a file that was found and records it; a damaged one is put aside under another name. */
	adopt(
		file: UncheckedFile,
		belongs: (startTime: number | undefined) => boolean,
	): Promise<'adopted' | 'damaged'>;
	/** Streams a file in, checks it, gives it its final name and records it. */
	receive(
		activity: Activity,
		incoming: Incoming,
		options: ReceiveOptions,
	): Promise<Received & {readonly name: string}>;
	/** Records that a format does not exist, or why it failed. */
	note(id: string, format: ExportFormat, entry: ArchiveEntry): void;
	writeMetadata(activity: Activity): Promise<void>;
	/** Whether a file with these bytes is recorded for another activity. */
	ownerOf(sha256: string): string | undefined;
	/** Writes the state, at most once a second. */
	checkpoint(): void;
	/** Writes the state and lets go of the folder. */
	close(): Promise<void>;
};

const checkpointMs = 1000;

const emptyFolder: FolderContent = {files: new Map(), metadata: new Set(), temporary: []};

/**
 * Holds what the state remembers against what the folder has: an entry without its file is
 * forgotten, a file without its entry is returned to be checked.
 */
const reconcile = (
	entries: ArchiveEntries,
	{files}: FolderContent,
): {readonly unchecked: UncheckedFile[]; readonly gone: UncheckedFile[]} => {
	const gone: UncheckedFile[] = [];
	for (const [id, formats] of entries) {
		for (const format of exportFormats) {
			const entry = formats[format];
			if (entry?.kind === 'saved' && files.get(id)?.[format] === undefined) {
				gone.push({id, format, name: entry.file});
				delete formats[format];
			}
		}
	}

	const unchecked = [...files].flatMap(([id, names]) =>
		exportFormats.flatMap((format) => {
			const name = names[format];
			return name === undefined || entries.get(id)?.[format]?.kind === 'saved'
				? []
				: [{id, format, name}];
		}),
	);
	return {unchecked, gone};
};

const listSaved = (entries: ArchiveEntries) =>
	[...entries].flatMap(([id, formats]) =>
		exportFormats.flatMap((format) => {
			const entry = formats[format];
			return entry?.kind === 'saved' ? [{id, format, name: entry.file, sha256: entry.sha256}] : [];
		}),
	);

/**
 * Opens an archive: creates the folder, locks it for this run, clears what an interrupted run left
 * and compares state and files. `readOnly` does none of that and sees what there is.
 */
export const openArchive = async (
	folder: string,
	{readOnly = false}: {readonly readOnly?: boolean} = {},
): Promise<Archive> => {
	if (!readOnly) {
		await onDisk(folder, () => mkdir(folder, {recursive: true}));
	}

	const lock = readOnly ? undefined : await lockFolder(folder);
	let state: StateFile | undefined;
	let content = emptyFolder;
	try {
		if (existsSync(folder)) {
			state = openStateFile(folder, {keepBroken: !readOnly});
			content = await scanFolder(folder);
		}

		for (const name of readOnly ? [] : content.temporary) {
			await rm(path.join(folder, name), {force: true});
		}
	} catch (error) {
		await lock?.release();
		throw toDiskError(error, folder);
	}

	const initial = readStateDocument(state?.initial);
	const {entries} = initial;
	const {unchecked, gone} = reconcile(entries, content);
	const metadata = new Set(content.metadata);
	const owners = new Map<string, string>();
	let {account, lastSyncedId} = initial;
	let dirty = false;
	let writtenAt = 0;

	const record = (id: string, format: ExportFormat, entry: ArchiveEntry) => {
		const formats = entries.get(id) ?? {};
		formats[format] = entry;
		entries.set(id, formats);
		dirty = true;
		if (entry.kind === 'saved') {
			lastSyncedId = id;
			owners.set(entry.sha256, id);
		}
	};

	for (const [id, formats] of entries) {
		for (const entry of Object.values(formats)) {
			if (entry.kind === 'saved') {
				owners.set(entry.sha256, id);
			}
		}
	}

	const write = () => {
		if (!dirty || readOnly) {
			return;
		}

		try {
			state?.write(toStateDocument({account, entries, lastSyncedId}, new Date()));
		} catch (error) {
			throw toDiskError(error, folder);
		}

		dirty = false;
		writtenAt = Date.now();
	};

	return {
		folder,
		get account() {
			return account;
		},
		brokenState: state?.broken,
		unchecked,
		gone,
		saved: () => listSaved(entries),
		check: ({format, name}) => onDisk(folder, () => checkFile(path.join(folder, name), format)),
		entry: (id, format) => entries.get(id)?.[format],
		hasMetadata: (id) => metadata.has(id),
		claim(claimant) {
			if (account && account.userId !== claimant.userId) {
				throw new KnownError('wrong-account', {detail: path.resolve(folder)});
			}

			dirty ||= account?.region !== claimant.region;
			account = claimant;
		},
		async adopt({id, format, name}, belongs) {
			const file = path.join(folder, name);
			return onDisk(folder, async () => {
				const {verdict, size, sha256} = await checkFile(file, format);
				if (verdict.ok && belongs(verdict.startTime)) {
					record(id, format, {
						kind: 'saved',
						file: name,
						size,
						sha256,
						at: new Date().toISOString(),
					});
					return 'adopted';
				}

				await rename(file, `${file}.damaged`);
				return 'damaged';
			});
		},
		async receive(activity, incoming, options) {
			const name = toFileName(activity, options.format);
			const received = await receiveFile(folder, name, incoming, options);
			if (received.kind === 'saved') {
				const {size, sha256} = received;
				record(activity.id, options.format, {
					kind: 'saved',
					file: name,
					size,
					sha256,
					at: new Date().toISOString(),
				});
			}

			return {...received, name};
		},
		note: record,
		async writeMetadata(activity) {
			const file = path.join(folder, toMetadataName(activity));
			const json = `${JSON.stringify(toMetadata(activity), undefined, 2)}\n`;
			await onDisk(folder, () => writeAtomically(file, json));
			metadata.add(activity.id);
		},
		ownerOf: (sha256) => owners.get(sha256),
		checkpoint() {
			if (Date.now() - writtenAt >= checkpointMs) {
				write();
			}
		},
		async close() {
			try {
				write();
			} finally {
				await lock?.release();
			}
		},
	};
};
