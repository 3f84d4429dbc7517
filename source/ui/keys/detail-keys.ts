import {seenActivity} from '../detail/seen.js';
import {canFetch, recordingState} from '../detail/wanted.js';
import type {Model} from '../model.js';
import {shownRows} from '../table/rows.js';
import type {Binding} from './binding.js';

const layers = ['detail'] as const;

const fetching = (model: Model): string | undefined => {
	const seen = seenActivity(model);
	return seen && canFetch(model, seen) ? 'fetch FIT' : undefined;
};

const stepping = (model: Model): string | undefined =>
	shownRows(model).length > 1 ? 'next, previous' : undefined;

const turning = (model: Model): string | undefined => {
	const seen = seenActivity(model);
	const state = seen && recordingState(model, seen);
	if (state?.kind !== 'read' || !state.recording.overDistance) {
		return undefined;
	}

	return model.table.axis === 'time' ? 'by distance' : 'by time';
};

const scrolling = (model: Model): string | undefined => {
	const seen = seenActivity(model);
	const state = seen && recordingState(model, seen);
	return state?.kind === 'read' && state.recording.laps.length > 1 ? 'laps' : undefined;
};

/** In the detail of one activity. */
export const detailKeys: readonly Binding[] = [
	{
		layers,
		keys: ['n', 'right'],
		action: {type: 'detail-stepped', by: 1},
		group: 'Move',
		help: 'next activity, previous',
		hint: {text: stepping, priority: 2},
	},
	{
		layers,
		keys: ['p', 'left'],
		action: {type: 'detail-stepped', by: -1},
		group: 'Move',
		help: 'next activity, previous',
		hint: {text: stepping, priority: 2},
	},
	{
		layers,
		keys: ['up', 'k'],
		action: {type: 'laps-scrolled', by: -1},
		group: 'Move',
		help: 'scroll the laps',
		hint: {text: scrolling, priority: 3},
	},
	{
		layers,
		keys: ['down', 'j'],
		action: {type: 'laps-scrolled', by: 1},
		group: 'Move',
		help: 'scroll the laps',
		hint: {text: scrolling, priority: 3},
	},
	{
		layers,
		keys: ['x'],
		action: {type: 'axis-turned'},
		group: 'Do',
		help: 'charts by distance, by time',
		hint: {text: turning, priority: 4},
	},
	{
		layers,
		keys: ['f'],
		action: {type: 'fit-wanted'},
		group: 'Do',
		help: 'fetch its FIT file',
		hint: {text: fetching, priority: 0},
	},
	{
		layers,
		keys: ['escape', 'enter'],
		action: {type: 'detail-left'},
		group: 'App',
		help: 'back to the table',
		hint: {text: 'back', priority: 1},
	},
];
