import type {Activity} from '../../domain/activity.js';
import type {ErrorReport} from '../../domain/known-error.js';
import type {ListAction} from '../action.js';
import type {List, Model} from '../model.js';
import {keepRow, withCursor} from '../table/cursor.js';

/** Both lists, newer news of an activity replacing the old. */
const merge = (known: readonly Activity[], news: readonly Activity[]): readonly Activity[] => {
	const byId = new Map(known.map((activity) => [activity.id, activity]));
	for (const activity of news) {
		byId.set(activity.id, activity);
	}

	return [...byId.values()];
};

const change = (model: Model, changes: Partial<List>): Model => {
	const changed = {...model, list: {...model.list, ...changes}};
	const {cursor} = model.table;
	if (!changes.activities) {
		return changed;
	}

	// At the very top one sees what is new.
	return cursor === 0 ? withCursor(changed, 0) : keepRow(model, changed, cursor);
};

const notify = (model: Model, notice: ErrorReport | undefined): Model =>
	withCursor({...model, notice}, model.table.cursor);

/** Starts a reading of list and folder; `full` asks for every page. */
export const readAgain = (model: Model, full: boolean): Model => ({
	...model,
	list: {
		...model.list,
		phase: 'loading',
		reading: model.list.reading + 1,
		full,
		found: 0,
		total: undefined,
	},
	archive: {...model.archive, reading: model.archive.reading + 1},
});

/** What news do to the list and the view of the folder. Pure. */
export const updateList = (model: Model, action: ListAction): Model => {
	switch (action.type) {
		case 'refreshed':
			return readAgain(notify(model, undefined), true);
		case 'list-known':
			return change(model, {activities: merge(action.known.activities, model.list.activities)});
		case 'list-grew': {
			const {activities, found, total, unreadable} = action.step;
			const merged = merge(model.list.activities, activities);
			return change(model, {activities: merged, found, total, unreadable});
		}
		case 'list-read': {
			const {activities, complete, unreadable, total} = action.listing;
			return change(model, {
				// A reading that lost something does not take away what was known.
				activities: complete ? activities : merge(model.list.activities, activities),
				phase: 'ready',
				found: activities.length,
				total,
				unreadable,
			});
		}
		case 'list-failed':
			return notify(change(model, {phase: 'failed'}), action.error);
		case 'archive-read':
			return {...model, archive: {...model.archive, entryOf: action.entryOf}};
		case 'archive-failed':
			return notify(model, action.error);
	}
};
