import type {RepairEvent} from '../backup/repair.js';
import type {CorosClient} from '../coros/client.js';
import {openArchive} from '../disk/archive.js';
import type {RetryPolicy} from '../domain/retry.js';
import {makeFormat} from '../services/make-format.js';
import {repair} from '../services/repair.js';

/** Which backup to repair. */
export type RepairFolderOptions = {
	/** Has to be there. Default: `coros_activities` in the working directory. */
	readonly folder?: string;
	/** Stops this run; what is repaired is kept. */
	readonly signal?: AbortSignal;
};

/** Opens the folder, repairs it and lets go of it, also when its reader leaves early. */
export const repairFolder = (
	client: CorosClient,
	{folder = 'coros_activities', signal: own}: RepairFolderOptions,
	defaults: {
		readonly signal: AbortSignal;
		readonly concurrency: number;
		readonly retry: RetryPolicy;
	},
): AsyncGenerator<RepairEvent> => {
	const {concurrency, retry} = defaults;
	const signal = own ? AbortSignal.any([own, defaults.signal]) : defaults.signal;
	const prepare = async () => ({client, concurrency, retry, make: makeFormat});
	return repair(() => openArchive(folder, {existing: true}), prepare, signal);
};
