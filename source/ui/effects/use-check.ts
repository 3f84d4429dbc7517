import {useEffect, useRef} from 'react';
import type {Services} from '../../services/services.js';
import type {Check} from '../check/check.js';
import {runCheck} from './run-check.js';
import type {Dispatcher} from './use-model.js';

/** Checks the archive while a check is on the screen; asks it to stop when the check says so. */
export const useCheck = (
	services: Services,
	check: Check | undefined,
	dispatch: Dispatcher,
): void => {
	const running = useRef<AbortController>(undefined);
	const request = check?.request;
	const isStopping = check?.isStopping ?? false;
	useEffect(() => {
		if (!request) {
			return;
		}

		const stop = new AbortController();
		running.current = stop;
		void runCheck(services, request, stop.signal, dispatch);
		return () => stop.abort();
	}, [services, request, dispatch]);
	useEffect(() => {
		if (isStopping) {
			running.current?.abort();
		}
	}, [isStopping]);
};
