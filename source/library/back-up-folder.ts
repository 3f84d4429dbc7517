import {backUp} from '../backup/back-up.js';
import type {BackupEvent} from '../backup/event.js';
import {withAnswers} from '../backup/with-answers.js';
import type {CorosClient} from '../coros/client.js';
import {type Archive, openArchive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {defaultFormats, type ExportFormat} from '../domain/export-format.js';
import type {RetryPolicy} from '../domain/retry.js';
import type {Selection} from '../domain/selection.js';
import {closing} from '../services/closing.js';
import {endedEarly} from '../services/ended-early.js';
import {makeFormat} from '../services/make-format.js';

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
	/**
	 * Keeps a JSON file with all that COROS shows of each activity too: laps, zones, samples, weather,
	 * its note and how it felt. About a megabyte each, asked for once.
	 */
	readonly details?: boolean;
	/**
	 * Keeps JSON files in `wellness/` too: daily metrics and the schedule, a file a month since the first
	 * activity, and the records and the profile as they are now.
	 */
	readonly wellness?: boolean;
	/** `missing` makes GPX, TCX and KML that COROS does not have here, of the FIT file. */
	readonly convert?: 'missing';
	/**
	 * How new files are named from now on: `corosexport`, `by-year`, `goldencheetah` or fields such as
	 * `{year}/{date} {name} {id}`. Default: as the folder has it.
	 */
	readonly nameTemplate?: string;
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
	const {folder = 'coros_activities', formats = defaultFormats, convert, ...rest} = options;
	const {dryRun = false, details = false, wellness = false, selection = {}} = rest;
	const startedAt = Date.now();
	let archive: Archive;
	try {
		archive = await openArchive(folder, {readOnly: dryRun});
	} catch (error) {
		yield endedEarly(error, startedAt);
		return;
	}

	const signal = options.signal
		? AbortSignal.any([options.signal, defaults.signal])
		: defaults.signal;
	let all = options.activities ?? [];
	const events = backUp({
		...defaults,
		...rest,
		client,
		archive,
		formats,
		signal,
		make: convert === 'missing' ? makeFormat : undefined,
		onListed({activities}) {
			all = activities;
		},
	});
	const activities = () => all;
	const wanted = {details, wellness, selection, activities, dryRun};
	yield* closing(withAnswers(events, {client, archive, signal, ...wanted}), archive);
}
