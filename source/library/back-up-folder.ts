import {backUp} from '../backup/back-up.js';
import type {BackupEvent} from '../backup/event.js';
import type {CorosClient} from '../coros/client.js';
import {type Archive, openArchive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {defaultFormats, type ExportFormat} from '../domain/export-format.js';
import type {RetryPolicy} from '../domain/retry.js';
import type {Selection} from '../domain/selection.js';
import {endedEarly} from '../services/ended-early.js';

/** What to back up, and where to. */
export type BackUpFolderOptions = {
	/** Made where it is not there. Default: `coros_activities` in the working directory. */
	readonly folder?: string;
	/** Default: `fit` and `tcx`. */
	readonly formats?: readonly ExportFormat[];
	/** Which activities. Default: all. */
	readonly selection?: Selection;
	/** Activities at hand, as `activities()` gave them: nothing is listed then. */
	readonly activities?: readonly Activity[];
	/** Asks again for what COROS said it does not have. */
	readonly full?: boolean;
	/** Plans, and fetches and writes nothing; `planned` then names each file. */
	readonly dryRun?: boolean;
	/** Stops this run; what is finished is kept. */
	readonly signal?: AbortSignal;
};

/** Opens the folder, backs up into it and lets go of it, also when its reader leaves early. */
export async function* backUpFolder(
	client: CorosClient,
	options: BackUpFolderOptions,
	defaults: {
		readonly signal: AbortSignal;
		readonly concurrency: number;
		readonly retry: RetryPolicy;
	},
): AsyncGenerator<BackupEvent> {
	const {folder = 'coros_activities', formats = defaultFormats, ...rest} = options;
	const startedAt = Date.now();
	let archive: Archive;
	try {
		archive = await openArchive(folder, {readOnly: options.dryRun ?? false});
	} catch (error) {
		yield endedEarly(error, startedAt);
		return;
	}

	const signal = options.signal
		? AbortSignal.any([options.signal, defaults.signal])
		: defaults.signal;
	try {
		yield* backUp({...defaults, ...rest, client, archive, formats, signal});
	} finally {
		await archive.close();
	}
}
