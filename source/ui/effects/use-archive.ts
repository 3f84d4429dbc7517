import {useEffect} from 'react';
import {toErrorReport} from '../../domain/known-error.js';
import type {Services} from '../../services/services.js';
import type {Dispatcher} from './use-model.js';
import type {Rehearsal} from './use-rehearsal.js';

/** Looks into the folder at each new number of `reading`. */
export const useArchive = (
	services: Services,
	reading: number,
	dispatch: Dispatcher,
	rehearsal: Rehearsal,
): void => {
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new number is the wish to read again.
	useEffect(() => {
		let isCurrent = true;
		const read = async () => {
			try {
				const found = await services.readArchive();
				const model = rehearsal.current();
				await rehearsal.rehearse({...model, archive: {...model.archive, ...found}});
				if (isCurrent) {
					dispatch({type: 'archive-read', ...found});
				}
			} catch (error) {
				if (isCurrent) {
					dispatch({type: 'archive-failed', error: toErrorReport(error)});
				}
			}
		};
		void read();
		return () => {
			isCurrent = false;
		};
	}, [services, reading, dispatch, rehearsal]);
};
