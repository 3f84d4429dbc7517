import {type BackupProgress, initialProgress, reduceProgress} from '../../backup/progress.js';
import {isAbort, toErrorReport} from '../../domain/known-error.js';
import type {BackUpRequest, Services} from '../../services/services.js';
import {beatMs, every} from './every.js';
import type {Dispatcher} from './use-model.js';

/** What a run looks like that never came to its own `finished`. */
const brokenOff = (progress: BackupProgress, error: unknown): BackupProgress => ({
	...progress,
	phase: 'finished',
	active: [],
	summary: {
		...progress.summary,
		...(isAbort(error) ? {cancelled: true} : {error: toErrorReport(error)}),
	},
});

/**
 * Runs the engine and folds its events, thousands of them, into a few snapshots a second; the last
 * one always arrives, also after the wish to stop.
 */
export const runJob = async (
	services: Services,
	request: BackUpRequest,
	signal: AbortSignal,
	dispatch: Dispatcher,
): Promise<void> => {
	let progress = initialProgress;
	const send = () => dispatch({type: 'job-progressed', progress, at: Date.now()});
	send();
	const stop = every(beatMs, send);
	try {
		for await (const event of services.backUp(services.connect(), request, signal)) {
			progress = reduceProgress(progress, event);
		}
	} catch (error) {
		progress = brokenOff(progress, error);
	} finally {
		stop();
	}

	dispatch({type: 'job-finished', progress, at: Date.now()});
};
