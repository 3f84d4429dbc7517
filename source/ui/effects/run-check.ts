import {initialCheck, reduceCheck} from '../../backup/check-progress.js';
import {type ErrorReport, isAbort, toErrorReport} from '../../domain/known-error.js';
import type {Services} from '../../services/services.js';
import type {Check} from '../check/check.js';
import {beatMs, every} from './every.js';
import type {Dispatcher} from './use-model.js';

/** Reads every file again, and fetches what is bad if asked to; tells of it a few times a second. */
export const runCheck = async (
	services: Services,
	{isRepair}: Check['request'],
	signal: AbortSignal,
	dispatch: Dispatcher,
): Promise<void> => {
	let progress = initialCheck;
	let error: ErrorReport | undefined;
	const stop = every(beatMs, () => dispatch({type: 'check-progressed', progress}));
	try {
		const events = isRepair
			? services.repair(async () => services.connect(), signal)
			: services.verify(signal);
		for await (const event of events) {
			progress = reduceCheck(progress, event);
		}
	} catch (fault) {
		error = isAbort(fault) ? undefined : toErrorReport(fault);
	} finally {
		stop();
	}

	dispatch({type: 'check-finished', progress: {...progress, phase: 'finished'}, error});
};
