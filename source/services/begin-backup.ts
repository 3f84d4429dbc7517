import type {Receipt} from '../backup/receipt.js';
import type {ListPage} from '../coros/list.js';
import {type TakenFolder, takeFolder} from '../disk/enter-folder.js';
import type {ReceiptKeeper} from './receipts.js';

/** What a backup finds as it begins: that nothing is to be done, or what it works with. */
export type Begun<Opened> =
	| {readonly holds: Receipt}
	| {
			readonly opened: Opened;
			/** The newest page, where COROS was asked for it already. */
			readonly asked: Promise<ListPage> | undefined;
	  };

type Beginning<Opened> = {
	readonly folder: string;
	/** Nothing will be written. */
	readonly readOnly: boolean;
	readonly receipts: ReceiptKeeper | undefined;
	/** Asks for the newest page, where the list is to be read. */
	readonly askNewest: (signal: AbortSignal) => Promise<ListPage> | undefined;
	readonly open: (options: {
		readonly readOnly: boolean;
		readonly taken: TakenFolder | undefined;
	}) => Promise<Opened>;
};

/** Takes the folder, and goes only as far as it must to know whether there is anything to do. */
export const beginBackup = async <Opened>(
	{folder, readOnly, receipts, askNewest, open}: Beginning<Opened>,
	signal: AbortSignal,
): Promise<Begun<Opened>> => {
	if (readOnly) {
		const asked = askNewest(signal);
		return {asked, opened: await open({readOnly, taken: undefined})};
	}

	// COROS answers while the folder is looked at and taken; who cannot have it waits for no answer.
	const stop = new AbortController();
	const asking = AbortSignal.any([signal, stop.signal]);
	const promising = await receipts?.find(asking);
	const checked = promising && (await receipts?.check(promising, signal));
	if (checked?.holds) {
		return {holds: checked.holds};
	}

	const asked = checked?.asked ?? askNewest(asking);
	let taken: TakenFolder | undefined;
	try {
		taken = await takeFolder(folder);
		return {asked, opened: await open({readOnly, taken})};
	} catch (error) {
		stop.abort();
		await taken?.lock.release();
		throw error;
	}
};
