import {type KnownList, type Listing, listAccount} from '../backup/listing.js';
import {toActivity} from '../coros/to-activity.js';
import type {Parts} from './parts.js';
import type {ListServices} from './services.js';

/** The list of activities: the last one from this machine, a new one from COROS. */
export type ListKeeper = ListServices & {save(listing: Listing): Promise<void>};

export const createListServices = ({config, requireSession}: Parts): ListKeeper => {
	const knownActivities = async (): Promise<KnownList | undefined> => {
		const cache = await config.listCache(requireSession().userId);
		return (
			cache && {
				activities: cache.items.map(toActivity).filter((activity) => activity !== undefined),
				complete: cache.complete,
				listedAt: cache.listedAt,
			}
		);
	};

	const save = async ({activities, complete, listedAt}: Listing) => {
		const items = activities.map(({raw}) => raw);
		await config.saveListCache(requireSession().userId, {items, complete, listedAt});
	};

	return {
		knownActivities,
		save,
		async *listActivities(client, {full}, signal) {
			const known = full ? undefined : await knownActivities();
			const listing = yield* listAccount(client, known, {full, signal});
			await save(listing);
			return listing;
		},
	};
};
