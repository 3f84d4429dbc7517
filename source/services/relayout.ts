import {type RelayoutEvent, relayoutArchive} from '../backup/relayout.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {isAbort, toErrorReport} from '../domain/known-error.js';
import {endingClosed} from './ending-closed.js';
import type {RelayoutRequest} from './services.js';

const neverRelaid = (error: unknown, dryRun: boolean): RelayoutEvent => ({
	type: 'relaid',
	moved: 0,
	kept: 0,
	taken: 0,
	unknown: 0,
	durationMs: 0,
	dryRun,
	...(isAbort(error) ? {cancelled: true} : {cancelled: false, error: toErrorReport(error)}),
});

/** Renames an archive's files and closes it; `relaid` comes when everything is written down. */
export async function* relayout(
	open: () => Promise<Archive>,
	known: (archive: Archive) => Promise<readonly Activity[]>,
	{nameTemplate, dryRun = false}: RelayoutRequest,
	signal: AbortSignal,
): AsyncGenerator<RelayoutEvent> {
	yield* endingClosed(
		open,
		async (archive) =>
			relayoutArchive({archive, activities: await known(archive), nameTemplate, dryRun, signal}),
		(event) => event.type === 'relaid',
		(error) => neverRelaid(error, dryRun),
	);
}
