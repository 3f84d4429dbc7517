import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {isExportFormat} from '../domain/export-format.js';
import {KnownError, toErrorReport} from '../domain/known-error.js';
import type {BackupEvent} from './event.js';
import type {PlannedTransfer} from './plan.js';
import type {VerifyProblem} from './verify.js';

/** What a repair can and cannot do. */
export type RepairPlan = {
	/** Files to fetch, in the order they were found. */
	readonly transfers: readonly PlannedTransfer[];
	/** Activities whose metadata file is to be written anew. */
	readonly metadata: readonly Activity[];
	/** Files whose activity COROS does not list. */
	readonly lost: readonly VerifyProblem[];
};

/** Holds what is wrong against what COROS lists. Pure. */
export const planRepair = (
	problems: readonly VerifyProblem[],
	activities: readonly Activity[],
): RepairPlan => {
	const byId = new Map(activities.map((activity) => [activity.id, activity]));
	const transfers: PlannedTransfer[] = [];
	const metadata: Activity[] = [];
	const lost: VerifyProblem[] = [];
	for (const problem of problems) {
		const {id, format, file} = problem;
		const activity = byId.get(id);
		if (format === 'state' || format === 'wellness') {
			continue; // The run itself writes the one anew; the other is no activity's.
		}

		if (!activity) {
			lost.push(problem);
		} else if (format === 'metadata') {
			metadata.push(activity);
		} else if (isExportFormat(format)) {
			transfers.push({activity, format, file});
		} // Details are asked for after the exports.
	}

	return {transfers, metadata, lost};
};

/** Says of a file that it cannot be had again. What is gone on both sides is then forgotten. */
export const giveUp = (archive: Archive, problem: VerifyProblem): BackupEvent => {
	const {kind, id, format, file} = problem;
	if (kind === 'gone' && isExportFormat(format)) {
		archive.forget(id, format);
	}

	const error = new KnownError('not-at-coros');
	return {type: 'irreparable', id, format, file, error: toErrorReport(error)};
};
