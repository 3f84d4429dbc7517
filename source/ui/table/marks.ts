import type {Activity} from '../../domain/activity.js';
import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {rememberLast} from '../remember.js';
import {indexById, shownRows} from './rows.js';
import {addTotals, type Totals} from './totals.js';

const withRange = rememberLast(
	(marks: ReadonlySet<string>, rows: readonly Activity[], from: number, to: number) => {
		const all = new Set(marks);
		for (const {id} of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
			all.add(id);
		}

		return all as ReadonlySet<string>;
	},
);

/** Every mark, those of a range that is still open included. */
export const effectiveMarks = (model: Model): ReadonlySet<string> => {
	const {marks, range, cursor} = model.table;
	if (!range) {
		return marks;
	}

	const rows = shownRows(model);
	return withRange(marks, rows, indexById(rows).get(range.anchor) ?? cursor, cursor);
};

/** What the marked activities add up to. */
export type MarkedTotals = Totals & {
	/** Of those, kept out of sight by the filter. */
	readonly hidden: number;
};

const add = rememberLast(
	(
		activities: readonly Activity[],
		rows: readonly Activity[],
		marks: ReadonlySet<string>,
	): MarkedTotals => {
		const totals = addTotals(marks.size > 0 ? activities.filter(({id}) => marks.has(id)) : []);
		const {count} = totals;
		const shown = count > 0 && rows.length < activities.length ? countIn(rows, marks) : count;
		return {...totals, hidden: count - shown};
	},
);

const countIn = (rows: readonly Activity[], marks: ReadonlySet<string>): number =>
	rows.reduce((count, {id}) => count + (marks.has(id) ? 1 : 0), 0);

export const markedTotals = (model: Model): MarkedTotals =>
	add(allActivities(model), shownRows(model), effectiveMarks(model));

/** The marked activities in the list's order; without marks, the one under the cursor. */
export const chosenActivities = (model: Model): readonly Activity[] => {
	const marks = effectiveMarks(model);
	const marked = allActivities(model).filter(({id}) => marks.has(id));
	return marked.length > 0
		? marked
		: shownRows(model).slice(model.table.cursor, model.table.cursor + 1);
};
