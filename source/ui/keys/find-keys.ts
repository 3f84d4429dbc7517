import {dayPresets} from '../../domain/day-preset.js';
import type {Binding} from './binding.js';

const menus = ['sports', 'days'] as const;

/** Choosing what to see from menus. */
export const findKeys: readonly Binding[] = [
	{
		layers: ['activities'],
		keys: ['f'],
		action: {type: 'sports-opened'},
		group: 'Find',
		help: 'choose sports, choose days',
	},
	{
		layers: ['activities'],
		keys: ['d'],
		action: {type: 'days-opened'},
		group: 'Find',
		help: 'choose sports, choose days',
	},
	{
		layers: ['activities'],
		keys: ['N'],
		action: {type: 'new-toggled'},
		group: 'Find',
		help: 'only what is not backed up',
	},
	{
		layers: menus,
		keys: ['up', 'k'],
		action: {type: 'menu-moved', by: -1},
		group: 'Move',
		help: 'one line up, down',
		hint: {text: 'move', priority: 2},
	},
	{
		layers: menus,
		keys: ['down', 'j'],
		action: {type: 'menu-moved', by: 1},
		group: 'Move',
		help: 'one line up, down',
		hint: {text: 'move', priority: 2},
	},
	{
		layers: ['sports'],
		keys: ['enter', 'space'],
		action: {type: 'menu-chosen'},
		group: 'Find',
		help: 'show this sport, or no longer',
		hint: {text: 'choose', priority: 1},
	},
	{
		layers: ['days'],
		keys: ['enter', 'space'],
		action: {type: 'menu-chosen'},
		group: 'Find',
		help: 'show these days',
		hint: {text: 'choose', priority: 1},
	},
	...[undefined, ...dayPresets].map(
		(_, index): Binding => ({
			layers: ['days'],
			keys: [String(index)],
			action: {type: 'menu-chosen', index},
			group: 'Find',
			help: 'show those days',
		}),
	),
	{
		layers: ['sports'],
		keys: ['escape', 'f', 'q'],
		action: {type: 'overlay-left'},
		group: 'App',
		help: 'close',
		hint: {text: 'close', priority: 3},
	},
	{
		layers: ['days'],
		keys: ['escape', 'd', 'q'],
		action: {type: 'overlay-left'},
		group: 'App',
		help: 'close',
		hint: {text: 'close', priority: 3},
	},
];
