import type {Activity} from '../../domain/activity.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';

const idsOf = rememberLast(
	(activities: readonly Activity[]): ReadonlySet<string> => new Set(activities.map(({id}) => id)),
);

const join = rememberLast(
	(listed: readonly Activity[], unlisted: readonly Activity[]): readonly Activity[] => {
		const ids = unlisted.length > 0 ? new Set(idsOf(unlisted)) : undefined;
		for (const {id} of ids ? listed : []) {
			ids?.delete(id);
		}

		return ids?.size ? [...listed, ...unlisted.filter(({id}) => ids.has(id))] : listed;
	},
);

/** What COROS lists, and what only the folder still has. */
export const allActivities = ({list, archive}: Pick<Model, 'list' | 'archive'>) =>
	join(list.activities, archive.unlisted);

/** Whether an activity is on disk and gone from COROS, as the last backup saw it. */
export const isKept = ({archive}: Pick<Model, 'archive'>, id: string): boolean =>
	idsOf(archive.unlisted).has(id);
