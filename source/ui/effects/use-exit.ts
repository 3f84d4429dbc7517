import {useEffect} from 'react';
import type {Model} from '../model.js';
import type {Dispatcher} from './use-model.js';

/** Leaves the app when the model says so, and lets the process's signal end it. */
export const useExit = (
	model: Model,
	signal: AbortSignal | undefined,
	dispatch: Dispatcher,
	onExit: (model: Model) => void,
): void => {
	const hasEnded = model.exit !== undefined;
	// biome-ignore lint/correctness/useExhaustiveDependencies: an end is told once, with what was typed until then.
	useEffect(() => {
		if (hasEnded) {
			onExit(model);
		}
	}, [hasEnded, onExit]);
	useEffect(() => {
		const end = () => dispatch({type: 'terminated'});
		if (signal?.aborted) {
			end();
		}

		signal?.addEventListener('abort', end, {once: true});
		return () => signal?.removeEventListener('abort', end);
	}, [signal, dispatch]);
};
