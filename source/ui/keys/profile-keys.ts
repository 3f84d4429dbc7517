import {unnamedProfile} from '../../domain/profile-name.js';
import type {Model} from '../model.js';
import {
	currentProfile,
	isKnownName,
	type Picker,
	shownProfiles,
	typedName,
} from '../profiles/picker.js';
import {currentSetting} from '../settings/settings-form.js';
import type {Binding} from './binding.js';

const list = ['profiles'] as const;
const find = ['profile-find'] as const;
const begin = ['profile-begin'] as const;

const about =
	(text: (picker: Picker, model: Model) => string | undefined) =>
	(model: Model): string | undefined =>
		model.overlay?.name === 'profiles' ? text(model.overlay.picker, model) : undefined;

const hasProfiles = ({profile, hasOthers}: Model): boolean =>
	profile !== unnamedProfile || hasOthers;

const opening = (model: Model): string | undefined => {
	const {screen} = model;
	const isWorthIt =
		screen.name === 'settings' ? currentSetting(screen.form) === 'account' : hasProfiles(model);
	return isWorthIt ? 'profiles' : undefined;
};

const moving = about((picker) => (shownProfiles(picker).length > 1 ? 'move' : undefined));

const choosing = about((picker, {profile}) => {
	const chosen = currentProfile(picker);
	if (!chosen) {
		return undefined;
	}

	return chosen.name === profile ? 'stay here' : 'change to it';
});

const finding = about((picker) => (shownProfiles(picker).length > 1 ? 'find' : undefined));

const beginning = about((_, {isDemo}) => (isDemo ? undefined : 'new'));

const naming = about((picker) => {
	if (typedName(picker) === '') {
		return undefined;
	}

	return isKnownName(picker) ? 'change to it' : 'begin it';
});

/** Choosing a profile from the list, finding one, beginning one, and the question before a change. */
export const profileKeys: readonly Binding[] = [
	{
		layers: ['activities', 'detail', 'check', 'backup', 'summary', 'settings'],
		keys: ['P'],
		action: {type: 'profiles-opened'},
		group: 'App',
		help: 'profiles: another account',
		hint: {text: opening, priority: 7},
	},
	{
		layers: ['sign-in', 'code'],
		keys: ['^p'],
		action: {type: 'profiles-opened'},
		group: 'App',
		help: 'profiles: another account',
		hint: {text: opening, priority: 4},
	},
	{
		layers: [...list, ...find],
		keys: ['up'],
		action: {type: 'profile-moved', by: -1},
		group: 'Move',
		help: 'one profile up, down',
		hint: {text: moving, priority: 2},
	},
	{
		layers: [...list, ...find],
		keys: ['down'],
		action: {type: 'profile-moved', by: 1},
		group: 'Move',
		help: 'one profile up, down',
		hint: {text: moving, priority: 2},
	},
	{
		layers: list,
		keys: ['k'],
		action: {type: 'profile-moved', by: -1},
		group: 'Move',
		help: 'one profile up, down',
	},
	{
		layers: list,
		keys: ['j'],
		action: {type: 'profile-moved', by: 1},
		group: 'Move',
		help: 'one profile up, down',
	},
	{
		layers: [...list, ...find],
		keys: ['pageup'],
		action: {type: 'profile-paged', by: -1},
		group: 'Move',
		help: 'a page up, down',
	},
	{
		layers: [...list, ...find],
		keys: ['pagedown'],
		action: {type: 'profile-paged', by: 1},
		group: 'Move',
		help: 'a page up, down',
	},
	{
		layers: list,
		keys: ['^u'],
		action: {type: 'profile-paged', by: -1},
		group: 'Move',
		help: 'a page up, down',
	},
	{
		layers: list,
		keys: ['^d'],
		action: {type: 'profile-paged', by: 1},
		group: 'Move',
		help: 'a page up, down',
	},
	{
		layers: list,
		keys: ['g', 'home'],
		action: {type: 'profile-jumped', to: 'first'},
		group: 'Move',
		help: 'the first, the last',
	},
	{
		layers: list,
		keys: ['G', 'end'],
		action: {type: 'profile-jumped', to: 'last'},
		group: 'Move',
		help: 'the first, the last',
	},
	{
		layers: [...list, ...find],
		keys: ['enter'],
		action: {type: 'profile-chosen'},
		group: 'Do',
		help: 'change to this profile',
		hint: {text: choosing, priority: 1},
	},
	{
		layers: list,
		keys: ['n'],
		action: {type: 'profile-begin-opened'},
		group: 'Do',
		help: 'begin a new one',
		hint: {text: beginning, priority: 3},
	},
	{
		layers: list,
		keys: ['/'],
		action: {type: 'profile-find-opened'},
		group: 'Find',
		help: 'find by name, account, folder',
		hint: {text: finding, priority: 4},
	},
	{
		layers: list,
		keys: ['escape', 'q', 'P'],
		action: {type: 'profiles-left'},
		group: 'App',
		help: 'close',
		hint: {text: 'close', priority: 5},
	},
	{
		layers: find,
		keys: ['escape'],
		action: {type: 'profiles-left'},
		group: 'App',
		help: 'all of them again',
		hint: {text: 'all again', priority: 3},
	},
	{
		layers: begin,
		keys: ['enter'],
		action: {type: 'profile-chosen'},
		group: 'Do',
		help: 'begin it: sign in',
		hint: {text: naming, priority: 1},
	},
	{
		layers: begin,
		keys: ['escape'],
		action: {type: 'profiles-left'},
		group: 'App',
		help: 'back to the list',
		hint: {text: 'back', priority: 2},
	},
	{
		layers: ['change'],
		keys: ['y', 'enter'],
		action: {type: 'change-confirmed'},
		group: 'App',
		help: 'stop and change',
		hint: {text: 'stop and change', priority: 1},
	},
	{
		layers: ['change'],
		keys: ['n', 'escape', 'q'],
		action: {type: 'overlay-left'},
		group: 'App',
		help: 'go on',
		hint: {text: 'go on', priority: 2},
	},
];
