import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import {type BackUpOptions, toTransferOptions} from './back-up-options.js';
import type {BackupEvent} from './event.js';
import {isMadeHere, remake} from './make-missing.js';
import type {Ownership} from './ownership.js';
import {giveUp, planRepair} from './plan-repair.js';
import {runTransfers} from './run-transfers.js';
import type {VerifyProblem} from './verify.js';

/** Says what will be fetched, and fetches it. */
export async function* mend(
	options: BackUpOptions,
	problems: readonly VerifyProblem[],
	all: readonly Activity[],
	ownership: Ownership,
): AsyncGenerator<BackupEvent> {
	const {archive, make, signal} = options;
	// What the check before this run could not vouch for has been recorded by now, or put aside.
	const open = problems.filter(
		({kind, id, format}) =>
			kind !== 'unrecorded' || archive.entry(id, format as ExportFormat)?.kind !== 'saved',
	);
	const own = make ? open.filter((problem) => isMadeHere(archive, problem)) : [];
	const {transfers, metadata, lost} = planRepair(
		open.filter((problem) => !own.includes(problem)),
		all,
	);
	const toFetch = transfers.length;
	yield {type: 'planned', found: all.length, toFetch, upToDate: 0, unavailable: 0, dryRun: false};
	for (const problem of lost) {
		yield giveUp(archive, problem);
	}

	for (const activity of metadata) {
		await archive.metadata.replace(activity);
	}

	yield* runTransfers(transfers, toTransferOptions(options, ownership));
	if (make) {
		yield* remake(own, all, {archive, make, signal});
	}
}
