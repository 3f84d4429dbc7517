import type {Action} from './action.js';
import {updateExport} from './export/update-export.js';
import {updateJob} from './job/update-job.js';
import {updateList} from './list/update-list.js';
import type {Model} from './model.js';
import {updateTable} from './table/update-table.js';
import {updateApp} from './update-app.js';

/** The model after an action. Pure: no clock, no network, no files; those report by actions. */
export const update = (model: Model, action: Action): Model => {
	switch (action.type) {
		case 'moved':
		case 'jumped':
		case 'paged':
		case 'range-moved':
		case 'range-toggled':
		case 'mark-toggled':
		case 'all-marked':
		case 'marks-inverted':
		case 'all-unmarked':
		case 'sort-advanced':
		case 'sort-reversed':
		case 'filter-opened':
		case 'filter-typed':
		case 'filter-erased':
		case 'filter-kept':
		case 'table-escaped':
			return updateTable(model, action);
		case 'refreshed':
		case 'list-known':
		case 'list-grew':
		case 'list-read':
		case 'list-failed':
		case 'archive-read':
		case 'archive-failed':
			return updateList(model, action);
		case 'export-opened':
		case 'format-moved':
		case 'format-toggled':
		case 'export-left':
		case 'export-confirmed':
			return updateExport(model, action);
		case 'job-progressed':
		case 'job-finished':
		case 'job-stopped':
		case 'job-retried':
		case 'summary-scrolled':
		case 'summary-left':
			return updateJob(model, action);
		case 'resized':
		case 'redrawn':
		case 'help-opened':
		case 'help-scrolled':
		case 'overlay-left':
		case 'quit-asked':
		case 'quit-confirmed':
		case 'interrupted':
		case 'terminated':
			return updateApp(model, action);
	}
};
