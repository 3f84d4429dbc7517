import type {BackupEvent, BackupSummary, Transfer} from './event.js';

export const emptySummary: BackupSummary = {
	found: 0,
	saved: 0,
	upToDate: 0,
	unavailable: 0,
	failed: 0,
	bytes: 0,
	durationMs: 0,
	cancelled: false,
};

/** Counts one event. Pure. */
export const addToSummary = (summary: BackupSummary, event: BackupEvent): BackupSummary => {
	switch (event.type) {
		case 'planned': {
			const {found, upToDate, unavailable} = event;
			return {...summary, found, upToDate, unavailable};
		}
		case 'saved':
			return {...summary, saved: summary.saved + 1, bytes: summary.bytes + event.bytes};
		case 'unavailable':
			return {...summary, unavailable: summary.unavailable + 1};
		case 'failed':
			return {...summary, failed: summary.failed + 1};
		case 'converted':
			return {...summary, converted: (summary.converted ?? 0) + 1};
		case 'finished': {
			const {type, ...final} = event;
			return final;
		}
		default:
			return summary;
	}
};

/** A transfer under way. */
export type ActiveTransfer = {
	readonly transfer: Transfer;
	readonly received: number;
	readonly size: number | undefined;
	/** Why it waits to be tried again, if it does. */
	readonly retrying:
		| {
				readonly attempt: number;
				readonly attempts: number;
				/** From the failure to the next try, in milliseconds. */
				readonly waitMs: number;
				readonly reason: string;
		  }
		| undefined;
};

/** What could not be had, and why. */
export type Failure = Extract<BackupEvent, {type: 'failed' | 'detail-failed' | 'wellness-failed'}>;

/** Where a backup stands: a fold of its events, the same for the app and for plain text. */
export type BackupProgress = {
	readonly phase: 'listing' | 'checking' | 'transferring' | 'details' | 'wellness' | 'finished';
	/** Of the list, or of the files being checked. */
	readonly listed: number;
	readonly listTotal: number | undefined;
	readonly checked: number;
	readonly checkTotal: number;
	readonly toFetch: number;
	/** Of those, how many have come to an end, good or bad. */
	readonly settled: number;
	/** Details, or files of wellness, to fetch, and how many have come to an end. */
	readonly extras: number;
	readonly extrasSettled: number;
	readonly summary: BackupSummary;
	/** Under way, oldest first. */
	readonly active: readonly ActiveTransfer[];
	/** What failed, with its reason, newest last. */
	readonly failures: readonly Failure[];
	/** What should be known though nothing failed. */
	readonly warnings: ReadonlyArray<Extract<BackupEvent, {type: 'warning'}>>;
	/** Activities that were edited at COROS, their metadata files written anew. */
	readonly refreshed: number;
	/** The last files that were settled, newest last; a screenful. */
	readonly recent: ReadonlyArray<Extract<BackupEvent, {type: 'saved' | 'unavailable' | 'failed'}>>;
};

export const initialProgress: BackupProgress = {
	phase: 'listing',
	listed: 0,
	listTotal: undefined,
	checked: 0,
	checkTotal: 0,
	toFetch: 0,
	settled: 0,
	extras: 0,
	extrasSettled: 0,
	summary: emptySummary,
	active: [],
	failures: [],
	warnings: [],
	refreshed: 0,
	recent: [],
};

const mostRecent = 50;
const mostFailures = 1000;

const isSame = (a: Transfer, b: Transfer): boolean => a.id === b.id && a.format === b.format;

const change = (
	active: readonly ActiveTransfer[],
	transfer: Transfer,
	changes: Partial<ActiveTransfer>,
): ActiveTransfer[] =>
	active.map((one) => (isSame(one.transfer, transfer) ? {...one, ...changes} : one));

const addFailure = (failures: readonly Failure[], event: Failure): readonly Failure[] =>
	[...failures, event].slice(-mostFailures);

/** Folds one event. Pure. */
export const reduceProgress = (progress: BackupProgress, event: BackupEvent): BackupProgress => {
	const summary = addToSummary(progress.summary, event);
	switch (event.type) {
		case 'listing':
			return {...progress, listed: event.found, listTotal: event.total ?? undefined};
		case 'checking':
			return {...progress, phase: 'checking', checked: event.checked, checkTotal: event.total};
		case 'warning':
			return {...progress, warnings: [...progress.warnings, event]};
		case 'metadata-refreshed':
			return {...progress, refreshed: progress.refreshed + event.count};
		case 'planned':
			return {...progress, phase: 'transferring', toFetch: event.toFetch, summary};
		case 'transfer-started': {
			const {transfer} = event;
			const started = {transfer, received: 0, size: undefined, retrying: undefined};
			return {...progress, active: [...progress.active, started]};
		}
		case 'progress': {
			const {transfer, received, size} = event;
			const changes = {received, size: size ?? undefined, retrying: undefined};
			return {...progress, active: change(progress.active, transfer, changes)};
		}
		case 'retrying': {
			const {transfer, attempt, attempts, waitMs, error} = event;
			const retrying = {attempt, attempts, waitMs, reason: error.message};
			return {...progress, active: change(progress.active, transfer, {retrying, received: 0})};
		}
		case 'postponed':
			return {
				...progress,
				active: progress.active.filter(({transfer}) => !isSame(transfer, event.transfer)),
			};
		case 'converted':
			return {...progress, summary};
		case 'details-planned':
			return {...progress, phase: 'details', extras: event.toFetch, extrasSettled: 0};
		case 'wellness-planned':
			return {...progress, phase: 'wellness', extras: event.toFetch, extrasSettled: 0};
		case 'detail-saved':
		case 'wellness-saved':
			return {...progress, extrasSettled: progress.extrasSettled + 1};
		case 'detail-failed':
		case 'wellness-failed':
			return {
				...progress,
				extrasSettled: progress.extrasSettled + 1,
				failures: addFailure(progress.failures, event),
			};
		case 'saved':
		case 'unavailable':
		case 'failed':
			return {
				...progress,
				summary,
				settled: progress.settled + 1,
				active: progress.active.filter(({transfer}) => !isSame(transfer, event.transfer)),
				failures:
					event.type === 'failed' ? addFailure(progress.failures, event) : progress.failures,
				recent: [...progress.recent, event].slice(-mostRecent),
			};
		case 'finished':
			return {...progress, phase: 'finished', summary, active: []};
		default:
			return progress;
	}
};
