import {isCovered} from '../keys/active-layer.js';
import {tableHeight, tableWidth} from '../layout.js';
import type {Model} from '../model.js';
import {shownRows} from './rows.js';

// Status, rule and footer.
const below = 3;

/** The index of the row in that cell of the window; undefined where there is none. */
export const rowAt = (model: Model, column: number, row: number): number | undefined => {
	const {table, notice, size, screen} = model;
	const height = tableHeight(notice, size);
	const line = row - (size.rows - below - height);
	const index = table.top + line;
	const isInside = line >= 0 && line < height && column < tableWidth(model);
	const isTable = screen.name === 'activities' && !isCovered(model);
	return isTable && isInside && index < shownRows(model).length ? index : undefined;
};
