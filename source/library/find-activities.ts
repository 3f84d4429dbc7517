import type {CorosClient} from '../coros/client.js';
import type {Activity} from '../domain/activity.js';
import {type Selection, selectActivities} from '../domain/selection.js';

/**
 * The activities meant, newest first. Days narrow what COROS is asked for, and no more pages are
 * read than a limit needs.
 */
export const findActivities = async (
	client: CorosClient,
	{limit, ...selection}: Selection,
	signal: AbortSignal,
): Promise<Activity[]> => {
	const {from, to} = selection;
	const found: Activity[] = [];
	for await (const {activities} of client.list({from, to}, signal)) {
		found.push(...selectActivities(activities, selection));
		if (limit !== undefined && found.length >= limit) {
			break;
		}
	}

	// Found in a second reading, an activity comes out of order.
	found.sort((a, b) => (b.startTime ?? 0) - (a.startTime ?? 0));
	return found.slice(0, limit);
};
