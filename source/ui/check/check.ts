import {type CheckProgress, initialCheck} from '../../backup/check-progress.js';
import type {ErrorReport} from '../../domain/known-error.js';

/** The files on disk being read again, and mended if that was asked for. */
export type Check = {
	/** A new one is a new run. */
	readonly request: {readonly isRepair: boolean};
	readonly progress: CheckProgress;
	/** What kept it from coming to its own end. */
	readonly error: ErrorReport | undefined;
	/** Somebody asked to stop; what is under way ends cleanly first. */
	readonly isStopping: boolean;
	/** The first problem in sight. */
	readonly top: number;
};

export const startCheck = (isRepair: boolean): Check => ({
	request: {isRepair},
	progress: initialCheck,
	error: undefined,
	isStopping: false,
	top: 0,
});

export const isRunning = ({progress}: Check): boolean => progress.phase !== 'finished';

/** Whether there is something that fetching anew would mend. */
export const canRepair = (check: Check): boolean =>
	!isRunning(check) && (check.progress.repaired?.remaining ?? check.progress.problemCount) > 0;
