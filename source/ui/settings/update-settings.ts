import type {ErrorReport} from '../../domain/known-error.js';
import type {SettingsAction, SignInAction} from '../action.js';
import {editField, fieldText, toField, typeInto} from '../field/field.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {
	changeSetting,
	chooseText,
	listOf,
	textFault,
	textOf,
	toggleInList,
} from './change-setting.js';
import {
	currentSetting,
	initialForm,
	isListSetting,
	isTextSetting,
	type SettingsForm,
	settingNames,
} from './settings-form.js';
import {signOut} from './sign-out.js';

const stay = (model: Model, form: SettingsForm): Model => ({
	...model,
	screen: {name: 'settings', form},
});

const choose = (model: Model, form: SettingsForm): Model => {
	const name = currentSetting(form);
	if (isTextSetting(name)) {
		return stay(model, {...form, text: toField(textOf(model, name))});
	}

	if (isListSetting(name)) {
		return toggleInList(model, name, form.place);
	}

	if (name === 'account') {
		return model.account ? {...model, overlay: {name: 'sign-out'}} : model;
	}

	return change(model, form, 1);
};

const change = (model: Model, form: SettingsForm, by: 1 | -1): Model => {
	const name = currentSetting(form);
	return isListSetting(name)
		? stay(model, {...form, place: clampIndex(form.place + by, listOf[name].length)})
		: {...model, settings: changeSetting(model.settings, name, by)};
};

const confirmText = (model: Model, form: SettingsForm): Model => {
	const name = currentSetting(form);
	if (!form.text || !isTextSetting(name)) {
		return model;
	}

	const typed = fieldText(form.text);
	const failure = textFault(name, typed);
	return failure
		? stay(model, {...form, failure})
		: stay(
				{...model, settings: chooseText(model.settings, name, typed)},
				{...form, text: undefined, failure: undefined},
			);
};

// The new folder holds other files than the old one.
const lookInto = (model: Model, folder: string): Model =>
	folder === model.folder
		? model
		: {
				...model,
				folder,
				archive: {entryOf: undefined, unlisted: [], reading: model.archive.reading + 1},
			};

const fail = (model: Model, failure: ErrorReport | undefined): Model =>
	model.screen.name === 'settings'
		? stay(model, {...model.screen.form, failure})
		: {...model, notice: failure ?? model.notice};

const updateForm = (
	model: Model,
	form: SettingsForm,
	action: SettingsAction | SignInAction,
): Model => {
	const {text} = form;
	switch (action.type) {
		case 'setting-moved':
			return stay(model, {
				...form,
				cursor: clampIndex(form.cursor + action.by, settingNames.length),
				place: 0,
			});
		case 'setting-changed':
			return change(model, form, action.by);
		case 'setting-chosen':
			return choose(model, form);
		case 'field-typed':
			return text ? stay(model, {...form, text: typeInto(text, action.text)}) : model;
		case 'field-edited':
			return text ? stay(model, {...form, text: editField(text, action.edit)}) : model;
		case 'text-confirmed':
			return confirmText(model, form);
		case 'text-left':
			return stay(model, {...form, text: undefined, failure: undefined});
		case 'settings-left':
			return {...model, screen: {name: 'activities'}};
		case 'sign-out-confirmed':
			return model.overlay?.name === 'sign-out' ? signOut(model) : model;
		default:
			return model;
	}
};

/** What an action does to the settings. Pure. */
export const updateSettings = (model: Model, action: SettingsAction | SignInAction): Model => {
	switch (action.type) {
		case 'settings-opened':
			return model.screen.name === 'activities' ? stay(model, initialForm) : model;
		case 'settings-saved':
			return lookInto(fail(model, undefined), action.folder);
		case 'settings-failed':
			return fail(model, action.error);
		default:
			return model.screen.name === 'settings'
				? updateForm(model, model.screen.form, action)
				: model;
	}
};
