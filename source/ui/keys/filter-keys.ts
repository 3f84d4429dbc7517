import type {Binding} from './binding.js';

const layers = ['filter'] as const;

/** While a filter is typed; every other key that types something is part of it. */
export const filterKeys: readonly Binding[] = [
	{
		layers,
		keys: ['enter', 'tab'],
		action: {type: 'filter-kept'},
		group: 'Find',
		help: 'keep it, back to the rows',
		hint: {text: 'to the rows', priority: 1},
	},
	{
		layers,
		keys: ['escape'],
		action: {type: 'table-escaped'},
		group: 'Find',
		help: 'stop typing; again clears it',
		hint: {text: 'stop typing', priority: 2},
	},
	{
		layers,
		keys: ['backspace', 'delete'],
		action: {type: 'filter-erased', unit: 'character'},
		group: 'Find',
		help: 'erase a character',
	},
	{
		layers,
		keys: ['^u'],
		action: {type: 'filter-erased', unit: 'all'},
		group: 'Find',
		help: 'erase everything typed',
		hint: {text: 'erase', priority: 4},
	},
];
