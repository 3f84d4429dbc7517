import type {Activity} from '../../domain/activity.js';
import type {ExportFormat} from '../../domain/export-format.js';
import {forEachInSteps, type Steps} from '../../domain/steps.js';
import type {EntryOf} from '../../services/services.js';
import {rememberInSteps} from '../remember.js';

/**
 * What the folder has of an activity in the chosen formats: everything there is, a part, nothing,
 * or nothing because COROS has no such files; or what was `kept` when it went from COROS.
 */
export type DiskState = 'all' | 'some' | 'none' | 'absent' | 'kept';

export const diskState = (
	id: string,
	formats: readonly ExportFormat[],
	entryOf: EntryOf | undefined,
): DiskState => {
	let saved = 0;
	let absent = 0;
	for (const format of formats) {
		const kind = entryOf?.(id, format)?.kind;
		saved += kind === 'saved' ? 1 : 0;
		absent += kind === 'unavailable' ? 1 : 0;
	}

	if (saved + absent === formats.length) {
		return saved > 0 ? 'all' : 'absent';
	}

	return saved > 0 ? 'some' : 'none';
};

const isDone = (state: DiskState): boolean => state === 'all' || state === 'absent';

/** How many activities need nothing more; undefined while the folder is unread. */
export const backedUp = rememberInSteps(function* (
	activities: readonly Activity[],
	formats: readonly ExportFormat[],
	entryOf: EntryOf | undefined,
): Steps<number | undefined> {
	if (!entryOf) {
		return undefined;
	}

	let count = 0;
	yield* forEachInSteps(activities, ({id}) => {
		count += isDone(diskState(id, formats, entryOf)) ? 1 : 0;
	});
	return count;
});

export const countBackedUp = backedUp.now;
