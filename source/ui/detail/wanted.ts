import type {Activity} from '../../domain/activity.js';
import {hasPreview} from '../layout.js';
import type {Model} from '../model.js';
import type {ReadRecording} from './recording.js';
import {seenActivity} from './seen.js';

/** What is known of an activity's recording. */
export type RecordingState =
	| ReadRecording
	| {readonly kind: 'reading'}
	/** Its FIT file is not on disk; COROS may say that there is none. */
	| {readonly kind: 'missing'; readonly isUnavailable: boolean};

export const recordingState = (
	{archive, recordings}: Model,
	{id}: Pick<Activity, 'id'>,
): RecordingState => {
	const entry = archive.entryOf?.(id, 'fit');
	if (archive.entryOf && entry?.kind !== 'saved') {
		return {kind: 'missing', isUnavailable: entry?.kind === 'unavailable'};
	}

	return recordings.get(id) ?? {kind: 'reading'};
};

/** Whether COROS may have the FIT file that is not on disk. */
export const canFetch = (model: Model, activity: Pick<Activity, 'id'>): boolean => {
	const state = recordingState(model, activity);
	return state.kind === 'missing' && !state.isUnavailable;
};

/** The activity whose recording is in sight and still to be read. */
export const wantedRecording = (model: Model): string | undefined => {
	const isSeen =
		model.screen.name === 'detail' || (model.screen.name === 'activities' && hasPreview(model));
	const seen = isSeen ? seenActivity(model) : undefined;
	return seen && model.archive.entryOf && recordingState(model, seen).kind === 'reading'
		? seen.id
		: undefined;
};
