import {useEffect, useRef} from 'react';
import {createTransferControl, type TransferControl} from '../../backup/transfer-control.js';
import type {Services} from '../../services/services.js';
import {isBackup, type Job} from '../job/job.js';
import {runJob} from './run-job.js';
import type {Dispatcher} from './use-model.js';

/** Runs the engine while a job is on the screen; asks it to stop when the job says so. */
export const useBackup = (services: Services, job: Job | undefined, dispatch: Dispatcher): void => {
	const running = useRef<AbortController>(undefined);
	const request = job?.request;
	const isRemembered = job !== undefined && isBackup(job);
	const isStopping = job?.isStopping ?? false;
	const givenUp = job?.givenUp;
	const control = useRef<TransferControl>(undefined);
	useEffect(() => {
		if (!request) {
			return;
		}

		if (isRemembered) {
			services.saveFormats(request.formats);
		}

		const stop = new AbortController();
		running.current = stop;
		control.current = createTransferControl();
		void runJob(services, {...request, control: control.current}, stop.signal, dispatch);
		return () => stop.abort();
	}, [services, request, isRemembered, dispatch]);
	useEffect(() => {
		if (isStopping) {
			running.current?.abort();
		}
	}, [isStopping]);
	useEffect(() => {
		const last = givenUp?.at(-1);
		if (last) {
			control.current?.cancel(last.id, last.format);
		}
	}, [givenUp]);
};
