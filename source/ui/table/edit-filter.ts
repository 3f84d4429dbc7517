import type {Model} from '../model.js';
import type {Chips} from './chips.js';
import {keepRow} from './cursor.js';
import type {Filter} from './table.js';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** A filter's text without its last character, as people count characters, or without any. */
export const eraseFilter = (text: string, unit: 'character' | 'all'): string =>
	unit === 'all'
		? ''
		: [...segmenter.segment(text)]
				.slice(0, -1)
				.map(({segment}) => segment)
				.join('');

/** Shows what the filter lets through; a cursor whose row is gone goes to the first. */
export const filterBy = (model: Model, filter: Filter): Model =>
	keepRow(model, {...model, table: {...model.table, filter}}, 0);

/** Shows what the chips let through, likewise. */
export const chipBy = (model: Model, changes: Partial<Chips>): Model => {
	const {table} = model;
	return keepRow(model, {...model, table: {...table, chips: {...table.chips, ...changes}}}, 0);
};
