import {helpHeight} from '../layout.js';
import type {Model} from '../model.js';
import type {Binding} from './binding.js';
import {helpedLayers, layers} from './layer.js';

const interrupting = ({screen}: Model): string | undefined => {
	if (screen.name !== 'backup') {
		return undefined;
	}

	return screen.job.isStopping ? 'quit now' : undefined;
};

const scrolling = ({help, size}: Model): string | undefined =>
	help && help.lines > helpHeight(size) ? 'scroll' : undefined;

/** Help, quitting and the keys that work everywhere. */
export const appKeys: readonly Binding[] = [
	{
		layers: helpedLayers,
		keys: ['?'],
		action: {type: 'help-opened'},
		group: 'App',
		help: 'these keys',
		hint: {text: 'help', priority: -1, isLast: true},
	},
	{
		layers: ['activities', 'detail', 'check', 'backup', 'summary', 'settings', 'small'],
		keys: ['q'],
		action: {type: 'quit-asked'},
		group: 'App',
		help: 'quit; asks while a backup runs',
		hint: {text: 'quit', priority: 8, isLast: true},
	},
	{
		layers: ['help'],
		keys: ['up', 'k'],
		action: {type: 'help-scrolled', by: -1, part: 'line'},
		group: 'Move',
		help: 'scroll',
		hint: {text: scrolling, priority: 2},
	},
	{
		layers: ['help'],
		keys: ['down', 'j'],
		action: {type: 'help-scrolled', by: 1, part: 'line'},
		group: 'Move',
		help: 'scroll',
		hint: {text: scrolling, priority: 2},
	},
	{
		layers: ['help'],
		keys: ['pageup', '^u'],
		action: {type: 'help-scrolled', by: -1, part: 'page'},
		group: 'Move',
		help: 'a page',
	},
	{
		layers: ['help'],
		keys: ['pagedown', '^d'],
		action: {type: 'help-scrolled', by: 1, part: 'page'},
		group: 'Move',
		help: 'a page',
	},
	{
		layers: ['help'],
		keys: ['escape', 'q', '?', 'enter'],
		action: {type: 'help-left'},
		group: 'App',
		help: 'close',
		hint: {text: 'close', priority: 1},
	},
	{
		layers: ['quit'],
		keys: ['y', 'enter'],
		action: {type: 'quit-confirmed'},
		group: 'App',
		help: 'stop and quit',
		hint: {text: 'stop and quit', priority: 1},
	},
	{
		layers: ['quit'],
		keys: ['n', 'escape', 'q'],
		action: {type: 'overlay-left'},
		group: 'App',
		help: 'go on',
		hint: {text: 'go on', priority: 2},
	},
	{
		layers,
		keys: ['^c'],
		action: {type: 'interrupted'},
		group: 'App',
		help: 'quit; stops what runs first',
		hint: {text: interrupting, priority: 1},
	},
	{
		layers: ['crash'],
		keys: ['r', 'enter'],
		action: {type: 'revived'},
		group: 'App',
		help: 'try to draw it again',
		hint: {text: 'try again', priority: 1},
	},
	{
		layers: ['crash'],
		keys: ['q'],
		action: {type: 'quit-confirmed'},
		group: 'App',
		help: 'quit',
		hint: {text: 'quit', priority: 2},
	},
	{
		layers,
		keys: ['^z'],
		action: {type: 'suspended'},
		group: 'App',
		help: 'to the shell; fg comes back',
	},
	{
		layers,
		keys: ['^l'],
		action: {type: 'redrawn'},
		group: 'App',
		help: 'draw the screen anew',
	},
];
