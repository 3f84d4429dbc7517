import {tableHeight} from '../layout.js';
import type {Model} from '../model.js';
import {clampIndex, scrollTo} from '../scroll.js';
import {currentRow, shownRows} from './rows.js';

/** Puts the cursor on a row that exists and scrolls so that it is seen. */
export const withCursor = (model: Model, cursor: number): Model => {
	const {table, notice, size} = model;
	const count = shownRows(model).length;
	const index = clampIndex(cursor, count);
	const top = scrollTo(table.top, index, tableHeight(notice, size), count);
	return index === table.cursor && top === table.top
		? model
		: {...model, table: {...table, cursor: index, top}};
};

/** After rows have changed: the cursor stays on its activity, and that on its line if it can. */
export const keepRow = (before: Model, after: Model, whenGone: number): Model => {
	const {cursor, top} = before.table;
	const id = currentRow(before)?.id;
	const rows = shownRows(after);
	if (rows[cursor]?.id === id) {
		return withCursor(after, cursor);
	}

	const index = id === undefined ? -1 : rows.findIndex((row) => row.id === id);
	return index === -1
		? withCursor(after, whenGone)
		: withCursor({...after, table: {...after.table, top: top + index - cursor}}, index);
};
