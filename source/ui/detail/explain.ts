import {adviceOn} from '../advice.js';
import type {RecordingState} from './wanted.js';

/** Why nothing is drawn, in a few words each; undefined where something is. */
export const explainRecording = (state: RecordingState): readonly string[] | undefined => {
	switch (state.kind) {
		case 'read':
			return undefined;
		case 'reading':
			return ['Reading the FIT file'];
		case 'gone':
			return ['The FIT file is gone from the folder.', 'Back up again to fetch it.'];
		case 'failed':
			return state.error.code === 'bad-file'
				? ['The FIT file on disk is damaged.', 'V in the table fetches it anew.']
				: [state.error.message, adviceOn(state.error)];
		case 'missing':
			return state.isUnavailable
				? ['COROS has no FIT file of it,', 'so there is no route and no chart.']
				: ['Its FIT file is not on disk:', 'route, charts and laps come from it.'];
	}
};
