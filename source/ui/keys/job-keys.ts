import type {Model} from '../model.js';
import type {Binding} from './binding.js';

const isStopping = ({screen}: Model): boolean => screen.name === 'backup' && screen.job.isStopping;

const stopping = (model: Model): string | undefined => (isStopping(model) ? undefined : 'stop');

const givingUp = ({screen}: Model): string | undefined =>
	screen.name === 'backup' && screen.job.progress.active.length > 0 ? 'give up one' : undefined;

const retrying = ({screen}: Model): string | undefined => {
	if (screen.name !== 'summary') {
		return undefined;
	}

	const {failed, cancelled, error} = screen.job.progress.summary;
	if (cancelled) {
		return 'go on';
	}

	return failed > 0 || error ? 'try again' : undefined;
};

const scrolling = ({screen}: Model): string | undefined =>
	screen.name === 'summary' && screen.job.progress.failures.length > 1 ? 'scroll' : undefined;

/** While downloading, and on the summary afterwards. */
export const jobKeys: readonly Binding[] = [
	{
		layers: ['backup'],
		keys: ['escape'],
		action: {type: 'job-stopped'},
		group: 'Do',
		help: 'stop; what is saved stays',
		hint: {text: stopping, priority: 1},
	},
	{
		layers: ['backup'],
		keys: ['up', 'k'],
		action: {type: 'transfer-moved', by: -1},
		group: 'Move',
		help: 'one file up, down',
	},
	{
		layers: ['backup'],
		keys: ['down', 'j'],
		action: {type: 'transfer-moved', by: 1},
		group: 'Move',
		help: 'one file up, down',
	},
	{
		layers: ['backup'],
		keys: ['x'],
		action: {type: 'transfer-given-up'},
		group: 'Do',
		help: 'give this one file up',
		hint: {text: givingUp, priority: 3},
	},
	{
		layers: ['summary', 'check'],
		keys: ['o'],
		action: {type: 'folder-opened'},
		group: 'Do',
		help: 'open the folder',
		hint: {text: 'open folder', priority: 4},
	},
	{
		layers: ['summary'],
		keys: ['up', 'k'],
		action: {type: 'summary-scrolled', by: -1},
		group: 'Move',
		help: 'scroll the failures',
		hint: {text: scrolling, priority: 3},
	},
	{
		layers: ['summary'],
		keys: ['down', 'j'],
		action: {type: 'summary-scrolled', by: 1},
		group: 'Move',
		help: 'scroll the failures',
		hint: {text: scrolling, priority: 3},
	},
	{
		layers: ['summary'],
		keys: ['r'],
		action: {type: 'job-retried'},
		group: 'Do',
		help: 'fetch what is still missing',
		hint: {text: retrying, priority: 1},
	},
	{
		layers: ['summary'],
		keys: ['enter', 'escape'],
		action: {type: 'summary-left'},
		group: 'Do',
		help: 'back to the table',
		hint: {text: 'back to the table', priority: 2},
	},
];
