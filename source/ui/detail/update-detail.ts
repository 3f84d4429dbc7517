import type {DetailAction} from '../action.js';
import {startJob} from '../job/job.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {withCursor} from '../table/cursor.js';
import {currentRow} from '../table/rows.js';
import {endRange} from '../table/update-table.js';
import {keepRecording} from './recording.js';
import {recordingState} from './wanted.js';

const openDetail = (model: Model): Model =>
	model.screen.name === 'activities' && currentRow(model)
		? {...endRange(model), screen: {name: 'detail', top: 0}}
		: model;

const fetchFit = (model: Model): Model => {
	const row = currentRow(model);
	if (!row || recordingState(model, row).kind !== 'missing') {
		return model;
	}

	const job = startJob({formats: ['fit'], activities: [row]}, 'detail');
	return {...model, screen: {name: 'backup', job}};
};

const scrollLaps = (model: Model, by: number): Model => {
	const {screen} = model;
	const row = currentRow(model);
	if (screen.name !== 'detail' || !row) {
		return model;
	}

	const state = recordingState(model, row);
	const count = state.kind === 'read' ? state.recording.laps.length : 0;
	return {...model, screen: {...screen, top: clampIndex(screen.top + by, count)}};
};

/** What an action does to the detail of an activity, and to the recordings. Pure. */
export const updateDetail = (model: Model, action: DetailAction): Model => {
	switch (action.type) {
		case 'detail-opened':
			return openDetail(model);
		case 'recording-read': {
			const recordings = keepRecording(model.recordings, action.id, action.read);
			return {...model, recordings};
		}
		case 'laps-scrolled':
			return scrollLaps(model, action.by);
		case 'detail-left':
			return model.screen.name === 'detail' ? {...model, screen: {name: 'activities'}} : model;
		case 'detail-stepped':
			return model.screen.name === 'detail'
				? withCursor({...model, screen: {name: 'detail', top: 0}}, model.table.cursor + action.by)
				: model;
		case 'fit-wanted':
			return model.screen.name === 'detail' ? fetchFit(model) : model;
	}
};
