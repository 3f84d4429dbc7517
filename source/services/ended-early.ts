import type {BackupEvent} from '../backup/event.js';
import {emptySummary} from '../backup/progress.js';
import {isAbort, toErrorReport} from '../domain/known-error.js';

/** The `finished` of a run that ended before it began: every run has one. */
export const endedEarly = (
	error: unknown,
	startedAt: number,
): Extract<BackupEvent, {type: 'finished'}> => ({
	type: 'finished',
	...emptySummary,
	durationMs: Date.now() - startedAt,
	...(isAbort(error) ? {cancelled: true} : {error: toErrorReport(error)}),
});
