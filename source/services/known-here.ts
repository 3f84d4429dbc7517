import {toActivity} from '../coros/to-activity.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';

/**
 * The activities that are known without asking COROS: those of a list, and those that have a
 * metadata file in the folder.
 */
export const knownHere = async (
	archive: Archive,
	listed: readonly Activity[],
): Promise<readonly Activity[]> => {
	const known = new Map(listed.map((activity) => [activity.id, activity]));
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
