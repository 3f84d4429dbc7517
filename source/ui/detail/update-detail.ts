import type {DetailAction} from '../action.js';
import {startJob} from '../job/job.js';
import type {Model, Screen} from '../model.js';
import {clampIndex} from '../scroll.js';
import {withCursor} from '../table/cursor.js';
import {currentRow} from '../table/rows.js';
import {endRange} from '../table/update-table.js';
import {keepRecording} from './recording.js';
import {seenActivity} from './seen.js';
import {canFetch, recordingState} from './wanted.js';

type Detail = Extract<Screen, {readonly name: 'detail'}>;

const showRow = (model: Model): Model => {
	const id = currentRow(model)?.id;
	return id === undefined ? model : {...model, screen: {name: 'detail', id, top: 0}};
};

const step = (model: Model, {id}: Detail, by: 1 | -1): Model => {
	// Where a filter no longer lets this one through, the next stands in its place already.
	const isGone = currentRow(model)?.id !== id;
	return showRow(withCursor(model, model.table.cursor + (isGone && by === 1 ? 0 : by)));
};

const fetchFit = (model: Model, screen: Detail): Model => {
	const activity = seenActivity(model);
	if (!activity || !canFetch(model, activity)) {
		return model;
	}

	const {nameTemplate} = model.settings;
	const request = {formats: ['fit'], activities: [activity], nameTemplate} as const;
	return {...model, screen: {name: 'backup', job: startJob(request, screen)}};
};

const scrollLaps = (model: Model, screen: Detail, by: 1 | -1): Model => {
	const activity = seenActivity(model);
	const state = activity && recordingState(model, activity);
	const count = state?.kind === 'read' ? state.recording.laps.length : 0;
	return {...model, screen: {...screen, top: clampIndex(screen.top + by, count)}};
};

/** What an action does to the detail of an activity, and to the recordings. Pure. */
export const updateDetail = (model: Model, action: DetailAction): Model => {
	if (action.type === 'recording-read') {
		const recordings = keepRecording(model.recordings, action.id, action.read);
		return {...model, recordings};
	}

	const {screen} = model;
	if (action.type === 'detail-opened') {
		return screen.name === 'activities' ? showRow(endRange(model)) : model;
	}

	if (screen.name !== 'detail') {
		return model;
	}

	switch (action.type) {
		case 'laps-scrolled':
			return scrollLaps(model, screen, action.by);
		case 'detail-left':
			return {...model, screen: {name: 'activities'}};
		case 'detail-stepped':
			return step(model, screen, action.by);
		case 'fit-wanted':
			return fetchFit(model, screen);
	}
};
