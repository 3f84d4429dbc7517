import {existsSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import {toFileName} from '../domain/file-name.js';
import {KnownError} from '../domain/known-error.js';
import {type Adoption, type AdoptOptions, judgeFound} from './adopt-file.js';
import type {ArchiveAccount, ArchiveEntry} from './archive-entry.js';
import {type ArchiveMemory, createArchiveMemory} from './archive-memory.js';
import {type CheckedFile, checkReadable} from './check-file.js';
import {onDisk, toDiskError} from './disk-error.js';
import {enterFolder} from './enter-folder.js';
import {type Made, type Making, makeFile} from './make-file.js';
import {createMetadataFiles, type MetadataFiles} from './metadata-files.js';
import {type Incoming, type Received, type ReceiveOptions, receiveFile} from './receive-file.js';
import {type ArchiveFile, reconcile} from './reconcile.js';
import {putAside, type RecordedFile, recorded} from './recorded-file.js';
import {copyAside} from './set-aside.js';
import {readStateDocument} from './state-document.js';

export type {Adoption} from './adopt-file.js';
export type {ArchiveFile} from './reconcile.js';
export type {RecordedFile} from './recorded-file.js';

/** The folder of exported files, and what it remembers. Every method throws `KnownError`. */
export type Archive = Pick<
	ArchiveMemory,
	| 'account'
	| 'claimed'
	| 'note'
	| 'forget'
	| 'ownerOf'
	| 'savedIds'
	| 'unlistedSince'
	| 'markListing'
> & {
	readonly folder: string;
	/** Where a state file that could not be read was put aside. */
	readonly brokenState: string | undefined;
	/** Whether there is a state file that cannot be read. */
	readonly isStateBroken: boolean;
	/** Files with the name of an export that the state does not know. */
	readonly unchecked: readonly ArchiveFile[];
	/** Damaged files that were put aside so far. */
	readonly setAside: number;
	/** Names that belong to nobody: neither an export nor the program's own. */
	readonly strangers: readonly string[];
	/** Every recorded file that is there; one at a time, as there may be a hundred thousand. */
	saved(): Generator<RecordedFile>;
	/** Every recorded file that the folder lacks. */
	gone(): Generator<RecordedFile>;
	/** Every bad file that was put aside and not replaced yet. */
	putAside(): Generator<ArchiveFile & {readonly reason: string}>;
	/** Reads a file and judges it; one that cannot be read is damaged. */
	check(file: ArchiveFile): Promise<CheckedFile>;
	/** What is known; a saved entry's file was there when the archive was opened. */
	entry(id: string, format: ExportFormat): ArchiveEntry | undefined;
	readonly metadata: MetadataFiles;
	hasMetadata(id: string): boolean;
	/** Whether anything here tells that there is an activity of that id. */
	isKnown(id: string): boolean;
	/** Takes the folder for an account. Throws `wrong-account` if it is another's. */
	claim(account: ArchiveAccount): void;
	/** Checks a file that was found and records it; a bad one is put aside and its name kept. */
	adopt(file: ArchiveFile, options: AdoptOptions): Promise<Adoption>;
	/**
	 * Streams a file in, checks it, gives it its final name and records it. Where a file of that
	 * activity and format is there already, it is put aside and the new one takes its name.
	 */
	receive(
		activity: Activity,
		incoming: Incoming,
		options: Omit<ReceiveOptions, 'beforeRename' | 'time'>,
	): Promise<Received & {readonly name: string}>;
	/**
	 * Writes a file that was made here and records it. Undefined where its name is taken: what is there
	 * stays, unless `replace` asks for it to be put aside.
	 */
	make(
		activity: Activity,
		format: ExportFormat,
		making: Making,
	): Promise<(Made & {readonly name: string}) | undefined>;
	/** Writes the state, at most once a second. */
	checkpoint(): void;
	/** Writes the state and lets go of the folder. */
	close(): Promise<void>;
};

const checkpointMs = 1000;

/**
 * Opens an archive: creates the folder, locks it for this run, clears what an interrupted run left
 * and compares state and files. `readOnly` does none of that and sees what there is. `existing`
 * throws `no-folder` where there is none.
 */
export const openArchive = async (
	folder: string,
	{
		readOnly = false,
		existing = false,
	}: {readonly readOnly?: boolean; readonly existing?: boolean} = {},
): Promise<Archive> => {
	if (existing && !existsSync(folder)) {
		throw new KnownError('no-folder', {detail: path.resolve(folder)});
	}

	const {lock, state, content} = await enterFolder(folder, {readOnly});
	const memory = createArchiveMemory(readStateDocument(state?.initial ?? {}));
	const {entries} = memory;
	const {unchecked, spare} = reconcile(entries, content);
	const metadata = createMetadataFiles(folder, content.metadata, memory);
	const {setAside, strangers} = content;
	const names = new Map(unchecked.map(({id, format, name}) => [`${id}.${format}`, name]));
	const isKnown = (id: string) =>
		entries.has(id) || metadata.names.has(id) || memory.claimed.has(id);
	let writtenAt = 0;

	const record = (
		{id, format, name}: ArchiveFile,
		{size, sha256, madeHere = false}: Made & {readonly madeHere?: boolean},
	) => {
		const at = new Date().toISOString();
		const made = madeHere && ({madeHere: true} as const);
		memory.record(id, format, {kind: 'saved', file: name, size, sha256, at, ...made});
	};

	/** The name a file has already, else the one it is to have. */
	const nameOf = (activity: Activity, format: ExportFormat): string => {
		const entry = entries.get(activity.id)?.[format];
		const known = entry && 'file' in entry ? entry.file : undefined;
		return known ?? names.get(`${activity.id}.${format}`) ?? toFileName(activity, format);
	};

	const write = () => {
		if (!memory.dirty || readOnly) {
			return;
		}

		lock?.check();
		try {
			state?.write(memory.toText(new Date()));
		} catch (error) {
			throw toDiskError(error, folder);
		}

		memory.settle();
		writtenAt = Date.now();
	};

	return {
		folder,
		get account() {
			return memory.account;
		},
		brokenState: state?.broken,
		isStateBroken: state?.isBroken ?? false,
		unchecked,
		setAside,
		strangers: [...strangers, ...spare],
		saved: () => recorded(entries, 'saved'),
		gone: () => recorded(entries, 'gone'),
		putAside: () => putAside(entries),
		check: ({format, name}) => checkReadable(path.join(folder, name), format),
		entry: (id, format) => entries.get(id)?.[format],
		metadata,
		hasMetadata: (id) => metadata.names.has(id),
		claim(claimant) {
			const {account} = memory;
			if (account && account.userId !== claimant.userId) {
				throw new KnownError('wrong-account', {detail: path.resolve(folder)});
			}

			memory.setAccount(claimant);
		},
		adopt: (file, options) =>
			onDisk(path.join(folder, file.name), async () => {
				const {id, format, name} = file;
				const known = {...options, isKnown: options.isKnown || isKnown(id)};
				const {adoption, checked} = await judgeFound(folder, file, known);
				if (readOnly || adoption.kind === 'foreign') {
					return adoption;
				}

				if (adoption.kind === 'adopted') {
					record(file, checked);
				} else {
					await copyAside(folder, name);
					await rm(path.join(folder, name));
					const at = new Date().toISOString();
					const message = adoption.reason;
					memory.note(id, format, {kind: 'failed', code: 'bad-file', message, at, file: name});
				}

				return adoption;
			}),
		async receive(activity, incoming, options) {
			const name = nameOf(activity, options.format);
			const received = await receiveFile(folder, name, incoming, {
				...options,
				time: activity.startTime,
				async beforeRename(sha256) {
					const old = await checkReadable(path.join(folder, name), options.format);
					const entry = entries.get(activity.id)?.[options.format];
					// What was made here can be made again, as long as nobody worked on it.
					const isOwn = entry?.kind === 'saved' && entry.madeHere && entry.sha256 === old.sha256;
					if (old.sha256 !== sha256 && !isOwn) {
						await copyAside(folder, name);
					}

					lock?.check();
				},
			});
			if (received.kind === 'saved') {
				record({id: activity.id, format: options.format, name}, received);
			}

			return {...received, name};
		},
		async make(activity, format, making) {
			const name = nameOf(activity, format);
			lock?.check();
			const made = await makeFile(folder, name, format, making);
			if (made) {
				record({id: activity.id, format, name}, {...made, madeHere: true});
			}

			return made && {...made, name};
		},
		isKnown,
		claimed: memory.claimed,
		note: memory.note,
		forget: memory.forget,
		savedIds: memory.savedIds,
		unlistedSince: memory.unlistedSince,
		markListing: memory.markListing,
		ownerOf: memory.ownerOf,
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
