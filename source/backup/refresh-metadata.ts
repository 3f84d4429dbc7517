import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import type {BackupEvent} from './event.js';

/** What a run has of the list. */
export type Listed = {
	readonly activities: readonly Activity[];
	/** When everything was read; undefined where nothing was listed. */
	readonly listedAt: string | undefined;
};

/**
 * Files that were taken over may lack their metadata, and activities are renamed and edited: their
 * metadata follows. No other file is fetched for it, or renamed. Returns what marks the list as
 * compared: a long one takes a moment, and nothing waits for that.
 */
export async function* refreshMetadata(
	{activities, listedAt}: Listed,
	{
		archive,
		signal,
		full = false,
	}: {readonly archive: Archive; readonly signal: AbortSignal; readonly full?: boolean},
): AsyncGenerator<BackupEvent, () => void> {
	const {metadata} = archive;
	const list = listedAt === undefined ? undefined : {listedAt, activities};
	const isCompared = !full && list !== undefined && metadata.isCompared(list);
	const saved = new Set(archive.savedIds());
	let count = 0;
	for (const activity of activities) {
		const {id} = activity;
		if (saved.has(id) && !(isCompared && metadata.isKnown(id))) {
			signal.throwIfAborted();
			count += (await metadata.refresh(activity)) ? 1 : 0;
			archive.checkpoint();
		}
	}

	if (count > 0) {
		yield {type: 'metadata-refreshed', count};
	}

	return () => {
		if (list && !isCompared) {
			metadata.markCompared(list);
		}
	};
}
