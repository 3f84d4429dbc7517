import {isDayPreset} from '../../domain/day-preset.js';
import type {Axis} from '../detail/recording.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import type {Chips} from '../table/chips.js';
import {isSortColumn} from '../table/order.js';
import {initialTable, type Sort, type Table} from '../table/table.js';

/** What is remembered of the app until its next start. Plain JSON, and nothing secret. */
export type SavedView = {
	/** Signed in with last. */
	readonly email: string | undefined;
	readonly sort: Sort;
	readonly filter: string;
	readonly sports: readonly number[];
	readonly days: Chips['days'];
	readonly isOnlyNew: boolean;
	readonly isPreview: boolean;
	readonly axis: Axis;
	readonly extraColumns: number;
};

const toView = rememberLast(
	(
		email: string | undefined,
		sort: Sort,
		filter: string,
		{sports, days, isOnlyNew}: Chips,
		isPreview: boolean,
		axis: Axis,
		extraColumns: number,
	): SavedView => ({
		email,
		sort,
		filter,
		sports: [...sports],
		days,
		isOnlyNew,
		isPreview,
		axis,
		extraColumns,
	}),
);

/** What to remember of a model; the same object while nothing of it has changed. */
export const viewOf = ({lastEmail, table}: Model): SavedView => {
	const {sort, filter, chips, isPreview, axis, extraColumns} = table;
	return toView(lastEmail, sort, filter.text, chips, isPreview, axis, extraColumns);
};

const longest = 500;
const mostExtra = 20;

const readText = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;

const readSort = (value: unknown): Sort => {
	const {column, isDescending} = (value ?? {}) as Partial<Record<keyof Sort, unknown>>;
	return isSortColumn(column) && typeof isDescending === 'boolean'
		? {column, isDescending}
		: initialTable.sort;
};

const readChips = ({sports, days, isOnlyNew}: Record<string, unknown>): Chips => ({
	sports: new Set(Array.isArray(sports) ? sports.filter(Number.isSafeInteger) : []),
	days: isDayPreset(days) ? days : undefined,
	isOnlyNew: isOnlyNew === true,
});

const readExtra = (value: unknown): number =>
	Number.isInteger(value) && Math.abs(Number(value)) <= mostExtra ? Number(value) : 0;

/** The table and the e-mail as remembered, believing nothing: what does not fit is as at first. */
export const readView = (
	stored: unknown,
): {readonly table: Table; readonly email: string | undefined} => {
	const view =
		typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
	return {
		email: readText(view.email),
		table: {
			...initialTable,
			sort: readSort(view.sort),
			filter: {text: readText(view.filter) ?? '', isTyping: false},
			chips: readChips(view),
			isPreview: view.isPreview === true,
			axis: view.axis === 'distance' ? 'distance' : 'time',
			extraColumns: readExtra(view.extraColumns),
		},
	};
};
