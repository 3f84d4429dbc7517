import type {ListPage} from '../coros/list.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import type {BackupEvent} from './event.js';
import {freshUntil, type Listing, toWindow} from './listing.js';
import {askedAgainAt, planBackup} from './plan.js';
import {emptySummary} from './progress.js';

/**
 * What a backup that left nothing to do leaves for the next: the circumstances under which there is
 * still nothing to do, and what that run would report. Memory, never truth: where the least is
 * different, the list and the state are read and compared as ever.
 */
export type Receipt = Circumstances & {
	/** Of the folder's names. */
	readonly names: string;
	/** Whether the folder's own times tell that a name came or went. */
	readonly tellsChanges: boolean;
	/** Marks of the folders, where they tell by themselves that all names are as they were. */
	readonly folders?: {readonly [below: string]: string};
	/** Of the list: when it was read, its length and its newest page. */
	readonly page: string;
	/** When the whole list was read, ISO 8601 UTC. */
	readonly listedAt: string;
	/** Activities. */
	readonly found: number;
	/** Files. */
	readonly upToDate: number;
	readonly unavailable: number;
	/** From when until when it holds, in ms of Unix time: then something is to be asked anew. */
	readonly from: number;
	readonly until: number;
};

/** What can be seen before the folder is read or anybody is asked. */
export type Circumstances = {
	/** Program, region, folder and what is asked for, as one text. */
	readonly conditions: string;
	/** Marks of two files. */
	readonly state: string;
	readonly list: string;
};

/** Whether circumstances and time are those of a receipt. */
export const isOfNow = (receipt: Receipt, now: Circumstances, time: number): boolean =>
	receipt.conditions === now.conditions &&
	receipt.state === now.state &&
	receipt.list === now.list &&
	time >= receipt.from &&
	time < receipt.until;

/** Makes the mark of a list. */
export type ToListPrint = (listedAt: string, count: number, newest: readonly Activity[]) => string;

/** Whether the newest page is as it was, and COROS counts as many activities as then. */
export const isSamePage = (receipt: Receipt, page: ListPage, toListPrint: ToListPrint): boolean =>
	page.unreadable === 0 &&
	page.total === receipt.found &&
	receipt.page === toListPrint(receipt.listedAt, receipt.found, page.activities);

// Whatever else happens leaves something to look at, or is to be said again: the next run looks.
const settling: ReadonlySet<BackupEvent['type']> = new Set([
	'listing',
	'planned',
	'transfer-started',
	'progress',
	'retrying',
	'postponed',
	'saved',
	'unavailable',
	'metadata-refreshed',
]);

/** Whether a run in which this happens may leave nothing to do. */
export const isSettling = (event: BackupEvent): boolean =>
	event.type === 'finished'
		? !event.cancelled && !event.error && event.failed === 0
		: settling.has(event.type);

/**
 * The receipt of a run that has just listed and fetched; undefined where the next run would have
 * something to do, or not the same list to begin with.
 */
export const toReceipt = (
	{activities, complete, unreadable, listedAt}: Listing,
	{archive, formats, now}: {archive: Archive; formats: readonly ExportFormat[]; now: Date},
	marks: Circumstances & Pick<Receipt, 'names' | 'tellsChanges'>,
	toListPrint: ToListPrint,
): Receipt | undefined => {
	const {entry: entryOf, metadata} = archive;
	const plan = planBackup({activities, formats, entryOf, now});
	const {found, upToDate, unavailable, transfers} = plan;
	const saved = new Set(archive.savedIds());
	const known = {activities, complete, listedAt};
	const from = now.getTime();
	if (
		transfers.length > 0 ||
		!complete ||
		unreadable > 0 ||
		toWindow(known, from).to !== undefined ||
		!activities.every(({id}) => !saved.has(id) || metadata.isKnown(id))
	) {
		return undefined;
	}

	let until = freshUntil(listedAt);
	for (const activity of activities) {
		for (const format of formats) {
			until = Math.min(until, askedAgainAt(activity, entryOf(activity.id, format), now));
		}
	}

	const page = toListPrint(listedAt, found, activities);
	return {...marks, page, listedAt, found, upToDate, unavailable, from, until};
};

/** What a run says that finds nothing to do. */
export function* nothingNew(
	{found, upToDate, unavailable}: Receipt,
	startedAt: number,
): Generator<BackupEvent> {
	yield {type: 'listing', found, total: found, unreadable: 0};
	yield {type: 'planned', found, toFetch: 0, upToDate, unavailable, dryRun: false};
	const durationMs = Date.now() - startedAt;
	yield {type: 'finished', ...emptySummary, found, upToDate, unavailable, durationMs};
}
