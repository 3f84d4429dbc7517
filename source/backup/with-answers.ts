import type {CorosClient} from '../coros/client.js';
import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {type Selection, selectActivities} from '../domain/selection.js';
import {withDetails} from './details.js';
import type {BackupEvent} from './event.js';
import {withWellness} from './wellness.js';

export type AnswerOptions = {
	readonly client: CorosClient;
	readonly archive: Archive;
	/** Which answers are wanted. */
	readonly details: boolean;
	readonly wellness: boolean;
	/** Whose details. Wellness is nobody's: it goes by the earliest of all activities. */
	readonly selection: Selection;
	/** All activities. Asked when the backup has listed them. */
	readonly activities: () => readonly Activity[];
	readonly dryRun: boolean;
	readonly signal: AbortSignal;
};

/** Goes on after a backup with what COROS has in no file, where that is wanted. */
export const withAnswers = (
	events: AsyncIterable<BackupEvent>,
	{client, archive, activities, selection, dryRun, signal, ...wanted}: AnswerOptions,
): AsyncIterable<BackupEvent> => {
	const shared = {client, dryRun, signal, now: new Date()};
	const selected = () => selectActivities(activities(), selection);
	const first = wanted.details
		? withDetails(events, {...shared, files: archive.details, activities: selected})
		: events;
	return wanted.wellness
		? withWellness(first, {...shared, files: archive.wellness, activities})
		: first;
};
