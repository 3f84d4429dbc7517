import type {AdoptEvent} from '../backup/adopt-folder.js';
import type {BackupEvent} from '../backup/event.js';
import type {KnownList, Listing, ListingProgress} from '../backup/listing.js';
import type {RelayoutEvent} from '../backup/relayout.js';
import type {RepairEvent} from '../backup/repair.js';
import type {TransferControl} from '../backup/transfer-control.js';
import type {VerifyEvent} from '../backup/verify.js';
import type {CorosClient} from '../coros/client.js';
import type {SignInResult} from '../coros/sign-in.js';
import type {ArchiveEntry} from '../disk/archive-entry.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import type {Finding} from '../domain/finding.js';
import type {Log} from '../domain/log.js';
import type {Region} from '../domain/region.js';
import type {Selection} from '../domain/selection.js';
import type {Credentials, Session, TwoFactorChallenge} from '../domain/session.js';
import type {BackupWishes, Settings} from '../domain/settings.js';
import type {FitActivity} from '../fit/fit-activity.js';
import type {ConvertEvent} from './convert-event.js';
import type {ConvertRequest} from './convert-files.js';
import type {DiagnoseOptions} from './doctor/diagnose.js';
import type {ProfileServices} from './profiles.js';

export type {LastBackup} from '../disk/last-backup.js';
export type {ProfileInfo} from './profiles.js';

export type BackUpRequest = {
	readonly formats: readonly ExportFormat[];
	readonly selection?: Selection;
	/** Activities at hand: nothing is listed. */
	readonly activities?: readonly Activity[];
	readonly full?: boolean;
	readonly dryRun?: boolean;
	/** How new files are named from now on; see `name-template.ts`. */
	readonly nameTemplate?: string | undefined;
	/** Makes here, of the FIT file, what COROS does not have. */
	readonly convert?: 'missing' | undefined;
	/** Keeps all that COROS shows of each activity too, as JSON. */
	readonly details?: boolean;
	/** Keeps daily metrics, schedule, records and profile too, as JSON. */
	readonly wellness?: boolean;
	/** Lets one file be given up while the others go on. */
	readonly control?: TransferControl;
};

export type RelayoutRequest = {
	/** How files are to be named from now on; undefined for the way the archive has. */
	readonly nameTemplate?: string | undefined;
	/** Says what would be, and changes nothing. */
	readonly dryRun?: boolean;
};

export type AdoptRequest = {
	/** What is looked for of each activity. */
	readonly formats: readonly ExportFormat[];
	/** Says what would be, and changes nothing. */
	readonly dryRun?: boolean;
};

/** What is known of one activity in one format. */
export type EntryOf = (id: string, format: ExportFormat) => ArchiveEntry | undefined;

/** Signing in and out. Every method throws `KnownError`, or the signal's reason when cancelled. */
export type AccountServices = {
	session(): Session | undefined;
	/** Signs in and keeps the session; a needed code is on its way to the mailbox then. */
	signIn(
		credentials: Credentials,
		region: Region | 'auto',
		signal: AbortSignal,
	): Promise<SignInResult>;
	/** A sign-in of the last ten minutes that waits for its code. */
	pendingChallenge(): TwoFactorChallenge | undefined;
	resendCode(challenge: TwoFactorChallenge, signal: AbortSignal): Promise<void>;
	answerCode(challenge: TwoFactorChallenge, code: string, signal: AbortSignal): Promise<Session>;
	/** Takes over another program's token; `keep` remembers it. */
	adoptToken(
		token: string,
		region: Region | 'auto',
		signal: AbortSignal,
		keep: boolean,
	): Promise<Session>;
	signOut(): void;
	/**
	 * A client for the session. With credentials, or a way to them, it may sign in again once, when the
	 * token dies.
	 */
	connect(credentials?: Credentials | (() => Promise<Credentials>)): CorosClient;
};

export type ListServices = {
	/** The newest of the last list, from this machine, without waiting: enough for a first screen. */
	newestActivities(): KnownList | undefined;
	/** The last list, from this machine; read in pieces, so that nothing has to wait for it. */
	knownActivities(): Promise<KnownList | undefined>;
	/** The list, from COROS; kept for next time. */
	listActivities(
		client: CorosClient,
		options: {readonly full: boolean},
		signal: AbortSignal,
	): AsyncGenerator<ListingProgress, Listing>;
};

/** What an archive holds. */
export type ArchiveReading = {
	readonly entryOf: EntryOf;
	/** Activities on disk that COROS no longer lists, as far as their metadata files tell. */
	readonly unlisted: readonly Activity[];
};

export type ArchiveServices = {
	/** What the archive has, as its files and its state say now. */
	readArchive(): Promise<ArchiveReading>;
	/** Opens the archive, backs up and closes it; ends with `finished` whatever happens. */
	backUp(
		client: CorosClient,
		request: BackUpRequest,
		signal: AbortSignal,
	): AsyncGenerator<BackupEvent>;
	/** Checks every file of the archive, without the network; ends with `verified`. */
	verify(signal: AbortSignal): AsyncGenerator<VerifyEvent>;
	/**
	 * Checks every file and fetches what is bad or gone; ends with `repaired` whatever happens.
	 * `connect` is called only when there is something to fetch.
	 */
	repair(connect: () => Promise<CorosClient>, signal: AbortSignal): AsyncGenerator<RepairEvent>;
	/** Takes over what is in the folder, without the network; ends with `taken-over` whatever happens. */
	adopt(request: AdoptRequest, signal: AbortSignal): AsyncGenerator<AdoptEvent>;
	/** Gives the archive's files new names, without the network; ends with `relaid` whatever happens. */
	relayout(request: RelayoutRequest, signal: AbortSignal): AsyncGenerator<RelayoutEvent>;
	/** An activity's FIT file from the disk, decoded; undefined where it is not there. */
	readFit(id: string): Promise<FitActivity | undefined>;
	/** Makes other formats of FIT files, without the network; ends with `finished` whatever happens. */
	convert(request: ConvertRequest, signal: AbortSignal): AsyncGenerator<ConvertEvent>;
	/** Shows the folder in the system's file manager, where there is one. */
	openFolder(): Promise<void>;
};

export type SettingsServices = {
	settings(): Settings;
	saveSettings(settings: Settings): void;
	/** What the app remembers of its table; its own affair. */
	view(): unknown;
	saveView(view: unknown): void;
	/** The formats chosen last. */
	formats(): readonly ExportFormat[];
	saveFormats(formats: readonly ExportFormat[]): void;
	/** What the settings ask of every backup. */
	wishes(): BackupWishes;
};

/** Everything the app and the commands can do, and all they know of the network and of files. */
export type Services = AccountServices &
	ListServices &
	ArchiveServices &
	ProfileServices &
	SettingsServices & {
		/** The archive's folder. */
		readonly folder: string;
		/** What flags decided for this run, whatever the settings say. */
		readonly given: {readonly folder: boolean; readonly concurrency: boolean};
		/** Whether this is the built-in simulator. */
		readonly demo: boolean;
		/** Looks at everything a backup needs. Never signs in. */
		diagnose(options: DiagnoseOptions, signal: AbortSignal): AsyncGenerator<Finding>;
		/** Where `--verbose` writes, and a hand to write there; both undefined without it. */
		readonly logPath: string | undefined;
		readonly log: Log;
		/** Waits for what is being written: called before the process ends. */
		finish(): Promise<void>;
		/**
		 * Waits until nothing runs any more that was asked to stop, and lets go of folder, list and
		 * log: called before the process goes on with other services.
		 */
		close(): Promise<void>;
	};
