import type {ErrorReport} from '../domain/known-error.js';
import {adviceOn} from './advice.js';
import type {Model, Size} from './model.js';
import {rememberLast} from './remember.js';
import {wrapCells} from './wrap-cells.js';

/** The smallest window in which everything that is needed can be shown. */
export const smallest: Size = {columns: 60, rows: 15};

export const isTooSmall = ({columns, rows}: Size): boolean =>
	columns < smallest.columns || rows < smallest.rows;

/** Lines around the table's rows: header, second line, titles, status, rule, footer. */
const tableChrome = 6;

const mostNoticeLines = 5;

/** The lines of a notice over the table: what happened, then what to do. */
export const noticeLines = rememberLast(
	(notice: ErrorReport | undefined, columns: number): readonly string[] =>
		notice
			? [notice.message, adviceOn(notice)]
					.flatMap((text) => wrapCells(text, columns - 4))
					.slice(0, mostNoticeLines)
			: [],
);

/** How many rows of the table a window of that size shows. */
export const tableHeight = (notice: Model['notice'], {columns, rows}: Size): number =>
	Math.max(1, rows - tableChrome - noticeLines(notice, columns).length);

/** The pane beside the table, its border included. */
export const previewWidth = 44;

/** The narrowest window with room for it. */
export const smallestWithPreview = 110;

/** Whether the pane is asked for and has room. */
export const hasPreview = ({table, size}: Pick<Model, 'table' | 'size'>): boolean =>
	table.isPreview && size.columns >= smallestWithPreview && !isTooSmall(size);

/** What is left for the table's columns. */
export const tableWidth = (model: Pick<Model, 'table' | 'size'>): number =>
	model.size.columns - (hasPreview(model) ? previewWidth : 0);

/** Width of every dialog: constant, since a width from state would be stale after a resize. */
export const dialogWidth = 58;

/** What lies below keeps so far away from a dialog's sides. */
export const dialogMargin = 1;

/** Inside the dialog's border and padding. */
export const dialogTextWidth = dialogWidth - 4;

/** How many lines of a menu fit at once. */
export const menuHeight = ({rows}: Size): number => Math.max(1, rows - 6);

/** Lines around the profiles: header, second line, titles, the one below, rule, footer. */
const pickerChrome = 6;

/** How many profiles fit at once. */
export const pickerHeight = ({rows}: Size): number => Math.max(1, rows - pickerChrome);

/** How many lines of the help fit at once. */
export const helpHeight = ({rows}: Size): number => Math.max(1, rows - 5);
