import type {ExportFormat} from '../domain/export-format.js';
import type {ErrorReport} from '../domain/known-error.js';
import type {VerifyProblem} from './verify.js';

/** One activity in one format, on its way. */
export type Transfer = {
	/** Activity id. */
	readonly id: string;
	readonly format: ExportFormat;
	/** Final name inside the folder. */
	readonly file: string;
	readonly name: string;
	/** The activity's own local day. */
	readonly day: string;
};

/** How a run ended. Counts are files, but `found`, which is activities. */
export type BackupSummary = {
	readonly found: number;
	readonly saved: number;
	readonly upToDate: number;
	/** Formats COROS does not have: no failure. */
	readonly unavailable: number;
	readonly failed: number;
	/** Made here of FIT files, where that was asked for; COROS has none of them. */
	readonly converted?: number;
	/** Bytes saved. */
	readonly bytes: number;
	readonly durationMs: number;
	/** Somebody asked to stop. */
	readonly cancelled: boolean;
	/** Of `--details`: files of details. Those that failed are counted in `failed` too. */
	readonly details?: {
		readonly saved: number;
		readonly upToDate: number;
		readonly failed: number;
	};
	/** Of `--wellness`, likewise. */
	readonly wellness?: {
		readonly saved: number;
		readonly upToDate: number;
		readonly failed: number;
	};
	/** What ended the run before its time. */
	readonly error?: ErrorReport;
};

/**
 * What happens during a backup, in order, ending with exactly one `finished`. Plain JSON without
 * secrets: `--json` prints each as a line.
 */
export type BackupEvent =
	| {
			readonly type: 'listing';
			/** Activities received so far. */
			readonly found: number;
			/** As COROS counts, where it does. */
			readonly total: number | null;
			/** Items without a readable id or day. */
			readonly unreadable: number;
	  }
	/** Nothing failed, and somebody should know: the list lacks what the folder has. */
	| {
			readonly type: 'warning';
			readonly code: 'list-shrunk' | 'activities-unlisted';
			readonly message: string;
			readonly hint: string;
	  }
	/** Activities were edited at COROS, and their metadata files written anew. */
	| {readonly type: 'metadata-refreshed'; readonly count: number}
	/** In a repair: COROS does not list the activity any more. What there is stays. */
	| ({readonly type: 'irreparable'; readonly error: ErrorReport} & Pick<
			VerifyProblem,
			'id' | 'format' | 'file'
	  >)
	/** Files found in the folder that nobody remembers are being checked. */
	| {readonly type: 'checking'; readonly checked: number; readonly total: number}
	| {
			readonly type: 'planned';
			readonly found: number;
			/** Files to fetch. */
			readonly toFetch: number;
			readonly upToDate: number;
			readonly unavailable: number;
			readonly dryRun: boolean;
			/** The files to fetch, when nothing will be fetched. */
			readonly transfers?: readonly Transfer[];
	  }
	| {readonly type: 'transfer-started'; readonly transfer: Transfer}
	| {
			readonly type: 'progress';
			readonly transfer: Transfer;
			/** Bytes so far. */
			readonly received: number;
			readonly size: number | null;
	  }
	| {
			readonly type: 'retrying';
			readonly transfer: Transfer;
			/** The try that comes next, from 2. */
			readonly attempt: number;
			readonly attempts: number;
			readonly waitMs: number;
			readonly error: ErrorReport;
	  }
	/** Given up for now; it is tried again after all others. */
	| {readonly type: 'postponed'; readonly transfer: Transfer; readonly error: ErrorReport}
	| {
			readonly type: 'saved';
			readonly transfer: Transfer;
			readonly bytes: number;
			readonly sha256: string;
	  }
	| {readonly type: 'unavailable'; readonly transfer: Transfer; readonly reason: string}
	/** COROS has no such file: it was made here from the FIT file. Follows all transfers. */
	| {
			readonly type: 'converted';
			readonly transfer: Transfer;
			readonly bytes: number;
			readonly sha256: string;
	  }
	| {readonly type: 'failed'; readonly transfer: Transfer; readonly error: ErrorReport}
	/** After the files, where details are wanted. Counts are activities. */
	| {
			readonly type: 'details-planned';
			readonly found: number;
			readonly toFetch: number;
			readonly upToDate: number;
			readonly dryRun: boolean;
	  }
	| {
			readonly type: 'detail-saved';
			/** Activity id. */
			readonly id: string;
			/** Name inside the folder. */
			readonly file: string;
			readonly bytes: number;
	  }
	| {
			readonly type: 'detail-failed';
			readonly id: string;
			readonly file: string;
			readonly error: ErrorReport;
	  }
	/** At the end, where wellness is wanted. Counts are files. */
	| {
			readonly type: 'wellness-planned';
			readonly toFetch: number;
			readonly upToDate: number;
			readonly dryRun: boolean;
	  }
	/** `bytes` is 0 where the file says so already. */
	| {readonly type: 'wellness-saved'; readonly file: string; readonly bytes: number}
	| {readonly type: 'wellness-failed'; readonly file: string; readonly error: ErrorReport}
	| ({readonly type: 'finished'} & BackupSummary);
