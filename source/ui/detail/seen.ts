import type {Activity} from '../../domain/activity.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import {currentRow} from '../table/rows.js';

const find = rememberLast((activities: readonly Activity[], id: string): Activity | undefined =>
	activities.find((activity) => activity.id === id),
);

/** The activity seen closely: that of the detail, even where the rows no longer have it, or the row. */
export const seenActivity = (model: Model): Activity | undefined => {
	const {screen, list} = model;
	return screen.name === 'detail' ? find(list.activities, screen.id) : currentRow(model);
};
