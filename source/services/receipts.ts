import path from 'node:path';
import type {BackupEvent} from '../backup/event.js';
import type {Listing} from '../backup/listing.js';
import {
	type Circumstances,
	isOfNow,
	isSamePage,
	isSettling,
	type Receipt,
	toReceipt,
} from '../backup/receipt.js';
import type {CorosClient} from '../coros/client.js';
import type {ListPage} from '../coros/list.js';
import type {Archive} from '../disk/archive.js';
import {toFilePrint} from '../disk/file-print.js';
import {areAsMarked, createFolderMarker} from '../disk/folder-marks.js';
import {readNames} from '../disk/folder-names.js';
import {isClaimName} from '../disk/lock.js';
import {toListPrint} from '../disk/metadata-files.js';
import {toNamesPrint} from '../disk/names-print.js';
import {tryToWrite} from '../disk/probe.js';
import {toStatePath} from '../disk/state-file.js';
import {type Log, noLog} from '../domain/log.js';
import type {ListKeeper} from './list-services.js';
import type {Parts} from './parts.js';
import type {BackUpRequest} from './services.js';

/** The version of what a receipt says and means. */
const form = 2;

/** A receipt that holds as far as can be seen from outside, and COROS's newest page, asked for. */
export type Promising = {
	readonly receipt: Receipt;
	readonly page: Promise<ListPage>;
};

/** What a receipt spares a run, and leaves for the next. */
export type ReceiptKeeper = {
	/**
	 * The receipt of an earlier run, where it may still hold. Then COROS is asked at once: the answer
	 * comes while the folder is looked at.
	 */
	find(signal: AbortSignal): Promise<Promising | undefined>;
	/**
	 * The receipt, where it holds for the folder as it is; nothing in that is touched. Without it, the
	 * newest page where it is of use: nobody has to ask again.
	 */
	check(
		promising: Promising,
		signal: AbortSignal,
	): Promise<{readonly holds?: Receipt; readonly asked?: Promise<ListPage>}>;
	/** Passes a run's events on, and leaves a receipt before the last where nothing is left to do. */
	leaving(
		events: AsyncIterable<BackupEvent>,
		archive: Archive,
		listing: () => Listing | undefined,
	): AsyncGenerator<BackupEvent>;
};

/** Only the whole, plain backup: whatever else is wanted is looked at every time. */
const isPlain = (request: BackUpRequest): boolean =>
	!request.activities &&
	!request.dryRun &&
	!request.details &&
	!request.wellness &&
	!request.convert &&
	Object.values(request.selection ?? {}).every((value) => value === undefined);

/** Undefined where a run neither believes a receipt nor leaves one. */
export const createReceiptKeeper = (
	parts: Parts,
	lists: ListKeeper,
	client: CorosClient,
	request: BackUpRequest,
): ReceiptKeeper | undefined => {
	if (!isPlain(request)) {
		return undefined;
	}

	const {config, version} = parts;
	const folder = path.resolve(parts.folder());
	const log: Log = parts.log?.write ?? noLog;
	const {userId, region} = client.session;
	const {formats, nameTemplate = null, full = false} = request;
	// Whose it is the mark of the list tells: every account has a list of its own.
	const conditions = JSON.stringify([form, version, region, folder, formats, nameTemplate]);

	const look = (): Circumstances => ({
		conditions,
		state: toFilePrint(toStatePath(folder)) ?? '',
		list: config.listHead(userId)?.print ?? '',
	});

	const leave = async (archive: Archive, listing: Listing) => {
		await Promise.all([archive.write(), lists.finish()]);
		const head = config.listHead(userId);
		const state = archive.statePrint();
		const {activities, listedAt} = listing;
		const isKept = head?.listedAt === listedAt && head.count === activities.length;
		const tellsChanges = await archive.tellsChanges();
		const names = await archive.namesAsRemembered();
		if (isKept && head.print !== undefined && state !== undefined && names !== undefined) {
			const marks = {conditions, state, list: head.print, names, tellsChanges};
			const now = new Date();
			const receipt = toReceipt(listing, {archive, formats, now}, marks, toListPrint);
			await (receipt && config.saveReceipt(folder, receipt));
		}
	};

	/**
	 * The receipt with the marks of the folders, where all names are as it says: by those marks alone,
	 * where it has them. A folder that a run has claimed is for that one to know. Throws where the
	 * folder could not be written to: that is to be said although nothing would be.
	 */
	const lookAround = async (receipt: Receipt): Promise<Receipt | undefined> => {
		await tryToWrite(folder);
		const {folders, ...unmarked} = receipt;
		if (folders && (await areAsMarked(folder, folders))) {
			return receipt;
		}

		const marker = createFolderMarker(folder);
		await marker.look('');
		const names = await readNames(folder);
		if (
			names.files.some(isClaimName) ||
			receipt.names !== (await toNamesPrint(folder, names, marker.look))
		) {
			return undefined;
		}

		const marks = receipt.tellsChanges ? await marker.marks(Date.now()) : undefined;
		return {...unmarked, ...(marks && {folders: marks})};
	};

	return {
		async find(signal) {
			// Nobody else writes such a file, and it carries its own hash.
			const receipt = full ? undefined : ((await config.receipt(folder)) as Receipt | undefined);
			if (!receipt || !isOfNow(receipt, look(), Date.now())) {
				return undefined;
			}

			const page = client.firstPage({}, signal);
			page.catch(() => {}); // Heard of when its turn comes.
			return {receipt, page};
		},
		async check({receipt, page}, signal) {
			// The ordinary way hears of what keeps the folder from being read, and of COROS's answer.
			const seen = await lookAround(receipt).catch(() => undefined);
			if (!seen) {
				return {asked: page};
			}

			const first = await page.catch(() => undefined);
			// Another run may have ended after the receipt was read.
			if (!isOfNow(receipt, look(), Date.now())) {
				return {};
			}

			if (!first || signal.aborted || !isSamePage(receipt, first, toListPrint)) {
				return {asked: page};
			}

			const looked = seen === receipt ? 'the folders' : 'all names';
			log(`the list, the state and ${looked} are as the last run left them`);
			await (seen.folders === receipt.folders || config.saveReceipt(folder, seen));
			return {holds: receipt};
		},
		async *leaving(events, archive, listing) {
			let isSettled = true;
			for await (const event of events) {
				isSettled &&= isSettling(event);
				const last = event.type === 'finished' && isSettled ? listing() : undefined;
				// Without it the next run takes longer, and where the state cannot be written closing says so.
				await (last && leave(archive, last).catch((error: unknown) => log(String(error))));
				yield event;
			}
		},
	};
};
