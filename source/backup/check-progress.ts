import type {RepairEvent, RepairSummary} from './repair.js';
import type {VerifyEvent, VerifyProblem} from './verify.js';

/** Where a check stands, or a repair: a fold of its events. */
export type CheckProgress = {
	readonly phase: 'checking' | 'fetching' | 'finished';
	readonly checked: number;
	readonly total: number;
	/** As they were found; the first thousand. */
	readonly problems: readonly VerifyProblem[];
	readonly problemCount: number;
	/** Files to fetch in a repair, and how many of them have come to an end. */
	readonly toFetch: number;
	readonly settled: number;
	/** How the check ended. */
	readonly verified: Extract<VerifyEvent, {type: 'verified'}> | undefined;
	/** How the repair ended. */
	readonly repaired: RepairSummary | undefined;
};

export const initialCheck: CheckProgress = {
	phase: 'checking',
	checked: 0,
	total: 0,
	problems: [],
	problemCount: 0,
	toFetch: 0,
	settled: 0,
	verified: undefined,
	repaired: undefined,
};

const mostProblems = 1000;

/** Folds one event. Pure. */
export const reduceCheck = (progress: CheckProgress, event: RepairEvent): CheckProgress => {
	switch (event.type) {
		case 'verifying':
			return {...progress, checked: event.checked, total: event.total};
		case 'problem': {
			const {type, ...problem} = event;
			const {problems, problemCount} = progress;
			return {
				...progress,
				problems: problemCount < mostProblems ? [...problems, problem] : problems,
				problemCount: problemCount + 1,
			};
		}
		case 'verified':
			return {...progress, checked: event.checked, verified: event};
		case 'planned':
			return {...progress, phase: 'fetching', toFetch: event.toFetch};
		case 'details-planned':
		case 'wellness-planned':
			return {...progress, toFetch: progress.toFetch + event.toFetch};
		case 'saved':
		case 'unavailable':
		case 'failed':
		case 'detail-saved':
		case 'detail-failed':
		case 'wellness-saved':
		case 'wellness-failed':
			return {...progress, settled: progress.settled + 1};
		case 'repaired': {
			const {type, ...repaired} = event;
			return {...progress, repaired};
		}
		default:
			return progress;
	}
};
