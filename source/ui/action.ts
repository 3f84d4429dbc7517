import type {CheckProgress} from '../backup/check-progress.js';
import type {KnownList, Listing, ListingProgress} from '../backup/listing.js';
import type {BackupProgress} from '../backup/progress.js';
import type {ErrorReport} from '../domain/known-error.js';
import type {TwoFactorChallenge} from '../domain/session.js';
import type {ArchiveReading, LastBackup} from '../services/services.js';
import type {ReadRecording} from './detail/recording.js';
import type {FieldEdit} from './field/field.js';
import type {ProfileEntry} from './profiles/picker.js';
import type {Account} from './sign-in/account.js';
import type {Background} from './theme.js';

/** What a person does to the table. */
export type TableAction =
	| {readonly type: 'moved'; readonly by: 1 | -1}
	/** With the mouse; cells of the window, from 0. */
	| {readonly type: 'clicked'; readonly column: number; readonly row: number}
	| {readonly type: 'jumped'; readonly to: 'first' | 'last'}
	| {readonly type: 'paged'; readonly by: 1 | -1; readonly part: 'page' | 'half'}
	| {readonly type: 'range-moved'; readonly by: 1 | -1}
	| {readonly type: 'range-toggled'}
	| {readonly type: 'mark-toggled'}
	| {readonly type: 'all-marked'}
	| {readonly type: 'marks-inverted'}
	| {readonly type: 'all-unmarked'}
	| {readonly type: 'sort-advanced'}
	| {readonly type: 'sort-reversed'}
	/** By the n-th column in sight, from 1; the same again reverses. */
	| {readonly type: 'sort-chosen'; readonly column: number}
	| {readonly type: 'columns-changed'; readonly by: 1 | -1}
	| {readonly type: 'preview-toggled'}
	/** Charts along time or along distance. */
	| {readonly type: 'axis-turned'}
	| {readonly type: 'filter-opened'}
	| {readonly type: 'filter-typed'; readonly text: string}
	| {readonly type: 'filter-erased'; readonly unit: 'character' | 'all'}
	| {readonly type: 'filter-kept'}
	/** Leaves the innermost thing: range, typing, filter, chips, notice, marks. */
	| {readonly type: 'table-escaped'};

/** What is chosen from menus to see less. */
export type FindAction =
	| {readonly type: 'sports-opened'}
	| {readonly type: 'days-opened'}
	| {readonly type: 'new-toggled'}
	| {readonly type: 'menu-moved'; readonly by: 1 | -1}
	/** Without an index, what is under the menu's cursor. */
	| {readonly type: 'menu-chosen'; readonly index?: number};

/** What happens to one activity seen closely. */
export type DetailAction =
	| {readonly type: 'detail-opened'}
	| {readonly type: 'detail-stepped'; readonly by: 1 | -1}
	| {readonly type: 'laps-scrolled'; readonly by: 1 | -1}
	| {readonly type: 'detail-left'}
	/** Fetches its FIT file, which is not on disk. */
	| {readonly type: 'fit-wanted'}
	| {readonly type: 'recording-read'; readonly id: string; readonly read: ReadRecording};

/** What becomes of the list and of what is known of the folder. */
export type ListAction =
	| {readonly type: 'refreshed'}
	| {readonly type: 'list-known'; readonly known: KnownList}
	| {readonly type: 'list-grew'; readonly step: ListingProgress}
	| {readonly type: 'list-read'; readonly listing: Listing}
	| {readonly type: 'list-failed'; readonly error: ErrorReport}
	| ({readonly type: 'archive-read'} & ArchiveReading)
	| {readonly type: 'archive-failed'; readonly error: ErrorReport};

/** What happens in the export dialog. */
export type ExportAction =
	| {readonly type: 'export-opened'; readonly target: 'chosen' | 'everything'}
	| {readonly type: 'format-moved'; readonly by: 1 | -1}
	/** Without an index, the format under the cursor. */
	| {readonly type: 'format-toggled'; readonly index?: number}
	| {readonly type: 'export-left'}
	| {readonly type: 'export-confirmed'};

/** What happens to a backup, by the engine or by the person watching it. */
export type JobAction =
	| {readonly type: 'job-progressed'; readonly progress: BackupProgress; readonly at: number}
	| {readonly type: 'job-finished'; readonly progress: BackupProgress; readonly at: number}
	| {readonly type: 'job-stopped'}
	| {readonly type: 'transfer-moved'; readonly by: 1 | -1}
	/** The one under the cursor; the others go on. */
	| {readonly type: 'transfer-given-up'}
	| {readonly type: 'job-retried'}
	| {readonly type: 'summary-scrolled'; readonly by: 1 | -1}
	| {readonly type: 'summary-left'};

/** What happens while files on disk are checked, by the engine or by the person watching it. */
export type CheckAction =
	| {readonly type: 'check-opened'}
	| {readonly type: 'check-progressed'; readonly progress: CheckProgress}
	| {
			readonly type: 'check-finished';
			readonly progress: CheckProgress;
			readonly error: ErrorReport | undefined;
	  }
	| {readonly type: 'check-scrolled'; readonly by: 1 | -1}
	| {readonly type: 'repair-asked'}
	/** Stops a check that runs, leaves one that has ended. */
	| {readonly type: 'check-left'};

/** What happens to the line of text that is typed. */
export type FieldAction =
	| {readonly type: 'field-typed'; readonly text: string}
	| {readonly type: 'field-edited'; readonly edit: FieldEdit};

/** What happens while somebody signs in. */
export type SignInAction =
	| FieldAction
	| {readonly type: 'sign-in-asked'}
	| {readonly type: 'field-moved'; readonly by: 1 | -1}
	| {readonly type: 'secret-revealed'}
	/** From the password to a token, and back. */
	| {readonly type: 'sign-in-switched'}
	| {readonly type: 'sign-in-confirmed'}
	/** Leaves the innermost thing: the question on its way, the code, the screen. */
	| {readonly type: 'sign-in-left'}
	| {readonly type: 'code-resend-asked'}
	| {readonly type: 'code-sent'; readonly challenge: TwoFactorChallenge; readonly at: number}
	| {readonly type: 'signed-in'; readonly account: Account}
	| {readonly type: 'sign-in-failed'; readonly error: ErrorReport}
	/** A second has passed. */
	| {readonly type: 'clock-ticked'; readonly at: number};

/** What happens in the settings. */
export type SettingsAction =
	| {readonly type: 'settings-opened'}
	| {readonly type: 'setting-moved'; readonly by: 1 | -1}
	/** The one under the cursor, by the arrows. */
	| {readonly type: 'setting-changed'; readonly by: 1 | -1}
	/** The one under the cursor, by Enter or space. */
	| {readonly type: 'setting-chosen'}
	/** The folder's name as typed. */
	| {readonly type: 'text-confirmed'}
	| {readonly type: 'text-left'}
	| {readonly type: 'settings-left'}
	| {readonly type: 'settings-saved'; readonly folder: string}
	| {readonly type: 'settings-failed'; readonly error: ErrorReport}
	| {readonly type: 'sign-out-confirmed'};

/** What happens while a profile is chosen, or begun. */
export type ProfilesAction =
	| {readonly type: 'profiles-opened'}
	| {readonly type: 'profiles-read'; readonly profiles: readonly ProfileEntry[]}
	| {readonly type: 'profiles-failed'; readonly error: ErrorReport}
	| {
			readonly type: 'last-backups-read';
			readonly lastBackups: ReadonlyMap<string, LastBackup>;
	  }
	| {readonly type: 'profile-moved'; readonly by: 1 | -1}
	| {readonly type: 'profile-paged'; readonly by: 1 | -1}
	| {readonly type: 'profile-jumped'; readonly to: 'first' | 'last'}
	/** The one under the cursor, or the one whose name is typed. */
	| {readonly type: 'profile-chosen'}
	| {readonly type: 'profile-find-opened'}
	| {readonly type: 'profile-begin-opened'}
	/** Leaves what is typed, else the list. */
	| {readonly type: 'profiles-left'}
	/** Although a backup runs. */
	| {readonly type: 'change-confirmed'};

/** What concerns the app as a whole. */
export type AppAction =
	| {readonly type: 'resized'; readonly columns: number; readonly rows: number}
	| {readonly type: 'redrawn'}
	/** To the shell, until the process goes on. */
	| {readonly type: 'suspended'}
	| {readonly type: 'background-seen'; readonly background: Background}
	| {readonly type: 'crashed'; readonly error: ErrorReport}
	| {readonly type: 'revived'}
	| {readonly type: 'help-opened'}
	| {readonly type: 'help-scrolled'; readonly by: 1 | -1; readonly part: 'line' | 'page'}
	| {readonly type: 'overlay-left'}
	| {readonly type: 'help-left'}
	| {readonly type: 'quit-asked'}
	| {readonly type: 'quit-confirmed'}
	/** Shows the folder in the system's file manager. */
	| {readonly type: 'folder-opened'}
	/** Ctrl-C. */
	| {readonly type: 'interrupted'}
	/** The system asks the process to end. */
	| {readonly type: 'terminated'}
	| {readonly type: 'minute-passed'; readonly at: number; readonly today: string};

/** Everything that can change the model. */
export type Action =
	| TableAction
	| FindAction
	| DetailAction
	| ListAction
	| ExportAction
	| JobAction
	| CheckAction
	| SignInAction
	| SettingsAction
	| ProfilesAction
	| AppAction;
