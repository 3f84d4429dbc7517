import {type KnownList, type Listing, listAccount} from '../backup/listing.js';
import {toActivity} from '../coros/to-activity.js';
import type {ListCache} from '../disk/list-cache.js';
import type {Activity} from '../domain/activity.js';
import type {Parts} from './parts.js';
import type {ListServices} from './services.js';

/** The list of activities: the last one from this machine, a new one from COROS. */
export type ListKeeper = ListServices & {
	/** Keeps a list for the next start: written beside whatever comes next. */
	keep(listing: Listing): void;
	/** Waits for what is being written. */
	finish(): Promise<void>;
	/** Lets go of the list: it may be long. */
	forget(): void;
};

const toKnown = ({items, complete, listedAt}: ListCache<Activity>): KnownList => ({
	activities: items,
	complete,
	listedAt,
});

// More than a window has lines.
const newest = 100;

// Only the newest page was asked for: the rest is the known list itself.
const pageItems = 200;

const isSame = (listing: Listing, known: KnownList | undefined): boolean => {
	const newestPage = ({activities}: KnownList) =>
		JSON.stringify(activities.slice(0, pageItems).map(({raw}) => raw));
	return (
		listing.activities === known?.activities ||
		(listing.activities.length === known?.activities.length &&
			newestPage(listing) === newestPage(known))
	);
};

export const createListServices = ({config, log, requireSession}: Parts): ListKeeper => {
	// A long list is read from the disk once: whoever asks next gets what was read or saved.
	let memory: {readonly userId: string; readonly known: KnownList | undefined} | undefined;

	const newestActivities = (): KnownList | undefined => {
		const {userId} = requireSession();
		const cache = config.newestItems(userId, newest, toActivity);
		return cache && toKnown(cache);
	};

	const knownActivities: ListServices['knownActivities'] = async () => {
		const {userId} = requireSession();
		if (memory?.userId !== userId) {
			const cache = await config.listCache(userId, toActivity);
			memory = {userId, known: cache && toKnown(cache)};
		}

		return memory.known;
	};

	let saving: Promise<void> = Promise.resolve();

	const keep = (listing: Listing): void => {
		const {userId} = requireSession();
		if (!listing.full && isSame(listing, memory?.known)) {
			return; // Nothing has changed: nothing to write.
		}

		const {activities, complete, listedAt} = listing;
		memory = {userId, known: {activities, complete, listedAt}};
		const items = activities.map(({raw}) => raw);
		const save = () => config.saveListCache(userId, {items, complete, listedAt});
		// One after the other: the last is the one to stay. A list that is not kept is read again.
		saving = saving.then(save).catch((error: unknown) => log?.write(String(error)));
	};

	return {
		newestActivities,
		knownActivities,
		keep,
		finish: () => saving,
		forget() {
			memory = undefined;
		},
		async *listActivities(client, {full}, signal) {
			const known = full ? undefined : await knownActivities();
			const listing = yield* listAccount(client, known, {full, signal});
			keep(listing);
			return listing;
		},
	};
};
