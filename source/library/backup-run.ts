import type {BackupEvent, BackupSummary} from '../backup/event.js';
import {toError} from '../domain/known-error.js';

/** A backup that begins when it is looped over, or when its summary is asked for. It runs once. */
export type BackupRun = AsyncIterable<BackupEvent> & {
	/**
	 * Runs to the end, or what is left of it, and tells how it went. What failed for single files is
	 * counted in `failed`; what ended the run before its time is thrown: a `KnownError`, or an
	 * `AbortError` where somebody stopped it. (A loop gets the same as its last event, `finished`.)
	 */
	summary(): Promise<BackupSummary>;
};

const toSummary = ({type, ...summary}: Extract<BackupEvent, {type: 'finished'}>): BackupSummary => {
	if (summary.cancelled) {
		throw new DOMException('The backup was stopped; what was finished is kept.', 'AbortError');
	}

	if (summary.error) {
		throw toError(summary.error);
	}

	return summary;
};

/** Makes a run of its events. */
export const createBackupRun = (events: AsyncIterable<BackupEvent>): BackupRun => {
	let last: BackupEvent | undefined;
	const watched = (async function* () {
		for await (const event of events) {
			last = event;
			yield event;
		}
	})();
	return {
		[Symbol.asyncIterator]: () => watched,
		async summary() {
			for await (const _ of watched) {
				// Only its end counts here.
			}

			if (last?.type !== 'finished') {
				throw new Error('The loop over this backup was left before its end: there is no summary.');
			}

			return toSummary(last);
		},
	};
};
