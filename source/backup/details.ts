import type {CorosClient} from '../coros/client.js';
import type {DetailFiles} from '../disk/detail-files.js';
import type {Activity} from '../domain/activity.js';
import type {BackupEvent} from './event.js';
import {keepAnswers, type WantedAnswer} from './keep-answers.js';

export type DetailOptions = {
	readonly client: Pick<CorosClient, 'detail' | 'pace'>;
	readonly files: DetailFiles;
	/** Those whose details are wanted. Asked when the backup has listed them. */
	readonly activities: () => readonly Activity[];
	readonly dryRun: boolean;
	readonly signal: AbortSignal;
	readonly now: Date;
};

/** Notes and feelings are written in the first days: what was saved before is asked once more. */
const settledMs = 3 * 24 * 60 * 60 * 1000;

/** Whether an activity's details are to be asked for: never yet, or so early that they may be wanting. */
export const isDetailDue = (
	{endTime}: Pick<Activity, 'endTime'>,
	savedAt: Date | undefined,
	now: Date,
): boolean => {
	if (!savedAt) {
		return true;
	}

	const settled = (endTime ?? 0) * 1000 + settledMs;
	return savedAt.getTime() < settled && now.getTime() >= settled;
};

/** The details of activities, as they are asked for and kept. */
export function* wantedDetails(
	activities: readonly Activity[],
	{client, files, signal}: Pick<DetailOptions, 'client' | 'files' | 'signal'>,
): Generator<WantedAnswer> {
	for (const activity of activities) {
		const about = {id: activity.id, file: files.nameFor(activity)};
		yield {
			keep: async () => files.write(activity, await client.detail(activity, signal)),
			saved: (bytes) => ({type: 'detail-saved', ...about, bytes}),
			failed: (error) => ({type: 'detail-failed', ...about, error}),
		};
	}
}

/** Goes on after a backup with the details of its activities. */
export const withDetails = (
	events: AsyncIterable<BackupEvent>,
	options: DetailOptions,
): AsyncGenerator<BackupEvent> =>
	keepAnswers(events, {
		subject: 'details',
		pace: options.client.pace,
		signal: options.signal,
		async plan() {
			const {files, activities, dryRun, now} = options;
			const due: Activity[] = [];
			const all = activities();
			for (const activity of all) {
				if (isDetailDue(activity, await files.savedAt(activity.id), now)) {
					due.push(activity);
				}
			}

			const counts = {found: all.length, toFetch: due.length, upToDate: all.length - due.length};
			return {
				planned: {type: 'details-planned', ...counts, dryRun},
				wanted: wantedDetails(due, options),
			};
		},
	});
