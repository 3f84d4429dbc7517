import {type AdoptEvent, adoptFolder} from '../backup/adopt-folder.js';
import {toActivity} from '../coros/to-activity.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {isAbort, toErrorReport} from '../domain/known-error.js';
import {endingClosed} from './ending-closed.js';
import type {ListKeeper} from './list-services.js';
import type {Parts} from './parts.js';
import type {AdoptRequest} from './services.js';

/**
 * The activities that are known without asking COROS: those of the list that was kept, where it is
 * of the folder's account, and those that have a metadata file in the folder.
 */
export const knownHere = async (
	archive: Archive,
	parts: Parts,
	lists: ListKeeper,
): Promise<readonly Activity[]> => {
	const userId = parts.session()?.userId;
	const isOwn = userId !== undefined && (archive.account?.userId ?? userId) === userId;
	const list = isOwn ? await lists.knownActivities() : undefined;
	const known = new Map(list?.activities.map((activity) => [activity.id, activity]));
	for (const id of archive.metadata.names.keys()) {
		if (!known.has(id)) {
			const activity = toActivity(await archive.metadata.facts(id));
			if (activity?.id === id) {
				known.set(id, activity);
			}
		}
	}

	return [...known.values()];
};

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
