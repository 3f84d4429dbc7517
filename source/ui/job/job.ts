import type {Transfer} from '../../backup/event.js';
import {type BackupProgress, initialProgress} from '../../backup/progress.js';
import type {BackUpRequest} from '../../services/services.js';
import type {RestingPlace} from '../resting-place.js';
import type {Sample} from './speed.js';
import type {Waits} from './waits.js';

/** One run of the engine, from its start until its summary is left. */
export type Job = {
	readonly request: BackUpRequest;
	/** The screen that comes after it. */
	readonly origin: RestingPlace;
	readonly progress: BackupProgress;
	/** Where it stood lately, oldest first. */
	readonly samples: readonly Sample[];
	/** When the first and the last news came, in milliseconds. */
	readonly startedAt: number | undefined;
	readonly now: number | undefined;
	readonly waits: Waits;
	/** The transfer under the cursor; while it is undefined or over, the first under way. */
	readonly selected: Transfer | undefined;
	/** Transfers to give up while the others go on. */
	readonly givenUp: readonly Transfer[];
	/** Somebody asked to stop; what is under way ends cleanly first. */
	readonly isStopping: boolean;
	/** The app ends with it. */
	readonly isLast: boolean;
	/** The profile the app goes on with then; undefined where it ends altogether. */
	readonly next: string | undefined;
};

/** A job at its start. Its request is a copy: a retry is another run, though it asks the same. */
export const startJob = (
	request: BackUpRequest,
	origin: RestingPlace = {name: 'activities'},
): Job => ({
	request: {...request},
	origin,
	progress: initialProgress,
	samples: [],
	startedAt: undefined,
	now: undefined,
	waits: new Map(),
	selected: undefined,
	givenUp: [],
	isStopping: false,
	isLast: false,
	next: undefined,
});

/** Whether the job fetches everything that is missing, not a choice. */
export const isBackup = ({request}: Job): boolean => request.activities === undefined;
