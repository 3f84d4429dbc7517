import type {Activity} from '../../domain/activity.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import {currentRow} from '../table/rows.js';

const find = rememberLast((activities: readonly Activity[], id: string): Activity | undefined =>
	activities.find((activity) => activity.id === id),
);

/** The activity seen closely: that of the detail, even where the rows no longer have it, or the row. */
export const seenActivity = (model: Model): Activity | undefined => {
	const {screen} = model;
	return screen.name === 'detail' ? find(allActivities(model), screen.id) : currentRow(model);
};
