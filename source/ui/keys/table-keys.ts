import {allActivities} from '../list/all-activities.js';
import type {Model} from '../model.js';
import {hasChips} from '../table/chips.js';
import {shownRows} from '../table/rows.js';
import type {Binding} from './binding.js';

const layers = ['activities'] as const;

const leaving = ({table, notice}: Model): string | undefined => {
	if (table.range) {
		return 'leave range';
	}

	if (table.filter.text !== '') {
		return 'clear filter';
	}

	if (hasChips(table.chips)) {
		return 'show all';
	}

	return notice && 'dismiss';
};

const reading = ({list, account}: Model): string | undefined => {
	if (!account) {
		return 'sign in';
	}

	if (list.phase === 'failed') {
		return 'try again';
	}

	return list.phase === 'ready' && list.activities.length === 0 ? 'read again' : undefined;
};

const hasRows = (model: Model): boolean => allActivities(model).length > 0;

const withRows = (text: string) => (model: Model) => (hasRows(model) ? text : undefined);

const withShown = (text: string) => (model: Model) =>
	shownRows(model).length > 0 ? text : undefined;

const exporting = (model: Model): string | undefined =>
	shownRows(model).length > 0 || model.table.marks.size > 0 ? 'export' : undefined;

const ranging = (model: Model): string | undefined => {
	if (shownRows(model).length === 0) {
		return undefined;
	}

	return model.table.range ? 'end range' : 'range';
};

/** Marking, finding, ordering and doing, in the activities table. */
export const tableKeys: readonly Binding[] = [
	{
		layers,
		keys: ['space'],
		action: {type: 'mark-toggled'},
		group: 'Mark',
		help: 'mark or unmark, and step down',
		hint: {text: withShown('mark'), priority: 2},
	},
	{
		layers,
		keys: ['v'],
		action: {type: 'range-toggled'},
		group: 'Mark',
		help: 'begin a range, end it',
		hint: {text: ranging, priority: 13},
	},
	{
		layers,
		keys: ['shift+up'],
		action: {type: 'range-moved', by: -1},
		group: 'Mark',
		help: 'mark while moving',
	},
	{
		layers,
		keys: ['shift+down'],
		action: {type: 'range-moved', by: 1},
		group: 'Mark',
		help: 'mark while moving',
	},
	{
		layers,
		keys: ['a'],
		action: {type: 'all-marked'},
		group: 'Mark',
		help: 'mark all shown, invert, unmark',
		hint: {text: withShown('mark all'), priority: 14},
	},
	{
		layers,
		keys: ['i'],
		action: {type: 'marks-inverted'},
		group: 'Mark',
		help: 'mark all shown, invert, unmark',
	},
	{
		layers,
		keys: ['u'],
		action: {type: 'all-unmarked'},
		group: 'Mark',
		help: 'mark all shown, invert, unmark',
		hint: {text: ({table}) => (table.marks.size > 0 ? 'unmark all' : undefined), priority: 12},
	},
	{
		layers,
		keys: ['/'],
		action: {type: 'filter-opened'},
		group: 'Find',
		help: 'filter: words, >20km, 2026-05',
		hint: {text: withRows('filter'), priority: 5},
	},
	{
		layers,
		keys: ['s'],
		action: {type: 'sort-advanced'},
		group: 'Order',
		help: 'next column, other direction',
		hint: {text: withShown('order'), priority: 10},
	},
	{
		layers,
		keys: ['S'],
		action: {type: 'sort-reversed'},
		group: 'Order',
		help: 'next column, other direction',
	},
	{
		layers,
		keys: ['e'],
		action: {type: 'export-opened', target: 'chosen'},
		group: 'Do',
		help: 'export the marked, or this one',
		hint: {text: exporting, priority: 3},
	},
	{
		layers,
		keys: ['b'],
		action: {type: 'export-opened', target: 'everything'},
		group: 'Do',
		help: 'back up everything missing',
		hint: {text: withRows('back up'), priority: 4},
	},
	{
		layers,
		keys: ['R'],
		action: {type: 'refreshed'},
		group: 'Do',
		help: 'read the whole list again',
		hint: {text: reading, priority: 0},
	},
	{
		layers,
		keys: ['escape'],
		action: {type: 'table-escaped'},
		group: 'App',
		help: 'leave range, filter, marks',
		hint: {text: leaving, priority: 0},
	},
];
