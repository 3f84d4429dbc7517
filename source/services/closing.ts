import type {BackupEvent} from '../backup/event.js';
import type {Archive} from '../disk/archive.js';
import {toErrorReport} from '../domain/known-error.js';

/**
 * Closes an archive between a run's last event but one and its last: `finished` is said once, when
 * the archive has written down what it holds, and tells where that failed.
 */
export async function* closing(
	events: AsyncIterable<BackupEvent>,
	archive: Archive,
): AsyncGenerator<BackupEvent> {
	let isClosed = false;
	try {
		for await (const event of events) {
			if (event.type !== 'finished') {
				yield event;
				continue;
			}

			isClosed = true;
			const failure = await archive.close().then(
				() => undefined,
				(error: unknown) => toErrorReport(error),
			);
			// What ended the run is the better reason.
			yield failure && !event.error ? {...event, error: failure} : event;
		}
	} finally {
		if (!isClosed) {
			await archive.close();
		}
	}
}
