import {canRepair, isRunning} from '../check/check.js';
import type {Model} from '../model.js';
import type {Binding} from './binding.js';

const layers = ['check'] as const;

const leaving = ({screen}: Model): string | undefined => {
	if (screen.name !== 'check' || screen.check.isStopping) {
		return undefined;
	}

	return isRunning(screen.check) ? 'stop' : 'back';
};

const mending = ({screen}: Model): string | undefined =>
	screen.name === 'check' && canRepair(screen.check) ? 'fetch anew' : undefined;

const scrolling = ({screen}: Model): string | undefined =>
	screen.name === 'check' && screen.check.progress.problems.length > 1 ? 'scroll' : undefined;

/** While files are checked, and after. */
export const checkKeys: readonly Binding[] = [
	{
		layers: ['activities'],
		keys: ['V'],
		action: {type: 'check-opened'},
		group: 'Do',
		help: 'check every file on disk',
	},
	{
		layers,
		keys: ['r'],
		action: {type: 'repair-asked'},
		group: 'Do',
		help: 'fetch anew what is bad',
		hint: {text: mending, priority: 0},
	},
	{
		layers,
		keys: ['up', 'k'],
		action: {type: 'check-scrolled', by: -1},
		group: 'Move',
		help: 'scroll',
		hint: {text: scrolling, priority: 3},
	},
	{
		layers,
		keys: ['down', 'j'],
		action: {type: 'check-scrolled', by: 1},
		group: 'Move',
		help: 'scroll',
		hint: {text: scrolling, priority: 3},
	},
	{
		layers,
		keys: ['escape', 'enter'],
		action: {type: 'check-left'},
		group: 'App',
		help: 'stop; back to the table',
		hint: {text: leaving, priority: 1},
	},
];
