import type {Model} from '../model.js';
import {shownRows} from '../table/rows.js';
import type {Binding} from './binding.js';

const hint = {
	text: (model: Model) => (shownRows(model).length > 1 ? 'move' : undefined),
	// Arrows are tried before they are read of.
	priority: 9,
};

/** Moving in the table; the keys that type nothing work while a filter is typed, too. */
export const moveKeys: readonly Binding[] = [
	{
		layers: ['activities'],
		keys: ['up', 'k'],
		action: {type: 'moved', by: -1},
		group: 'Move',
		help: 'one row up, down',
		hint,
	},
	{
		layers: ['activities'],
		keys: ['down', 'j'],
		action: {type: 'moved', by: 1},
		group: 'Move',
		help: 'one row up, down',
		hint,
	},
	{
		layers: ['filter'],
		keys: ['up'],
		action: {type: 'moved', by: -1},
		group: 'Move',
		help: 'one row up, down',
		hint: {text: 'move', priority: 3},
	},
	{
		layers: ['filter'],
		keys: ['down'],
		action: {type: 'moved', by: 1},
		group: 'Move',
		help: 'one row up, down',
		hint: {text: 'move', priority: 3},
	},
	{
		layers: ['activities', 'filter'],
		keys: ['pageup'],
		action: {type: 'paged', by: -1, part: 'page'},
		group: 'Move',
		help: 'a page, half a page',
	},
	{
		layers: ['activities', 'filter'],
		keys: ['pagedown'],
		action: {type: 'paged', by: 1, part: 'page'},
		group: 'Move',
		help: 'a page, half a page',
	},
	{
		layers: ['activities'],
		keys: ['^u'],
		action: {type: 'paged', by: -1, part: 'half'},
		group: 'Move',
		help: 'a page, half a page',
	},
	{
		layers: ['activities'],
		keys: ['^d'],
		action: {type: 'paged', by: 1, part: 'half'},
		group: 'Move',
		help: 'a page, half a page',
	},
	{
		layers: ['activities'],
		keys: ['g', 'home'],
		action: {type: 'jumped', to: 'first'},
		group: 'Move',
		help: 'first, last row',
	},
	{
		layers: ['activities'],
		keys: ['G', 'end'],
		action: {type: 'jumped', to: 'last'},
		group: 'Move',
		help: 'first, last row',
	},
];
