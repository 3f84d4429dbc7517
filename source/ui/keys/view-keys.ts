import {smallestWithPreview} from '../layout.js';
import type {Model} from '../model.js';
import {shownRows} from '../table/rows.js';
import type {Binding} from './binding.js';

const layers = ['activities'] as const;

const opening = (model: Model): string | undefined =>
	shownRows(model).length > 0 ? 'detail' : undefined;

const previewing = (model: Model): string | undefined => {
	if (model.size.columns < smallestWithPreview || shownRows(model).length === 0) {
		return undefined;
	}

	return model.table.isPreview ? 'hide' : 'preview';
};

/** How the table is seen: order by number, columns, one activity closely. */
export const viewKeys: readonly Binding[] = [
	...Array.from(
		{length: 9},
		(_, index): Binding => ({
			layers,
			keys: [String(index + 1)],
			action: {type: 'sort-chosen', column: index + 1},
			group: 'Order',
			help: 'by that column, again reverses',
		}),
	),
	{
		layers,
		keys: ['+', '='],
		action: {type: 'columns-changed', by: 1},
		group: 'Order',
		help: 'more columns, fewer',
	},
	{
		layers,
		keys: ['-'],
		action: {type: 'columns-changed', by: -1},
		group: 'Order',
		help: 'more columns, fewer',
	},
	{
		layers,
		keys: ['p'],
		action: {type: 'preview-toggled'},
		group: 'Do',
		help: 'preview beside a wide table',
		hint: {text: previewing, priority: 11},
	},
	{
		layers,
		keys: ['enter'],
		action: {type: 'detail-opened'},
		group: 'Do',
		help: 'all about this activity',
		hint: {text: opening, priority: 6},
	},
];
