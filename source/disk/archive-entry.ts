import type {ExportFormat} from '../domain/export-format.js';
import type {ErrorReport} from '../domain/known-error.js';

/** What an archive knows of one activity in one format. */
export type ArchiveEntry =
	| {
			readonly kind: 'saved';
			/** Name inside the folder, with `/` where it is in one below. */
			readonly file: string;
			/** Bytes. */
			readonly size: number;
			/** Lowercase hex. */
			readonly sha256: string;
			/** ISO 8601 UTC. */
			readonly at: string;
			/** Made here from the FIT file: COROS had none, or was not asked. */
			readonly madeHere?: true;
	  }
	/** Given by COROS and saved once; the folder lacks it now. It is fetched again, and what it was stays known till then. */
	| {
			readonly kind: 'gone';
			readonly file: string;
			readonly size: number;
			readonly sha256: string;
			readonly at: string;
	  }
	| {readonly kind: 'unavailable'; readonly reason: string; readonly at: string}
	| {
			readonly kind: 'failed';
			readonly code: ErrorReport['code'];
			readonly message: string;
			readonly at: string;
			/** The name of the bad file that was put aside: the good one gets it. */
			readonly file?: string;
	  };

export type FormatEntries = {[Format in ExportFormat]?: ArchiveEntry};

/** Whether an activity has a file in any format. */
export const hasSaved = (formats: FormatEntries): boolean => {
	for (const format in formats) {
		if (formats[format as ExportFormat]?.kind === 'saved') {
			return true;
		}
	}

	return false;
};

/** Entries by activity id. */
export type ArchiveEntries = Map<string, FormatEntries>;

/** The account a folder belongs to. */
export type ArchiveAccount = {readonly userId: string; readonly region: string};
