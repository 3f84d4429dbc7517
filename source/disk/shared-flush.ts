import type {OpenFile} from './open-file.js';

/**
 * Creates a flush of folders that those who ask at the same time share. Whoever asks while one is
 * under way waits for the next: it begins after what was done before asking. Failures are passed
 * over: not every system can open a folder, or flush it.
 */
export const createSharedFlush = (
	open: (folder: string) => Promise<Pick<OpenFile, 'sync' | 'close'>>,
): ((folder: string) => Promise<void>) => {
	/** Those who wait for the next flush, by folder; a folder is being flushed while it is here. */
	const flushing = new Map<string, Array<() => void>>();

	const flush = async (folder: string, asking: Array<() => void>): Promise<void> => {
		const handle = await open(folder).catch(() => undefined);
		while (asking.length > 0) {
			const served = asking.splice(0);
			await handle?.sync().catch(() => {});
			for (const done of served) {
				done();
			}
		}

		flushing.delete(folder);
		await handle?.close().catch(() => {});
	};

	return (folder) =>
		new Promise((resolve) => {
			const asking = flushing.get(folder);
			if (asking) {
				asking.push(resolve);
				return;
			}

			const first = [resolve];
			flushing.set(folder, first);
			void flush(folder, first);
		});
};
