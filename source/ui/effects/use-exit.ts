import {useApp} from 'ink';
import {useEffect} from 'react';
import type {AppResult} from '../model.js';
import type {Dispatcher} from './use-model.js';

/** Leaves the app when the model says so, and lets the process's signal end it. */
export const useExit = (
	result: AppResult | undefined,
	signal: AbortSignal | undefined,
	dispatch: Dispatcher,
): void => {
	const {exit} = useApp();
	useEffect(() => {
		if (result) {
			exit(result);
		}
	}, [result, exit]);
	useEffect(() => {
		const end = () => dispatch({type: 'terminated'});
		if (signal?.aborted) {
			end();
		}

		signal?.addEventListener('abort', end, {once: true});
		return () => signal?.removeEventListener('abort', end);
	}, [signal, dispatch]);
};
