import type {TableAction} from '../action.js';
import {tableHeight, tableWidth} from '../layout.js';
import type {Model} from '../model.js';
import {hasChips, noChips} from './chips.js';
import {clampExtra, columnsFor, sortColumns} from './columns.js';
import {withCursor} from './cursor.js';
import {chipBy, eraseFilter, filterBy} from './edit-filter.js';
import {effectiveMarks} from './marks.js';
import {naturalSort} from './order.js';
import {rowAt} from './row-at.js';
import {currentRow, shownRows} from './rows.js';
import type {SortColumn} from './sort-column.js';
import type {Sort, Table} from './table.js';

const change = (model: Model, changes: Partial<Table>): Model => ({
	...model,
	table: {...model.table, ...changes},
});

/** Turns an open range into marks. */
export const endRange = (model: Model): Model =>
	model.table.range ? change(model, {marks: effectiveMarks(model), range: undefined}) : model;

// A range made with Shift ends at the next plain move.
const move = (model: Model, cursor: number): Model =>
	withCursor(model.table.range?.isSticky === false ? endRange(model) : model, cursor);

const toggleMark = (model: Model): Model => {
	const id = currentRow(model)?.id;
	if (model.table.range || id === undefined) {
		return endRange(model);
	}

	const marks = new Set(model.table.marks);
	if (!marks.delete(id)) {
		marks.add(id);
	}

	return withCursor(change(model, {marks}), model.table.cursor + 1);
};

const openRange = (model: Model, isSticky: boolean): Model => {
	const anchor = currentRow(model)?.id;
	return anchor === undefined ? model : change(model, {range: {anchor, isSticky}});
};

const markAll = (model: Model): Model => {
	const marks = new Set(effectiveMarks(model));
	for (const {id} of shownRows(model)) {
		marks.add(id);
	}

	return change(model, {marks, range: undefined});
};

const invertMarks = (model: Model): Model => {
	const marks = new Set(effectiveMarks(model));
	for (const {id} of shownRows(model)) {
		if (!marks.delete(id)) {
			marks.add(id);
		}
	}

	return change(model, {marks, range: undefined});
};

// A new order is looked at from its beginning.
const sortBy = (model: Model, sort: Sort): Model =>
	withCursor(change(endRange(model), {sort, top: 0}), 0);

const columnsInSight = (model: Model): readonly SortColumn[] =>
	sortColumns(columnsFor(tableWidth(model), 'metric', model.table.extraColumns));

const nextColumn = (model: Model): SortColumn => {
	const columns = columnsInSight(model);
	return columns[(columns.indexOf(model.table.sort.column) + 1) % columns.length] ?? 'date';
};

const sortByNumber = (model: Model, number: number): Model => {
	const column = columnsInSight(model)[number - 1];
	if (column === undefined) {
		return model;
	}

	const {sort} = model.table;
	return sortBy(
		model,
		column === sort.column ? {column, isDescending: !sort.isDescending} : naturalSort(column),
	);
};

const changeColumns = (model: Model, by: number): Model => {
	const width = tableWidth(model);
	return change(model, {
		extraColumns: clampExtra(width, clampExtra(width, model.table.extraColumns) + by),
	});
};

const leaveInnermost = (model: Model): Model => {
	const {range, filter, chips, marks} = model.table;
	if (range) {
		return change(model, {range: undefined});
	}

	if (filter.isTyping) {
		return change(model, {filter: {...filter, isTyping: false}});
	}

	if (filter.text !== '') {
		return filterBy(model, {text: '', isTyping: false});
	}

	if (hasChips(chips)) {
		return chipBy(model, noChips);
	}

	if (model.notice) {
		return withCursor({...model, notice: undefined}, model.table.cursor);
	}

	return marks.size > 0 ? change(model, {marks: new Set()}) : model;
};

/** What an action does to the table. Pure. */
export const updateTable = (model: Model, action: TableAction): Model => {
	const {table} = model;
	const {cursor, filter, sort} = table;
	switch (action.type) {
		case 'moved':
			return move(model, cursor + action.by);
		case 'clicked': {
			const index = rowAt(model, action.column, action.row);
			return index === undefined ? model : move(model, index);
		}
		case 'jumped':
			return move(model, action.to === 'first' ? 0 : shownRows(model).length - 1);
		case 'paged': {
			const height = tableHeight(model.notice, model.size);
			const rows = Math.max(1, action.part === 'page' ? height - 1 : Math.floor(height / 2));
			return move(model, cursor + action.by * rows);
		}
		case 'range-moved':
			return withCursor(table.range ? model : openRange(model, false), cursor + action.by);
		case 'range-toggled':
			return table.range ? endRange(model) : openRange(model, true);
		case 'mark-toggled':
			return toggleMark(model);
		case 'all-marked':
			return markAll(model);
		case 'marks-inverted':
			return invertMarks(model);
		case 'all-unmarked':
			return change(model, {marks: new Set(), range: undefined});
		case 'sort-advanced':
			return sortBy(model, naturalSort(nextColumn(model)));
		case 'sort-reversed':
			return sortBy(model, {...sort, isDescending: !sort.isDescending});
		case 'sort-chosen':
			return sortByNumber(model, action.column);
		case 'columns-changed':
			return changeColumns(model, action.by);
		case 'preview-toggled':
			return change(model, {isPreview: !table.isPreview});
		case 'axis-turned':
			return change(model, {axis: table.axis === 'time' ? 'distance' : 'time'});
		case 'filter-opened':
			return change(endRange(model), {filter: {...filter, isTyping: true}});
		case 'filter-typed':
			return filterBy(model, {...filter, text: filter.text + action.text});
		case 'filter-erased':
			return filterBy(model, {...filter, text: eraseFilter(filter.text, action.unit)});
		case 'filter-kept':
			return change(model, {filter: {...filter, isTyping: false}});
		case 'table-escaped':
			return leaveInnermost(model);
	}
};
