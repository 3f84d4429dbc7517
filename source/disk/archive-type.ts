import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import type {Adoption, AdoptOptions} from './adopt-file.js';
import type {ArchiveAccount, ArchiveEntry} from './archive-entry.js';
import type {ArchiveMemory} from './archive-memory.js';
import type {CheckedFile} from './check-file.js';
import type {DetailFiles} from './detail-files.js';
import type {DownloadedFile, DownloadOptions, Incoming} from './download-file.js';
import type {Made, Making} from './make-file.js';
import type {MetadataFiles} from './metadata-files.js';
import type {ArchiveFile} from './reconcile.js';
import type {RecordedFile} from './recorded-file.js';
import type {WellnessFiles} from './wellness-files.js';

/** The folder of exported files, and what it remembers. Every method throws `KnownError`. */
export type Archive = Pick<
	ArchiveMemory,
	| 'account'
	| 'nameTemplate'
	| 'setNameTemplate'
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
	/** What `convert` made beside FIT files. */
	readonly converted: ReadonlySet<string>;
	/** The name a file has already, else the one it is to have. */
	nameOf(activity: Activity, format: ExportFormat): string;
	/** Gives a recorded file another name; false where that is taken, and nothing happens. */
	move(file: ArchiveFile, to: string): Promise<boolean>;
	/** The same for a file that the state does not remember. */
	moveBeside(from: string, to: string): Promise<boolean>;
	/** Makes moves last, and removes the folders they left empty. */
	tidy(): Promise<void>;
	/** Writes the state now. */
	write(): Promise<void>;
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
	readonly details: DetailFiles;
	readonly wellness: WellnessFiles;
	/** Whether anything here tells that there is an activity of that id. */
	isKnown(id: string): boolean;
	/** Takes the folder for an account. Throws `wrong-account` if it is another's. */
	claim(account: ArchiveAccount): void;
	/** Checks a file that was found and records it; a bad one is put aside and its name kept. */
	adopt(file: ArchiveFile, options: AdoptOptions): Promise<Adoption>;
	/**
	 * Streams a file in and says what it is. Committed, it gets its final name and is recorded; where a
	 * file of that activity and format is there already, that one is put aside.
	 */
	download(
		activity: Activity,
		incoming: Incoming,
		options: DownloadOptions,
	): Promise<DownloadedFile & {readonly name: string}>;
	/**
	 * Writes a file that was made here and records it. Undefined where its name is taken: what is there
	 * stays, unless `replace` asks for it to be put aside.
	 */
	make(
		activity: Activity,
		format: ExportFormat,
		making: Making,
	): Promise<(Made & {readonly name: string}) | undefined>;
	/**
	 * Has the state written, at most once a second, and nobody waits for it. Throws what the last
	 * writing met.
	 */
	checkpoint(): void;
	/** Writes the state and lets go of the folder. */
	close(): Promise<void>;
};
