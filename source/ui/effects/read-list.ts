import type {Activity} from '../../domain/activity.js';
import {toErrorReport} from '../../domain/known-error.js';
import {finishInTurns} from '../../domain/steps.js';
import type {Services} from '../../services/services.js';
import {merge, replace} from '../list/merge.js';
import type {List} from '../model.js';
import {beatMs, every} from './every.js';
import type {Dispatcher} from './use-model.js';
import type {Rehearsal} from './use-rehearsal.js';

type Reading = {
	readonly services: Services;
	readonly list: Pick<List, 'reading' | 'full'>;
	readonly signal: AbortSignal;
	readonly dispatch: Dispatcher;
	readonly rehearsal: Rehearsal;
};

/** Makes the rows of a list ready that is to be shown. */
const rehearse = ({rehearsal}: Reading, activities: readonly Activity[]): Promise<void> => {
	const model = rehearsal.current();
	return rehearsal.rehearse({...model, list: {...model.list, activities}});
};

const readKnown = async (reading: Reading) => {
	const {services, signal, dispatch} = reading;
	const known = await services.knownActivities();
	if (known && !signal.aborted) {
		await rehearse(reading, known.activities);
	}

	if (known && !signal.aborted) {
		dispatch({type: 'list-known', known});
	}
};

const readFresh = async (reading: Reading) => {
	const {services, list, signal, dispatch, rehearsal} = reading;
	const steps = services.listActivities(services.connect(), {full: list.full}, signal);
	let arrived: readonly Activity[] = [];
	let step = await steps.next();
	const send = () => {
		if (!step.done && arrived.length > 0 && !signal.aborted) {
			dispatch({type: 'list-grew', step: {...step.value, activities: arrived}});
			arrived = [];
		}
	};
	const stop = every(beatMs, send);
	try {
		for (let isFirst = true; !step.done; isFirst = false, step = await steps.next()) {
			const {activities} = step.value;
			arrived = arrived.length === 0 ? activities : [...arrived, ...activities];
			if (isFirst) {
				send(); // The first page at once: the table is usable from here on.
			}
		}
	} finally {
		stop();
	}

	const {activities, complete} = step.value;
	const known = rehearsal.current().list.activities;
	const settled = complete ? await finishInTurns(replace(known, activities)) : activities;
	await rehearse(reading, complete ? settled : merge(known, settled));
	if (!signal.aborted) {
		dispatch({type: 'list-read', listing: {...step.value, activities: settled}});
	}
};

/** Reads the list: what this machine knows first, then what COROS says, in a few steps a second. */
export const readList = async (reading: Reading): Promise<void> => {
	try {
		if (reading.list.reading === 0) {
			await readKnown(reading);
		}

		await readFresh(reading);
	} catch (error) {
		if (!reading.signal.aborted) {
			reading.dispatch({type: 'list-failed', error: toErrorReport(error)});
		}
	}
};
