import type {CorosClient} from '../coros/client.js';
import type {ListPage, ListWindow} from '../coros/list.js';
import type {Activity} from '../domain/activity.js';

/** A list as it was kept from an earlier run. */
export type KnownList = {
	readonly activities: readonly Activity[];
	/** It agreed with the service's own count. */
	readonly complete: boolean;
	/** When everything was read, ISO 8601 UTC. */
	readonly listedAt: string;
};

export type Listing = KnownList & {
	/** Whether every page was read just now. */
	readonly full: boolean;
	/** Items without a readable id or day. */
	readonly unreadable: number;
	/** As the service counts. */
	readonly total: number | undefined;
};

/** What a reader of the list sees on the way. */
export type ListingProgress = {
	/** The activities of this step that were not seen before it. */
	readonly activities: readonly Activity[];
	readonly found: number;
	readonly total: number | undefined;
	readonly unreadable: number;
};

/** After this long everything is read anew: renamed old activities show in no other way. */
const refreshAfterMs = 7 * 24 * 60 * 60 * 1000;

const isFresh = ({complete, listedAt}: KnownList, now: number): boolean =>
	complete && now >= Date.parse(listedAt) && now < Date.parse(listedAt) + refreshAfterMs;

const isSame = (a: Activity, b: Activity | undefined): boolean =>
	JSON.stringify(a.raw) === JSON.stringify(b?.raw);

/** Those ids of a page that a list has. On most days that is how the list begins, and that is all. */
const knownOf = (
	page: readonly Activity[],
	activities: readonly Activity[],
): ReadonlySet<string> => {
	const listed = new Set(page.map(({id}) => id));
	if (page.every(({id}, index) => id === activities[index]?.id)) {
		return listed;
	}

	return new Set(activities.filter(({id}) => listed.has(id)).map(({id}) => id));
};

/**
 * Continues a known list with the newest page alone, where that is safe: what is new stands on the
 * page, what is old stands there in the known order, and both together are as many as the service
 * counts. A late upload with an old date or a deletion breaks the sum, and everything is read.
 */
export const continueList = (known: KnownList, page: ListPage): readonly Activity[] | undefined => {
	const {activities} = known;
	const ids = knownOf(page.activities, activities);
	const fresh = page.activities.filter(({id}) => !ids.has(id));
	const old = page.activities.filter(({id}) => ids.has(id));
	const inOrder = old.every(({id}, index) => id === activities[index]?.id);
	const adds = page.total === activities.length + fresh.length + page.unreadable;
	if (!inOrder || !adds) {
		return undefined;
	}

	// Where nothing is new the list stays the very same, and nobody has to look at it again.
	return fresh.length === 0 && old.every((activity, index) => isSame(activity, activities[index]))
		? activities
		: [...page.activities, ...activities.slice(old.length)];
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The days to ask for: usually all, which ends a little after today. A machine whose clock has gone
 * back must not lose the activities of its future, so that the end is put beyond what is known.
 */
export const toWindow = (known: KnownList | undefined, now: number): ListWindow => {
	const newest = Date.parse(`${known?.activities[0]?.day}T00:00:00Z`);
	return newest > now + dayMs
		? {to: new Date(newest + 366 * dayMs).toISOString().slice(0, 10)}
		: {};
};

/**
 * Lists an account's activities, newest first. With a known list the first page usually suffices:
 * one request. `full` reads everything in any case.
 */
export async function* listAccount(
	client: CorosClient,
	known: KnownList | undefined,
	{full, signal}: {readonly full: boolean; readonly signal: AbortSignal},
): AsyncGenerator<ListingProgress, Listing> {
	const window = toWindow(known, Date.now());
	const first = await client.firstPage(window, signal);
	const continued =
		known && !full && isFresh(known, Date.now()) ? continueList(known, first) : undefined;
	if (known && continued) {
		const {total, unreadable} = first;
		yield {activities: continued, found: continued.length, total, unreadable};
		return {...known, activities: continued, full: false, unreadable, total};
	}

	const activities: Activity[] = [];
	let unreadable = 0;
	const pages = client.list(window, signal, first);
	for (let step = await pages.next(); ; step = await pages.next()) {
		if (step.done) {
			const {complete, total} = step.value;
			// Found in a second reading, an activity comes out of order.
			activities.sort((a, b) => (b.startTime ?? 0) - (a.startTime ?? 0));
			return {
				activities,
				complete: complete && unreadable === 0,
				listedAt: new Date().toISOString(),
				full: true,
				unreadable: step.value.unreadable,
				total,
			};
		}

		activities.push(...step.value.activities);
		unreadable += step.value.unreadable;
		yield {
			activities: step.value.activities,
			found: activities.length,
			total: step.value.total,
			unreadable,
		};
	}
}
