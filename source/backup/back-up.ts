import type {CorosClient} from '../coros/client.js';
import type {ListPage} from '../coros/list.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import {isAbort, KnownError, toErrorReport} from '../domain/known-error.js';
import type {RetryPolicy} from '../domain/retry.js';
import {type Selection, selectActivities} from '../domain/selection.js';
import {adoptFiles} from './adopt-folder.js';
import {compareListing} from './compare-listing.js';
import type {BackupEvent, BackupSummary} from './event.js';
import {createLinkAhead, type LinkAhead} from './link-ahead.js';
import {type KnownList, type Listing, type ListingProgress, listAccount} from './listing.js';
import {isMadeHere, type MakeFormat, makeMissing, remake} from './make-missing.js';
import {createOwnership, type Ownership} from './ownership.js';
import {planBackup} from './plan.js';
import {giveUp, planRepair} from './plan-repair.js';
import {addToSummary, emptySummary} from './progress.js';
import {type Listed, refreshMetadata} from './refresh-metadata.js';
import {runTransfers, toTransfer} from './run-transfers.js';
import type {TransferControl} from './transfer-control.js';
import type {VerifyProblem} from './verify.js';

/** Files are small and COROS answers each in a fraction of a second; ten at once were seen to work. */
export const defaultConcurrency = 8;

/** Tries for one file; a file that fails them all gets as many again at the end of the run. */
export const defaultTransferRetry: RetryPolicy = {attempts: 6, baseMs: 500};

export type BackUpOptions = {
	readonly client: CorosClient;
	readonly archive: Archive;
	readonly formats: readonly ExportFormat[];
	readonly signal: AbortSignal;
	readonly selection?: Selection;
	/** Activities that are at hand already: nothing is listed then. */
	readonly activities?: readonly Activity[];
	/** The list of an earlier run. */
	readonly known?: KnownList | undefined;
	/** The newest page of the list, where it was asked for already. */
	readonly asked?: Promise<ListPage> | undefined;
	/** Receives the new list to keep. */
	readonly onListed?: (listing: Listing) => void;
	/** Reads the whole list and asks again for what was said not to exist. */
	readonly full?: boolean;
	/** Plans, and fetches nothing. */
	readonly dryRun?: boolean;
	readonly concurrency?: number;
	readonly retry?: RetryPolicy;
	readonly control?: TransferControl | undefined;
	/** How new files are named from now on; see `name-template.ts`. */
	readonly nameTemplate?: string | undefined;
	/** Makes what COROS does not have; without it nothing is made. */
	readonly make?: MakeFormat | undefined;
	/** Hears what ended the run, whole: events carry no stack. */
	readonly onError?: (error: unknown) => void;
	/** What `verifyArchive` found: just this is mended, whatever else is missing. */
	readonly repair?: readonly VerifyProblem[];
};

async function* listing(
	options: BackUpOptions,
	onPage: (page: ListingProgress) => void,
): AsyncGenerator<BackupEvent, Listed> {
	if (options.activities) {
		return {activities: options.activities, listedAt: undefined};
	}

	const {client, known, full = false, signal, asked} = options;
	const steps = listAccount(client, known, {full, signal, asked});
	for (let step = await steps.next(); ; step = await steps.next()) {
		if (step.done) {
			options.onListed?.(step.value);
			yield* compareListing(options.archive, step.value.activities, step.value);
			return step.value;
		}

		onPage(step.value);
		const {found, total, unreadable} = step.value;
		yield {type: 'listing', found, total: total ?? null, unreadable};
	}
}

/** Checks and records what the folder has and the state does not: nothing is fetched twice. */
async function* adopting(
	{archive, signal, repair = []}: BackUpOptions,
	ownership: Ownership,
): AsyncGenerator<BackupEvent> {
	// A repair leaves a damaged file where it is until there is a better one.
	const damaged = new Set(repair.filter(({kind}) => kind === 'damaged').map(({file}) => file));
	const files = archive.unchecked.filter(({name}) => !damaged.has(name));
	for await (const event of adoptFiles(files, {archive, signal, ownership})) {
		if (event.type === 'checking') {
			yield event;
		}
	}
}

/** Says what will be fetched, and fetches it. */
async function* mending(
	options: BackUpOptions,
	problems: readonly VerifyProblem[],
	all: readonly Activity[],
	ownership: Ownership,
): AsyncGenerator<BackupEvent> {
	const {archive, make, signal} = options;
	// What the check before this run could not vouch for has been recorded by now, or put aside.
	const open = problems.filter(
		({kind, id, format}) =>
			kind !== 'unrecorded' || archive.entry(id, format as ExportFormat)?.kind !== 'saved',
	);
	const own = make ? open.filter((problem) => isMadeHere(archive, problem)) : [];
	const {transfers, metadata, lost} = planRepair(
		open.filter((problem) => !own.includes(problem)),
		all,
	);
	const toFetch = transfers.length;
	yield {type: 'planned', found: all.length, toFetch, upToDate: 0, unavailable: 0, dryRun: false};
	for (const problem of lost) {
		yield giveUp(archive, problem);
	}

	for (const activity of metadata) {
		await archive.metadata.replace(activity);
	}

	yield* runTransfers(transfers, toTransferOptions(options, ownership));
	if (make) {
		yield* remake(own, all, {archive, make, signal});
	}
}

const toTransferOptions = (options: BackUpOptions, ownership: Ownership, ahead?: LinkAhead) => ({
	client: options.client,
	archive: options.archive,
	ownership,
	retry: options.retry ?? defaultTransferRetry,
	concurrency: options.concurrency ?? defaultConcurrency,
	signal: options.signal,
	control: options.control,
	ahead,
});

/** `countsFound`: files of the folder that nobody has checked yet count as there. */
const plan = (options: BackUpOptions, activities: readonly Activity[], countsFound: boolean) => {
	const {archive, formats, full = false} = options;
	const found = new Set(archive.unchecked.map(({id, format}) => `${id}.${format}`));
	return planBackup({
		activities,
		formats,
		now: new Date(),
		askAgain: full,
		entryOf: (id, format) =>
			countsFound && found.has(`${id}.${format}`)
				? {kind: 'saved', file: '', size: 0, sha256: '', at: ''}
				: archive.entry(id, format),
	});
};

const missingIds = ({ids}: Selection, activities: readonly Activity[]): string[] => {
	const found = new Set(ids ? activities.map(({id}) => id) : []);
	return [...(ids ?? [])].filter((id) => !found.has(id));
};

/** `unlisted` receives the ids that were asked for and are none of COROS's. */
async function* steps(
	options: BackUpOptions,
	unlisted: string[],
	ahead: LinkAhead,
): AsyncGenerator<BackupEvent> {
	const {archive, formats, repair, dryRun = false} = options;
	archive.claim(options.client.session);
	if (options.nameTemplate !== undefined) {
		archive.setNameTemplate(options.nameTemplate);
	}

	const listed = yield* listing(options, ({activities, found, total = 0}) => {
		if (found < total && !dryRun && !repair) {
			const selected = selectActivities(activities, options.selection ?? {});
			const [missing] = plan(options, selected, true).transfers;
			if (missing) {
				ahead.ask(missing);
			}
		}
	});
	archive.claim(options.client.session); // One that had ended may be of another region by now.
	const all = listed.activities;
	const ownership = createOwnership(all);
	if (!dryRun) {
		yield* adopting(options, ownership);
	}

	if (repair) {
		yield* mending(options, repair, all, ownership);
		return;
	}

	const activities = selectActivities(all, options.selection ?? {});
	unlisted.push(...missingIds(options.selection ?? {}, activities));
	const {found, upToDate, unavailable, transfers} = plan(options, activities, dryRun);
	yield {
		type: 'planned',
		found,
		toFetch: transfers.length,
		upToDate,
		unavailable,
		dryRun,
		...(dryRun && {
			transfers: transfers.map((transfer) => toTransfer(transfer, archive)),
		}),
	};
	if (dryRun) {
		return;
	}

	const markCompared = yield* refreshMetadata(listed, options);
	yield* runTransfers(transfers, toTransferOptions(options, ownership, ahead));
	markCompared();
	const {make, signal} = options;
	if (make) {
		yield* makeMissing(activities, formats, {archive, make, signal});
	}
}

/**
 * Backs up: lists, plans, fetches what is missing. One stream of events, always ended by
 * `finished`, which carries what ended the run if something did; the archive's state is written by
 * then. Nothing is thrown but programming errors; closing the archive is the caller's.
 */
export async function* backUp(options: BackUpOptions): AsyncGenerator<BackupEvent> {
	const startedAt = Date.now();
	const unlisted: string[] = [];
	const ahead = createLinkAhead(options.client, options.signal);
	let summary = emptySummary;
	let ending: Partial<Pick<BackupSummary, 'cancelled' | 'error'>> = {};
	try {
		for await (const event of steps(options, unlisted, ahead)) {
			summary = addToSummary(summary, event);
			yield event;
		}

		if (unlisted.length > 0) {
			const detail = unlisted.join(', ');
			ending = {error: toErrorReport(new KnownError('unknown-activity', {detail}))};
		}
	} catch (error) {
		options.onError?.(error);
		ending =
			options.signal.aborted || isAbort(error) ? {cancelled: true} : {error: toErrorReport(error)};
	} finally {
		ahead.drop();
	}

	yield {type: 'finished', ...summary, ...ending, durationMs: Date.now() - startedAt};
}
