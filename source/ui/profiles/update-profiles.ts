import {profileNameFault, unnamedProfile} from '../../domain/profile-name.js';
import {usualFolder} from '../../domain/usual-folder.js';
import type {FieldAction, ProfilesAction} from '../action.js';
import {endWith} from '../ending.js';
import {editField, fieldText, toField, typeInto} from '../field/field.js';
import {stopJob} from '../job/stop-job.js';
import {pickerHeight} from '../layout.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {
	currentProfile,
	emptyPicker,
	type Picker,
	type PickerText,
	type ProfileEntry,
	shownProfiles,
	typedName,
} from './picker.js';

const stay = (model: Model, picker: Picker): Model => ({
	...model,
	overlay: {name: 'profiles', picker},
});

/** The app goes on with a profile: at once, or when somebody has agreed to stop a backup for it. */
const changeTo = (model: Model, name: string): Model => {
	if (name === model.profile) {
		return {...model, overlay: undefined};
	}

	return model.screen.name === 'backup'
		? {...model, overlay: {name: 'change', to: name}}
		: endWith(model, 0, name);
};

const move = (model: Model, picker: Picker, to: number): Model =>
	stay(model, {...picker, cursor: clampIndex(to, shownProfiles(picker).length)});

const begin = (model: Model, picker: Picker, name: string): Model => {
	const fault = profileNameFault(name);
	if (fault === undefined) {
		return changeTo(model, name);
	}

	const message = `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`;
	return stay(model, {...picker, failure: {code: 'usage', message, hint: ''}});
};

const choose = (model: Model, picker: Picker): Model => {
	const typed = typedName(picker);
	if (typed !== undefined) {
		return typed === '' ? model : begin(model, picker, typed);
	}

	const chosen = currentProfile(picker);
	return chosen ? changeTo(model, chosen.name) : model;
};

const openText = (model: Model, picker: Picker, purpose: PickerText['purpose']): Model =>
	model.isDemo ? model : stay(model, {...picker, text: {purpose, field: toField()}});

const typeText = (model: Model, picker: Picker, action: FieldAction): Model => {
	const {text} = picker;
	if (!text) {
		return model;
	}

	const field =
		action.type === 'field-typed'
			? typeInto(text.field, action.text)
			: editField(text.field, action.edit);
	const isOther = fieldText(field) !== fieldText(text.field);
	const cursor = isOther && text.purpose === 'find' ? 0 : picker.cursor;
	return stay(model, {...picker, text: {...text, field}, cursor, failure: undefined});
};

// What was looked for goes, and the cursor stays on what was found.
const leave = (model: Model, picker: Picker): Model => {
	if (!picker.text) {
		return {...model, overlay: undefined};
	}

	const found = currentProfile(picker)?.name;
	const cursor = picker.entries?.findIndex(({name}) => name === found) ?? 0;
	return stay(model, {
		...picker,
		text: undefined,
		failure: undefined,
		cursor: Math.max(0, cursor),
	});
};

const unnamed: ProfileEntry = {
	name: unnamedProfile,
	account: undefined,
	folder: usualFolder(undefined),
};

/** The profile in use and the one without a name have their places also where nobody has used them yet. */
const withOwn = (
	{profile, account, folder}: Model,
	profiles: readonly ProfileEntry[],
): readonly ProfileEntry[] => {
	const own = {name: profile, account, folder};
	const all = new Map([unnamed, ...profiles, own].map((entry) => [entry.name, entry]));
	const [first = own, ...named] = [...all.values()];
	return [first, ...named.sort((a, b) => (a.name < b.name ? -1 : 1))];
};

const read = (model: Model, picker: Picker, profiles: readonly ProfileEntry[]): Model => {
	const entries = withOwn(model, profiles);
	const cursor = entries.findIndex(({name}) => name === model.profile);
	return stay(model, {...picker, entries, cursor});
};

const updatePicker = (model: Model, picker: Picker, action: ProfilesAction): Model => {
	switch (action.type) {
		case 'profiles-read':
			return read(model, picker, action.profiles);
		case 'profiles-failed':
			return stay(model, {...picker, entries: [], failure: action.error});
		case 'last-backups-read':
			return stay(model, {...picker, lastBackups: action.lastBackups});
		case 'profile-moved':
			return move(model, picker, picker.cursor + action.by);
		case 'profile-paged':
			return move(
				model,
				picker,
				picker.cursor + action.by * Math.max(1, pickerHeight(model.size) - 1),
			);
		case 'profile-jumped':
			return move(model, picker, action.to === 'first' ? 0 : shownProfiles(picker).length - 1);
		case 'profile-chosen':
			return choose(model, picker);
		case 'profile-find-opened':
			return openText(model, picker, 'find');
		case 'profile-begin-opened':
			return openText(model, picker, 'begin');
		case 'profiles-left':
			return leave(model, picker);
		default:
			return model;
	}
};

/** What an action does to the choice of a profile. Pure. */
export const updateProfiles = (model: Model, action: ProfilesAction | FieldAction): Model => {
	const {overlay} = model;
	if (action.type === 'profiles-opened') {
		// The demo has one made-up account; there is nothing to read.
		return stay(model, model.isDemo ? {...emptyPicker, entries: []} : emptyPicker);
	}

	if (action.type === 'change-confirmed') {
		return overlay?.name === 'change' ? stopJob(model, {next: overlay.to}) : model;
	}

	if (overlay?.name !== 'profiles') {
		return model;
	}

	return action.type === 'field-typed' || action.type === 'field-edited'
		? typeText(model, overlay.picker, action)
		: updatePicker(model, overlay.picker, action);
};
