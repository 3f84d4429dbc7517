import {useEffect} from 'react';
import type {Services} from '../../services/services.js';
import type {List} from '../model.js';
import {readList} from './read-list.js';
import type {Dispatcher} from './use-model.js';
import type {Rehearsal} from './use-rehearsal.js';

/** Reads the list while the model says that it is being read. */
export const useActivities = (
	services: Services,
	{phase, reading, full}: List,
	dispatch: Dispatcher,
	rehearsal: Rehearsal,
): void => {
	const isLoading = phase === 'loading';
	useEffect(() => {
		if (!isLoading) {
			return;
		}

		const stop = new AbortController();
		void readList({services, list: {reading, full}, signal: stop.signal, dispatch, rehearsal});
		return () => stop.abort();
	}, [services, isLoading, reading, full, dispatch, rehearsal]);
};
