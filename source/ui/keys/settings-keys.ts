import type {Model} from '../model.js';
import {currentSetting, isListSetting, type SettingName} from '../settings/settings-form.js';
import type {Binding} from './binding.js';

const layers = ['settings'] as const;

const choosing: {readonly [Name in SettingName]?: string} = {
	folder: 'edit',
	formats: 'take or not',
	extras: 'take or not',
	names: 'edit',
	account: 'sign out',
};

const about =
	(text: (name: SettingName, model: Model) => string | undefined) =>
	(model: Model): string | undefined =>
		model.screen.name === 'settings' ? text(currentSetting(model.screen.form), model) : undefined;

const changing = about((name) => {
	if (isListSetting(name)) {
		return name === 'formats' ? 'format' : 'next';
	}

	return name === 'folder' || name === 'account' ? undefined : 'change';
});

const entering = about((name, {account}) =>
	name === 'account' && !account ? undefined : choosing[name],
);

/** The settings, one of them while it is typed, and the question before signing out. */
export const settingsKeys: readonly Binding[] = [
	{
		layers: ['activities'],
		keys: [','],
		action: {type: 'settings-opened'},
		group: 'App',
		help: 'settings',
	},
	{
		layers,
		keys: ['up', 'k'],
		action: {type: 'setting-moved', by: -1},
		group: 'Move',
		help: 'one setting up, down',
		hint: {text: 'move', priority: 4},
	},
	{
		layers,
		keys: ['down', 'j'],
		action: {type: 'setting-moved', by: 1},
		group: 'Move',
		help: 'one setting up, down',
		hint: {text: 'move', priority: 4},
	},
	{
		layers,
		keys: ['left', 'h'],
		action: {type: 'setting-changed', by: -1},
		group: 'Do',
		help: 'change it',
		hint: {text: changing, priority: 1},
	},
	{
		layers,
		keys: ['right', 'l'],
		action: {type: 'setting-changed', by: 1},
		group: 'Do',
		help: 'change it',
		hint: {text: changing, priority: 1},
	},
	{
		layers,
		keys: ['enter', 'space'],
		action: {type: 'setting-chosen'},
		group: 'Do',
		help: 'edit, take or change it',
		hint: {text: entering, priority: 2},
	},
	{
		layers,
		keys: ['escape', ','],
		action: {type: 'settings-left'},
		group: 'App',
		help: 'back to the table',
		hint: {text: 'back', priority: 3},
	},
	{
		layers: ['setting'],
		keys: ['enter'],
		action: {type: 'text-confirmed'},
		group: 'Do',
		help: 'take what is typed',
		hint: {text: 'take it', priority: 1},
	},
	{
		layers: ['setting'],
		keys: ['escape'],
		action: {type: 'text-left'},
		group: 'App',
		help: 'leave it as it was',
		hint: {text: 'leave it', priority: 2},
	},
	{
		layers: ['sign-out'],
		keys: ['y', 'enter'],
		action: {type: 'sign-out-confirmed'},
		group: 'App',
		help: 'sign out',
		hint: {text: 'sign out', priority: 1},
	},
	{
		layers: ['sign-out'],
		keys: ['n', 'escape', 'q'],
		action: {type: 'overlay-left'},
		group: 'App',
		help: 'stay signed in',
		hint: {text: 'stay', priority: 2},
	},
];
