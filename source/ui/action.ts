import type {KnownList, Listing, ListingProgress} from '../backup/listing.js';
import type {BackupProgress} from '../backup/progress.js';
import type {ErrorReport} from '../domain/known-error.js';
import type {EntryOf} from '../services/services.js';

/** What a person does to the table. */
export type TableAction =
	| {readonly type: 'moved'; readonly by: 1 | -1}
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
	| {readonly type: 'filter-opened'}
	| {readonly type: 'filter-typed'; readonly text: string}
	| {readonly type: 'filter-erased'; readonly unit: 'character' | 'all'}
	| {readonly type: 'filter-kept'}
	/** Leaves the innermost thing: range, typing, filter, notice. */
	| {readonly type: 'table-escaped'};

/** What becomes of the list and of what is known of the folder. */
export type ListAction =
	| {readonly type: 'refreshed'}
	| {readonly type: 'list-known'; readonly known: KnownList}
	| {readonly type: 'list-grew'; readonly step: ListingProgress}
	| {readonly type: 'list-read'; readonly listing: Listing}
	| {readonly type: 'list-failed'; readonly error: ErrorReport}
	| {readonly type: 'archive-read'; readonly entryOf: EntryOf}
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
	| {readonly type: 'job-retried'}
	| {readonly type: 'summary-scrolled'; readonly by: 1 | -1}
	| {readonly type: 'summary-left'};

/** What concerns the app as a whole. */
export type AppAction =
	| {readonly type: 'resized'; readonly columns: number; readonly rows: number}
	| {readonly type: 'redrawn'}
	| {readonly type: 'help-opened'}
	| {readonly type: 'help-scrolled'; readonly by: 1 | -1; readonly part: 'line' | 'page'}
	| {readonly type: 'overlay-left'}
	| {readonly type: 'quit-asked'}
	| {readonly type: 'quit-confirmed'}
	/** Ctrl-C. */
	| {readonly type: 'interrupted'}
	/** The system asks the process to end. */
	| {readonly type: 'terminated'};

/** Everything that can change the model. */
export type Action = TableAction | ListAction | ExportAction | JobAction | AppAction;
