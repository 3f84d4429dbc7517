import type {Pace} from '../coros/pace.js';
import {isServiceTrouble} from '../domain/breaker.js';
import {type ErrorReport, isAbort, isKnownError, toErrorReport} from '../domain/known-error.js';
import {longestRetryAfterMs} from '../domain/retry.js';
import type {BackupEvent, BackupSummary} from './event.js';

/** An answer of COROS's that is to be kept as a file, and the events that tell of it. */
export type WantedAnswer = {
	/** Asks for it and writes it; returns its bytes, 0 where the file says so already. */
	keep(): Promise<number>;
	saved(bytes: number): BackupEvent;
	failed(error: ErrorReport): BackupEvent;
};

export type KeepOptions = {
	/** The key of `finished` that counts them. */
	readonly subject: 'details' | 'wellness';
	readonly pace: Pace;
	readonly signal: AbortSignal;
	/** Says what is wanted. Asked when the backup before it is done. */
	plan(): Promise<{
		readonly planned: Extract<BackupEvent, {type: 'details-planned' | 'wellness-planned'}>;
		readonly wanted: Iterable<WantedAnswer>;
	}>;
};

/** So many in a row that the service could not answer: it is left alone. */
const mostFailures = 5;

/** Whether another answer could not be better: the session, the disk, a long pause. */
const isFatal = (error: unknown): boolean =>
	!isKnownError(error) ||
	!(error.exitCode === 5 || error.exitCode === 3) ||
	error.code === 'not-secure' ||
	error.code === 'proxy-refused' ||
	(error.retryAfterMs ?? 0) > longestRetryAfterMs;

type Counts = {saved: number; upToDate: number; failed: number};

/** Asks for one after the other: an answer may be megabytes. Throws what ends them all. */
async function* askEach(
	{pace, signal, plan}: KeepOptions,
	counts: Counts,
): AsyncGenerator<BackupEvent> {
	const {planned, wanted} = await plan();
	counts.upToDate = planned.upToDate;
	yield planned;
	let failures = 0;
	for (const answer of planned.dryRun ? [] : wanted) {
		await pace.enter(signal);
		try {
			const bytes = await answer.keep();
			pace.succeed();
			failures = 0;
			counts[bytes > 0 ? 'saved' : 'upToDate'] += 1;
			yield answer.saved(bytes);
		} catch (error) {
			signal.throwIfAborted();
			if (isFatal(error)) {
				throw error;
			}

			counts.failed += 1;
			yield answer.failed(toErrorReport(error));
			failures += isServiceTrouble(error) ? 1 : 0;
			if (failures >= mostFailures) {
				throw error;
			}
		} finally {
			pace.leave();
		}
	}
}

/**
 * Goes on after a backup with answers that are kept as files, before its `finished`, which counts
 * them and carries what ended them. A backup that was ended itself is left as it is.
 */
export async function* keepAnswers(
	events: AsyncIterable<BackupEvent>,
	options: KeepOptions,
): AsyncGenerator<BackupEvent> {
	const startedAt = Date.now();
	for await (const event of events) {
		if (event.type !== 'finished' || event.error || event.cancelled) {
			yield event;
			continue;
		}

		const counts: Counts = {saved: 0, upToDate: 0, failed: 0};
		let ending: Partial<Pick<BackupSummary, 'cancelled' | 'error'>> = {};
		try {
			yield* askEach(options, counts);
		} catch (error) {
			ending =
				options.signal.aborted || isAbort(error)
					? {cancelled: true}
					: {error: toErrorReport(error)};
		}

		const failed = event.failed + counts.failed;
		const durationMs = Date.now() - startedAt;
		yield {...event, failed, durationMs, [options.subject]: counts, ...ending};
	}
}
