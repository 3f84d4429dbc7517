import {useEffect} from 'react';
import {toErrorReport} from '../../domain/known-error.js';
import {finishInTurns} from '../../domain/steps.js';
import type {Services} from '../../services/services.js';
import type {ReadRecording} from '../detail/recording.js';
import {toRecording} from '../detail/to-recording.js';
import type {Dispatcher} from './use-model.js';

/** How long the cursor must rest on an activity before its file is read. */
const restMs = 80;

const readRecording = async (services: Services, id: string): Promise<ReadRecording> => {
	try {
		const fit = await services.readFit(id);
		return fit ? {kind: 'read', recording: await finishInTurns(toRecording(fit))} : {kind: 'gone'};
	} catch (error) {
		return {kind: 'failed', error: toErrorReport(error)};
	}
};

/** Reads the recording that is wanted, unless the cursor moves on at once. */
export const useRecording = (
	services: Services,
	wanted: string | undefined,
	dispatch: Dispatcher,
): void => {
	useEffect(() => {
		if (wanted === undefined) {
			return;
		}

		const stop = new AbortController();
		const read = async () => {
			const found = await readRecording(services, wanted);
			if (!stop.signal.aborted) {
				dispatch({type: 'recording-read', id: wanted, read: found});
			}
		};
		const timer = setTimeout(() => void read(), restMs);
		return () => {
			clearTimeout(timer);
			stop.abort();
		};
	}, [services, wanted, dispatch]);
};
