import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import type {ErrorReport} from '../domain/known-error.js';
import type {Settings} from '../domain/settings.js';
import type {ArchiveReading, EntryOf} from '../services/services.js';
import type {Recordings} from './detail/recording.js';
import type {KeyPress, Paste} from './keys/key-press.js';
import type {HelpedLayer} from './keys/layer.js';
import type {Picker} from './profiles/picker.js';
import type {OpenScreen} from './screen.js';
import type {Account} from './sign-in/account.js';
import type {SignIn} from './sign-in/sign-in.js';
import type {Table} from './table/table.js';
import type {Background} from './theme.js';

/** The window, in cells. */
export type Size = {readonly columns: number; readonly rows: number};

/** The account's activities, as far as they are known. */
export type List = {
	readonly activities: readonly Activity[];
	readonly phase: 'loading' | 'ready' | 'failed';
	/** Counts the readings: a new number starts one. */
	readonly reading: number;
	/** Whether this reading asks for every page, whatever is known. */
	readonly full: boolean;
	/** Received in this reading, and how many COROS says there are. */
	readonly found: number;
	readonly total: number | undefined;
	/** Items without a readable id or day. */
	readonly unreadable: number;
	/** When COROS said so, in milliseconds, to the minute. */
	readonly readAt: number | undefined;
};

/** What time it is, as far as that is shown. */
export type Clock = {
	/** Milliseconds; may lie behind while nothing that is shown would change. */
	readonly at: number;
	/** This machine's day, `YYYY-MM-DD`. */
	readonly today: string;
};

/** What the folder holds; `reading` counts as in `List`. */
export type ArchiveView = Pick<ArchiveReading, 'unlisted'> & {
	readonly entryOf: EntryOf | undefined;
	readonly reading: number;
};

/** Where the person is. */
export type Screen = OpenScreen | {readonly name: 'sign-in'; readonly signIn: SignIn};

/** What lies over any screen. */
export type Overlay =
	| {readonly name: 'quit'}
	| {readonly name: 'sign-out'}
	| {readonly name: 'sports'; readonly cursor: number}
	| {readonly name: 'days'; readonly cursor: number}
	| {readonly name: 'profiles'; readonly picker: Picker}
	/** Asks whether a backup is to be stopped for another profile. */
	| {readonly name: 'change'; readonly to: string};

/** The help while it is open. */
export type Help = {
	/** Whose keys. */
	readonly layer: HelpedLayer;
	/** The first line in sight, and how many there are. */
	readonly top: number;
	readonly lines: number;
};

/** How the app ended: what to print on the restored screen, and the process's exit code. */
export type AppResult = {
	readonly message: string;
	readonly exitCode: number;
	/** The profile it is to go on with. */
	readonly next?: string;
};

/** A fault in drawing. */
export type Crash = {readonly error: ErrorReport};

/** Everything the app knows. Views are functions of it; only `update` makes a new one. */
export type Model = {
	readonly size: Size;
	readonly folder: string;
	readonly isDemo: boolean;
	/** The profile in use; `default` for the one without a name. */
	readonly profile: string;
	/** Whether there are others: asked only where somebody has to sign in, and may have come to the wrong one. */
	readonly hasOthers: boolean;
	readonly account: Account | undefined;
	/** The e-mail signed in with last, for the next time. */
	readonly lastEmail: string | undefined;
	/** What is chosen once; saved as it changes. */
	readonly settings: Settings;
	/** What flags decided for this run, whatever the settings say. */
	readonly given: {readonly folder: boolean; readonly concurrency: boolean};
	/** The formats of a backup, as chosen last. */
	readonly formats: readonly ExportFormat[];
	readonly list: List;
	/** Whose list it is: an account's number. */
	readonly listOwner: string | undefined;
	readonly archive: ArchiveView;
	readonly recordings: Recordings;
	readonly clock: Clock | undefined;
	/** The ground everything returns to: it outlives the dialogs over it. */
	readonly table: Table;
	readonly screen: Screen;
	readonly overlay: Overlay | undefined;
	/** Lies over that, too, and goes with what it explains. */
	readonly help: Help | undefined;
	/** A problem that leaves the table usable, until it is dismissed. */
	readonly notice: ErrorReport | undefined;
	/** Saved since the app was started. */
	readonly saved: {readonly files: number; readonly bytes: number};
	/** Counts the wishes to see the folder. */
	readonly folderOpenings: number;
	/** How bright the terminal is, as far as it told. */
	readonly background: Background;
	/** A fault that keeps the screen from being drawn. */
	readonly crash: Crash | undefined;
	/** Counts the times drawing was tried again after one. */
	readonly revivals: number;
	/** Counts the wishes to go to the shell. */
	readonly suspensions: number;
	/** Counts the wishes for a fresh screen. */
	readonly redraws: number;
	/** Set when the app is to end. */
	readonly exit: AppResult | undefined;
	/** What was typed after that, for whoever goes on. */
	readonly ahead: ReadonlyArray<KeyPress | Paste>;
};
