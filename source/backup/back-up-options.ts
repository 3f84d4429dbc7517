import type {CorosClient} from '../coros/client.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import type {RetryPolicy} from '../domain/retry.js';
import type {Selection} from '../domain/selection.js';
import type {LinkAhead} from './link-ahead.js';
import type {KnownList, Listing} from './listing.js';
import type {MakeFormat} from './make-missing.js';
import type {Ownership} from './ownership.js';
import type {TransferControl} from './transfer-control.js';
import type {VerifyProblem} from './verify.js';

/** Files are small and COROS answers each in a fraction of a second; ten at once were seen to work. */
export const defaultConcurrency = 8;

/** Tries for one file; a file that fails them all gets as many again at the end of the run. */
export const defaultTransferRetry: RetryPolicy = {attempts: 6, baseMs: 500};

export type BackUpOptions = {
	readonly client: CorosClient;
	readonly archive: Archive;
	readonly formats: readonly ExportFormat[];
	readonly signal: AbortSignal;
	readonly selection?: Selection;
	/** Activities that are at hand already: nothing is listed then. */
	readonly activities?: readonly Activity[];
	/** The list of an earlier run. */
	readonly known?: KnownList | undefined;
	/** Receives the new list to keep. */
	readonly onListed?: (listing: Listing) => void;
	/** Reads the whole list and asks again for what was said not to exist. */
	readonly full?: boolean;
	/** Plans, and fetches nothing. */
	readonly dryRun?: boolean;
	readonly concurrency?: number;
	readonly retry?: RetryPolicy;
	readonly control?: TransferControl | undefined;
	/** How new files are named from now on; see `name-template.ts`. */
	readonly nameTemplate?: string | undefined;
	/** Makes what COROS does not have; without it nothing is made. */
	readonly make?: MakeFormat | undefined;
	/** Hears what ended the run, whole: events carry no stack. */
	readonly onError?: (error: unknown) => void;
	/** What `verifyArchive` found: just this is mended, whatever else is missing. */
	readonly repair?: readonly VerifyProblem[];
};

/** What the transfers of a run share. */
export const toTransferOptions = (
	options: BackUpOptions,
	ownership: Ownership,
	ahead?: LinkAhead,
) => ({
	client: options.client,
	archive: options.archive,
	ownership,
	retry: options.retry ?? defaultTransferRetry,
	concurrency: options.concurrency ?? defaultConcurrency,
	signal: options.signal,
	control: options.control,
	ahead,
});
