import type {ArchiveEntry} from '../disk/archive-entry.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';

/** One thing to fetch. */
export type PlannedTransfer = {
	readonly activity: Activity;
	readonly format: ExportFormat;
	/** Name inside the folder, where it is known already: a name is made when its turn comes. */
	readonly file?: string;
};

/** What a backup would do. */
export type BackupPlan = {
	/** Activities looked at. */
	readonly found: number;
	/** Newest activity first, formats in the order asked for. */
	readonly transfers: readonly PlannedTransfer[];
	/** Files that are there. */
	readonly upToDate: number;
	/** Formats remembered as not existing. */
	readonly unavailable: number;
};

export type PlanOptions = {
	readonly activities: readonly Activity[];
	readonly formats: readonly ExportFormat[];
	/** What the archive knows. */
	readonly entryOf: (id: string, format: ExportFormat) => ArchiveEntry | undefined;
	readonly now: Date;
	/** Asks again for everything that was said not to exist, or was made here in its place. */
	readonly askAgain?: boolean;
};

const dayMs = 24 * 60 * 60 * 1000;

const isRecent = ({day}: Pick<Activity, 'day'>, now: Date): boolean =>
	Date.parse(`${day}T00:00:00Z`) > now.getTime() - 7 * dayMs;

/**
 * COROS makes text formats on request and they can lag behind an upload, so for an activity of the
 * last week a "no such file" is asked about again once a day. After that it is believed.
 */
const isWorthAsking = (activity: Pick<Activity, 'day'>, at: string, now: Date): boolean => {
	const asked = Date.parse(at);
	// A clock that was wrong, then or now, is no reason to believe it longer.
	return isRecent(activity, now) && !(Math.abs(now.getTime() - asked) < dayMs);
};

/** What is to be done about one activity in one format, by what the archive knows of it. */
export const decideTransfer = (
	activity: Pick<Activity, 'day'>,
	entry: ArchiveEntry | undefined,
	now: Date,
): 'keep' | 'believe-missing' | 'fetch' => {
	if (entry?.kind === 'saved') {
		return 'keep';
	}

	return entry?.kind === 'unavailable' && !isWorthAsking(activity, entry.at, now)
		? 'believe-missing'
		: 'fetch';
};

/** Compares what COROS lists with what the archive has. Pure: nothing is fetched or written. */
export const planBackup = ({
	activities,
	formats,
	entryOf,
	now,
	askAgain = false,
}: PlanOptions): BackupPlan => {
	const transfers: PlannedTransfer[] = [];
	let upToDate = 0;
	let unavailable = 0;
	for (const activity of activities) {
		for (const format of formats) {
			const entry = entryOf(activity.id, format);
			const decision = decideTransfer(activity, entry, now);
			// COROS's own file is better than one made here, when it is asked for again.
			const isOwn = entry?.kind === 'saved' && entry.madeHere === true;
			if (decision === 'keep' && !(isOwn && askAgain)) {
				upToDate += 1;
			} else if (decision === 'believe-missing' && !askAgain) {
				unavailable += 1;
			} else {
				transfers.push({activity, format});
			}
		}
	}

	return {found: activities.length, transfers, upToDate, unavailable};
};
