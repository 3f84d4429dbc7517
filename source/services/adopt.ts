import {type AdoptEvent, adoptFolder} from '../backup/adopt-folder.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {isAbort, toErrorReport} from '../domain/known-error.js';
import {endingClosed} from './ending-closed.js';
import type {AdoptRequest} from './services.js';

const neverAdopted = (error: unknown, dryRun: boolean): AdoptEvent => ({
	type: 'taken-over',
	adopted: 0,
	known: 0,
	toRepair: 0,
	missing: 0,
	foreign: 0,
	durationMs: 0,
	dryRun,
	...(isAbort(error) ? {cancelled: true} : {cancelled: false, error: toErrorReport(error)}),
});

/** Takes over a folder and closes the archive; `taken-over` comes when everything is written down. */
export async function* adopt(
	open: () => Promise<Archive>,
	known: (archive: Archive) => Promise<readonly Activity[]>,
	{formats, dryRun = false}: AdoptRequest,
	signal: AbortSignal,
): AsyncGenerator<AdoptEvent> {
	yield* endingClosed(
		open,
		async (archive) =>
			adoptFolder({archive, activities: await known(archive), formats, dryRun, signal}),
		(event) => event.type === 'taken-over',
		(error) => neverAdopted(error, dryRun),
	);
}
