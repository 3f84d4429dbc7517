import type {CorosClient} from '../coros/client.js';
import type {DetailFiles} from '../disk/detail-files.js';
import type {Activity} from '../domain/activity.js';
import {isServiceTrouble} from '../domain/breaker.js';
import {isAbort, isKnownError, toErrorReport} from '../domain/known-error.js';
import {longestRetryAfterMs} from '../domain/retry.js';
import type {BackupEvent, BackupSummary} from './event.js';

export type DetailOptions = {
	readonly client: Pick<CorosClient, 'detail' | 'pace'>;
	readonly openFiles: () => Promise<DetailFiles>;
	/** Those whose details are wanted. Asked when the backup has listed them. */
	readonly activities: () => readonly Activity[];
	readonly dryRun: boolean;
	readonly signal: AbortSignal;
	readonly now: Date;
};

/** Notes and feelings are written in the first days: what was saved before is asked once more. */
const settledMs = 3 * 24 * 60 * 60 * 1000;

/** So many in a row that the service could not answer: it is left alone. */
export const mostFailures = 5;

/** Whether an activity's details are to be asked for: never yet, or so early that they may be wanting. */
export const isDetailDue = (
	{endTime}: Pick<Activity, 'endTime'>,
	savedAt: Date | undefined,
	now: Date,
): boolean => {
	if (!savedAt) {
		return true;
	}

	const settled = (endTime ?? 0) * 1000 + settledMs;
	return savedAt.getTime() < settled && now.getTime() >= settled;
};

/** Whether another answer could not be better: the session, the disk, a long pause. */
export const isFatal = (error: unknown): boolean =>
	!isKnownError(error) ||
	!(error.exitCode === 5 || error.exitCode === 3) ||
	error.code === 'not-secure' ||
	error.code === 'proxy-refused' ||
	(error.retryAfterMs ?? 0) > longestRetryAfterMs;

/** Asks for details, one activity after the other: an answer is about a megabyte. */
async function* fetchDetails(options: DetailOptions): AsyncGenerator<BackupEvent> {
	const {client, dryRun, signal, now} = options;
	const files = await options.openFiles();
	const due: Activity[] = [];
	const all = options.activities();
	for (const activity of all) {
		if (isDetailDue(activity, await files.savedAt(activity.id), now)) {
			due.push(activity);
		}
	}

	const upToDate = all.length - due.length;
	yield {type: 'details-planned', found: all.length, toFetch: due.length, upToDate, dryRun};
	let failures = 0;
	for (const activity of dryRun ? [] : due) {
		const {id} = activity;
		const file = files.nameFor(activity);
		await client.pace.enter(signal);
		try {
			const detail = await client.detail(activity, signal);
			const bytes = await files.write(activity, detail);
			client.pace.succeed();
			failures = 0;
			yield {type: 'detail-saved', id, file, bytes};
		} catch (error) {
			signal.throwIfAborted();
			if (isFatal(error)) {
				throw error;
			}

			yield {type: 'detail-failed', id, file, error: toErrorReport(error)};
			failures += isServiceTrouble(error) ? 1 : 0;
			if (failures >= mostFailures) {
				throw error;
			}
		} finally {
			client.pace.leave();
		}
	}
}

/**
 * Goes on after a backup with the details of its activities, before its `finished`, which counts
 * them and carries what ended them. A backup that was ended itself is left as it is.
 */
export async function* withDetails(
	events: AsyncIterable<BackupEvent>,
	options: DetailOptions,
): AsyncGenerator<BackupEvent> {
	const startedAt = Date.now();
	const counts = {saved: 0, upToDate: 0, failed: 0};
	for await (const event of events) {
		if (event.type !== 'finished' || event.error || event.cancelled) {
			yield event;
			continue;
		}

		let ending: Partial<Pick<BackupSummary, 'cancelled' | 'error'>> = {};
		try {
			for await (const step of fetchDetails(options)) {
				counts.saved += step.type === 'detail-saved' ? 1 : 0;
				counts.failed += step.type === 'detail-failed' ? 1 : 0;
				counts.upToDate = step.type === 'details-planned' ? step.upToDate : counts.upToDate;
				yield step;
			}
		} catch (error) {
			ending =
				options.signal.aborted || isAbort(error)
					? {cancelled: true}
					: {error: toErrorReport(error)};
		}

		yield {
			...event,
			failed: event.failed + counts.failed,
			durationMs: Date.now() - startedAt,
			details: counts,
			...ending,
		};
	}
}
