import {setPriority} from 'node:os';
import {parentPort, Worker, workerData} from 'node:worker_threads';
import {createDemoAccount} from '../../source/simulator/demo-account.js';
import {startSimulator} from '../../source/simulator/start-simulator.js';

/** The simulator's own thread: a list of 100,000 must not hold up whoever reads the clock. */
export const serve = async (): Promise<void> => {
	const accounts = [createDemoAccount({count: Number(workerData)})];
	if (process.platform === 'linux') {
		// This thread's alone, there: a service is another machine, and takes nothing from the clock's.
		setPriority(10);
	}

	const {baseUrl} = await startSimulator({accounts});
	parentPort?.postMessage(baseUrl);
};

/** Starts a simulator with so many activities; resolves with its address. */
export const startServer = (
	count: number,
): Promise<{readonly baseUrl: string; close(): Promise<unknown>}> =>
	new Promise((resolve, reject) => {
		// This bundle again: it looks which thread it is in.
		const worker = new Worker(new URL(import.meta.url), {workerData: count});
		worker.once('error', reject);
		worker.once('message', (baseUrl: string) => {
			resolve({baseUrl, close: () => worker.terminate()});
		});
	});
