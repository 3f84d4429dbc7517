import {useEffect} from 'react';
import {toErrorReport} from '../../domain/known-error.js';
import type {Services} from '../../services/services.js';
import type {Dispatcher} from './use-model.js';

/** Looks into the folder at each new number of `reading`. */
export const useArchive = (services: Services, reading: number, dispatch: Dispatcher): void => {
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new number is the wish to read again.
	useEffect(() => {
		let isCurrent = true;
		const read = async () => {
			try {
				const reading = await services.readArchive();
				if (isCurrent) {
					dispatch({type: 'archive-read', ...reading});
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
	}, [services, reading, dispatch]);
};
