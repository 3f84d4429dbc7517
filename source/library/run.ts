import type {BackupEvent, BackupSummary} from '../backup/event.js';
import type {RepairEvent, RepairSummary} from '../backup/repair.js';
import {type ErrorReport, toError} from '../domain/known-error.js';

/** Work that begins when it is looped over, or when its summary is asked for. It is done once. */
export type Run<Event, Summary> = AsyncIterable<Event> & {
	/**
	 * Runs to the end, or what is left of it, and tells how it went. What failed for single files is
	 * counted; what ended the run before its time is thrown: a `KnownError`, or an `AbortError` where
	 * somebody stopped it. (A loop gets the same as its last event.)
	 */
	summary(): Promise<Summary>;
};

/** A backup. Its last event is `finished`. */
export type BackupRun = Run<BackupEvent, BackupSummary>;

/** A repair. Its last event is `repaired`. */
export type RepairRun = Run<RepairEvent, RepairSummary>;

type Ending = {readonly type: string; readonly cancelled: boolean; readonly error?: ErrorReport};

const toSummary = <Last extends Ending>({type, ...summary}: Last): Omit<Last, 'type'> => {
	if (summary.cancelled) {
		throw new DOMException('The run was stopped; what was finished is kept.', 'AbortError');
	}

	if (summary.error) {
		throw toError(summary.error);
	}

	return summary;
};

/** Makes a run of its events. `isLast` knows the one that tells how it went. */
export const createRun = <Event, Last extends Event & Ending>(
	events: AsyncIterable<Event>,
	isLast: (event: Event) => event is Last,
): Run<Event, Omit<Last, 'type'>> => {
	let last: Event | undefined;
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

			if (last === undefined || !isLast(last)) {
				throw new Error('The loop over this run was left before its end: there is no summary.');
			}

			return toSummary(last);
		},
	};
};
