import type {BackupEvent} from '../backup/event.js';
import type {KnownList, Listing, ListingProgress} from '../backup/listing.js';
import type {CorosClient} from '../coros/client.js';
import type {SignInResult} from '../coros/sign-in.js';
import type {ArchiveEntry} from '../disk/archive-entry.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import type {Region} from '../domain/region.js';
import type {Selection} from '../domain/selection.js';
import type {Credentials, Session, TwoFactorChallenge} from '../domain/session.js';

export type BackUpRequest = {
	readonly formats: readonly ExportFormat[];
	readonly selection?: Selection;
	/** Activities at hand: nothing is listed. */
	readonly activities?: readonly Activity[];
	readonly full?: boolean;
	readonly dryRun?: boolean;
};

/** What is known of one activity in one format. */
export type EntryOf = (id: string, format: ExportFormat) => ArchiveEntry | undefined;

/**
 * Everything the app and the commands can do, and all they know of the network and of files. Every
 * method throws `KnownError`, or the signal's reason when cancelled.
 */
export type Services = {
	/** The archive's folder. */
	readonly folder: string;
	/** Whether this is the built-in simulator. */
	readonly demo: boolean;
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
	/** A client for the session. With credentials it may sign in again once, when the token dies. */
	connect(credentials?: Credentials): CorosClient;
	/** The last list, from this machine. */
	knownActivities(): Promise<KnownList | undefined>;
	/** The list, from COROS; kept for next time. */
	listActivities(
		client: CorosClient,
		options: {readonly full: boolean},
		signal: AbortSignal,
	): AsyncGenerator<ListingProgress, Listing>;
	/** What the archive has, as its files and its state say now. */
	readArchive(): Promise<EntryOf>;
	/** Opens the archive, backs up and closes it; ends with `finished` whatever happens. */
	backUp(
		client: CorosClient,
		request: BackUpRequest,
		signal: AbortSignal,
	): AsyncGenerator<BackupEvent>;
	/** The formats chosen last. */
	formats(): readonly ExportFormat[];
	saveFormats(formats: readonly ExportFormat[]): void;
};
