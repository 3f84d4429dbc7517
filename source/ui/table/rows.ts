import type {Activity} from '../../domain/activity.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import {filterActivities} from './filter.js';
import {sortActivities} from './order.js';

/** The rows in the table's order that the filter lets through. Typing does not sort again. */
export const shownRows = ({list, table}: Pick<Model, 'list' | 'table'>): readonly Activity[] =>
	filterActivities(sortActivities(list.activities, table.sort), table.filter.text);

/** Where each id stands in the rows. */
export const indexById = rememberLast(
	(rows: readonly Activity[]): ReadonlyMap<string, number> =>
		new Map(rows.map(({id}, index) => [id, index])),
);

/** The activity under the cursor. */
export const currentRow = (model: Model): Activity | undefined =>
	shownRows(model)[model.table.cursor];
