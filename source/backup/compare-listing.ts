import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import type {BackupEvent} from './event.js';

/** Deleting so many at once is nobody's habit: the list, not the account, is the likelier culprit. */
const fewEnough = 10;
const smallPart = 0.1;

/**
 * Whether a list lacks so much of what is on disk that it is not to be believed. Counts are
 * activities.
 */
export const isSuspicious = (onDisk: number, absent: number): boolean =>
	absent > 0 && (absent === onDisk || (absent > fewEnough && absent > onDisk * smallPart));

const countAbsent = (archive: Archive, listed: ReadonlySet<string>) => {
	let onDisk = 0;
	let absent = 0;
	for (const id of archive.savedIds()) {
		onDisk += 1;
		absent += listed.has(id) ? 0 : 1;
	}

	return {onDisk, absent};
};

const countOf = (count: number): string => `${count} ${count === 1 ? 'activity' : 'activities'}`;

const shrunk = (onDisk: number, absent: number, listed: number): BackupEvent => ({
	type: 'warning',
	code: 'list-shrunk',
	message: `COROS lists ${countOf(listed)}, and ${absent} of the ${onDisk} in this folder are not among them`,
	hint: 'All files stay. If you did not delete them yourself, check the account with coros-tui whoami and run again later.',
});

const unlisted = (count: number): BackupEvent => ({
	type: 'warning',
	code: 'activities-unlisted',
	message: `COROS no longer lists ${countOf(count)} of this folder`,
	hint:
		count === 1
			? 'Its files stay. coros-tui list shows it as gone from COROS.'
			: 'Their files stay. coros-tui list shows them as gone from COROS.',
});

/**
 * Holds a whole list against the folder: what is missing from it is marked, once, and never
 * deleted; what has come back is unmarked. A list that lacks too much marks nothing.
 */
export function* compareListing(
	archive: Archive,
	activities: readonly Activity[],
	{complete}: {readonly complete: boolean},
): Generator<BackupEvent> {
	const listed = new Set(activities.map(({id}) => id));
	const {onDisk, absent} = countAbsent(archive, listed);
	if (isSuspicious(onDisk, absent)) {
		yield shrunk(onDisk, absent, listed.size);
		return;
	}

	if (complete) {
		const marks = archive.markListing(listed, new Date().toISOString());
		if (marks.unlisted > 0) {
			yield unlisted(marks.unlisted);
		}
	}
}
