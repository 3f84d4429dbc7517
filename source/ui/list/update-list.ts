import type {ErrorReport} from '../../domain/known-error.js';
import type {ArchiveReading} from '../../services/services.js';
import type {ListAction} from '../action.js';
import type {List, Model} from '../model.js';
import {isSignedOut, openSignIn} from '../sign-in/open-sign-in.js';
import {keepRow, withCursor} from '../table/cursor.js';
import {merge} from './merge.js';

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

const failed = (model: Model, error: ErrorReport): Model =>
	isSignedOut(error) ? openSignIn(model, {reason: error}) : model;

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

// A file that could not be read may be there by now, and rows may be asked for by what is on disk.
const lookInto = (model: Model, {entryOf, unlisted}: ArchiveReading): Model => {
	const recordings = new Map([...model.recordings].filter(([, {kind}]) => kind === 'read'));
	const seen = {...model, recordings, archive: {...model.archive, entryOf, unlisted}};
	return keepRow(model, seen, model.table.cursor);
};

/** What news do to the list and the view of the folder. Pure. */
export const updateList = (model: Model, action: ListAction): Model => {
	switch (action.type) {
		case 'refreshed':
			return model.account ? readAgain(notify(model, undefined), true) : openSignIn(model);
		case 'list-known':
			return change(model, {
				// Before COROS has said anything, all that is shown is the beginning of this very list.
				activities:
					model.list.found === 0
						? action.known.activities
						: merge(action.known.activities, model.list.activities),
				readAt: Date.parse(action.known.listedAt) || undefined,
			});
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
				readAt: model.clock?.at,
			});
		}
		case 'list-failed':
			return failed(notify(change(model, {phase: 'failed'}), action.error), action.error);
		case 'archive-read':
			return lookInto(model, action);
		case 'archive-failed':
			return notify(model, action.error);
	}
};
