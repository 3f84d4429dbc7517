import type {Axis} from '../detail/recording.js';
import {type Chips, noChips} from './chips.js';
import type {SortColumn} from './sort-column.js';

export type Sort = {readonly column: SortColumn; readonly isDescending: boolean};

/** What is typed to see less. */
export type Filter = {readonly text: string; readonly isTyping: boolean};

/** Rows being marked from `anchor` to the cursor; a sticky range lives through plain moves. */
export type Range = {
	/** Activity id: rows may come and go meanwhile. */
	readonly anchor: string;
	readonly isSticky: boolean;
};

/** The state of the activities table. */
export type Table = {
	/** Index into the shown rows. */
	readonly cursor: number;
	/** Index of the first visible row. */
	readonly top: number;
	/** Ids; a mark survives filter, order and refresh. */
	readonly marks: ReadonlySet<string>;
	readonly range: Range | undefined;
	readonly filter: Filter;
	readonly chips: Chips;
	readonly sort: Sort;
	/** Whether the activity under the cursor is shown beside the rows, where there is room. */
	readonly isPreview: boolean;
	/** What the charts of an activity run along. */
	readonly axis: Axis;
	/** So many columns more than the width suggests, or fewer. */
	readonly extraColumns: number;
};

export const initialTable: Table = {
	cursor: 0,
	top: 0,
	marks: new Set(),
	range: undefined,
	filter: {text: '', isTyping: false},
	chips: noChips,
	sort: {column: 'date', isDescending: true},
	isPreview: false,
	axis: 'time',
	extraColumns: 0,
};
