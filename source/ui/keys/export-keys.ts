import {exportFormats} from '../../domain/export-format.js';
import type {Model} from '../model.js';
import type {Binding} from './binding.js';

const layers = ['export'] as const;

const starting = ({screen}: Model): string | undefined =>
	screen.name === 'export' && screen.choice.formats.size > 0 ? 'start' : undefined;

/** In the export dialog. */
export const exportKeys: readonly Binding[] = [
	{
		layers,
		keys: ['up', 'k'],
		action: {type: 'format-moved', by: -1},
		group: 'Move',
		help: 'one format up, down',
	},
	{
		layers,
		keys: ['down', 'j'],
		action: {type: 'format-moved', by: 1},
		group: 'Move',
		help: 'one format up, down',
	},
	{
		layers,
		keys: ['space'],
		action: {type: 'format-toggled'},
		group: 'Mark',
		help: 'take this format or not',
		hint: {text: 'choose', priority: 2},
	},
	...exportFormats.map(
		(_, index): Binding => ({
			layers,
			keys: [String(index + 1)],
			action: {type: 'format-toggled', index},
			group: 'Mark',
			help: 'take that format or not',
		}),
	),
	{
		layers,
		keys: ['enter'],
		action: {type: 'export-confirmed'},
		group: 'Do',
		help: 'start',
		hint: {text: starting, priority: 1},
	},
	{
		layers,
		keys: ['escape'],
		action: {type: 'export-left'},
		group: 'App',
		help: 'back to the table',
		hint: {text: 'back', priority: 3},
	},
];
