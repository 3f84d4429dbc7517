import type {Activity} from '../../domain/activity.js';
import {hasPreview} from '../layout.js';
import type {Model} from '../model.js';
import {currentRow} from '../table/rows.js';
import type {ReadRecording} from './recording.js';

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

/** The activity whose recording is in sight and still to be read. */
export const wantedRecording = (model: Model): string | undefined => {
	const isSeen =
		model.screen.name === 'detail' || (model.screen.name === 'activities' && hasPreview(model));
	const row = isSeen ? currentRow(model) : undefined;
	return row && model.archive.entryOf && recordingState(model, row).kind === 'reading'
		? row.id
		: undefined;
};
