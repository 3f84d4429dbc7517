import type {Activity} from '../domain/activity.js';
import {isAbort, KnownError, toErrorReport} from '../domain/known-error.js';
import {type Selection, selectActivities} from '../domain/selection.js';
import {adoptFiles} from './adopt-folder.js';
import {type BackUpOptions, toTransferOptions} from './back-up-options.js';
import {compareListing} from './compare-listing.js';
import {createPlanner} from './create-planner.js';
import type {BackupEvent, BackupSummary} from './event.js';
import {createLinkAhead, type LinkAhead} from './link-ahead.js';
import {type ListingProgress, listAccount} from './listing.js';
import {makeMissing} from './make-missing.js';
import {mend} from './mend.js';
import {createOwnership, type Ownership} from './ownership.js';
import {addToSummary, emptySummary} from './progress.js';
import {type Listed, refreshMetadata} from './refresh-metadata.js';
import {runTransfers, toTransfer} from './run-transfers.js';

async function* listing(
	options: BackUpOptions,
	onPage: (page: ListingProgress) => void,
): AsyncGenerator<BackupEvent, Listed> {
	if (options.activities) {
		return {activities: options.activities, listedAt: undefined};
	}

	const {client, known, full = false, signal} = options;
	const steps = listAccount(client, known, {full, signal});
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
	const plan = createPlanner(options);
	archive.claim(options.client.session);
	if (options.nameTemplate !== undefined) {
		archive.setNameTemplate(options.nameTemplate);
	}

	const listed = yield* listing(options, ({activities, found, total = 0}) => {
		if (found < total && !dryRun && !repair) {
			const selected = selectActivities(activities, options.selection ?? {});
			const [missing] = plan(selected, true).transfers;
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
		yield* mend(options, repair, all, ownership);
		return;
	}

	const activities = selectActivities(all, options.selection ?? {});
	unlisted.push(...missingIds(options.selection ?? {}, activities));
	const {found, upToDate, unavailable, transfers} = plan(activities, dryRun);
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
