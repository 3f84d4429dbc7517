import type {Archive} from '../disk/archive.js';
import {type ErrorReport, isAbort, toErrorReport} from '../domain/known-error.js';
import {backUp} from './back-up.js';
import type {BackUpOptions} from './back-up-options.js';
import type {BackupEvent} from './event.js';
import {repairAnswers} from './repair-answers.js';
import {isStillWrong, type VerifyEvent, type VerifyProblem, verifyArchive} from './verify.js';

/** How a repair ended. Counts are problems, but `failed`, which is files. */
export type RepairSummary = {
	/** Found by the check. */
	readonly problems: number;
	readonly repaired: number;
	/** Still there at the end: read again, not concluded. */
	readonly remaining: number;
	/** Files that could not be fetched this time. */
	readonly failed: number;
	readonly durationMs: number;
	readonly cancelled: boolean;
	/** What ended the run before its time. */
	readonly error?: ErrorReport;
};

/** A check, then a backup of what is wrong if anything is, then exactly one `repaired`. */
export type RepairEvent = VerifyEvent | BackupEvent | ({readonly type: 'repaired'} & RepairSummary);

export type RepairOptions = {
	readonly archive: Archive;
	readonly signal: AbortSignal;
	/** Called only when there is something to fetch: signing in is not needed before. */
	readonly prepare: () => Promise<Omit<BackUpOptions, 'archive' | 'signal' | 'formats' | 'repair'>>;
};

type Ending = Pick<RepairSummary, 'cancelled' | 'error' | 'failed'>;

const noProblem: Ending = {cancelled: false, failed: 0};

const toEnding = (error: unknown, signal: AbortSignal): Ending => ({
	...noProblem,
	...(signal.aborted || isAbort(error) ? {cancelled: true} : {error: toErrorReport(error)}),
});

/** The `repaired` of a run that ended before it began. */
export const neverRepaired = (error: unknown, signal: AbortSignal): RepairEvent => ({
	type: 'repaired',
	problems: 0,
	repaired: 0,
	remaining: 0,
	durationMs: 0,
	...toEnding(error, signal),
});

async function* mend(
	{archive, signal, prepare}: RepairOptions,
	repair: readonly VerifyProblem[],
): AsyncGenerator<BackupEvent, Ending> {
	let ending = noProblem;
	const prepared = await prepare();
	const {client, onListed} = prepared;
	let listed = prepared.activities ?? [];
	const exports = backUp({
		...prepared,
		archive,
		signal,
		formats: [],
		repair,
		onListed(listing) {
			listed = listing.activities;
			onListed?.(listing);
		},
	});
	const activities = () => listed;
	const options = {client, archive, problems: repair, activities, signal};
	for await (const event of repairAnswers(exports, options)) {
		if (event.type === 'finished') {
			const {cancelled, error, failed} = event;
			ending = {cancelled, failed, ...(error && {error})};
		}

		yield event;
	}

	return ending;
}

/**
 * Checks an archive and fetches what is bad or gone. A damaged file stays where it is until a whole
 * one takes its name, and is kept in `damaged/` then. What was wrong is read again at the end.
 */
export async function* repairArchive(options: RepairOptions): AsyncGenerator<RepairEvent> {
	const {archive, signal} = options;
	const startedAt = Date.now();
	const problems: VerifyProblem[] = [];
	let ending = noProblem;
	try {
		for await (const event of verifyArchive(archive, signal)) {
			if (event.type === 'problem') {
				const {type, ...problem} = event;
				problems.push(problem);
			}

			yield event;
		}

		if (problems.length > 0) {
			ending = yield* mend(options, problems);
		}
	} catch (error) {
		ending = toEnding(error, signal);
	}

	let remaining = 0;
	for (const problem of problems) {
		remaining += (await isStillWrong(archive, problem)) ? 1 : 0;
	}

	const repaired = problems.length - remaining;
	const durationMs = Date.now() - startedAt;
	yield {type: 'repaired', problems: problems.length, repaired, remaining, ...ending, durationMs};
}
