import {exportFormats} from '../../domain/export-format.js';
import type {ErrorReport} from '../../domain/known-error.js';
import type {SettingsAction, SignInAction} from '../action.js';
import {editField, fieldText, toField, typeInto} from '../field/field.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import {changeSetting, chooseFolder, toggleFormat} from './change-setting.js';
import {currentSetting, initialForm, type SettingsForm, settingNames} from './settings-form.js';
import {signOut} from './sign-out.js';

const stay = (model: Model, form: SettingsForm): Model => ({
	...model,
	screen: {name: 'settings', form},
});

const choose = (model: Model, form: SettingsForm): Model => {
	switch (currentSetting(form)) {
		case 'folder':
			return stay(model, {...form, folder: toField(model.settings.folder ?? model.folder)});
		case 'formats':
			return toggleFormat(model, form.format);
		case 'account':
			return model.account ? {...model, overlay: {name: 'sign-out'}} : model;
		default:
			return change(model, form, 1);
	}
};

const change = (model: Model, form: SettingsForm, by: 1 | -1): Model => {
	const name = currentSetting(form);
	return name === 'formats'
		? stay(model, {...form, format: clampIndex(form.format + by, exportFormats.length)})
		: {...model, settings: changeSetting(model.settings, name, by)};
};

const confirmFolder = (model: Model, {folder, ...form}: SettingsForm): Model =>
	folder
		? stay(
				{...model, settings: chooseFolder(model.settings, fieldText(folder))},
				{...form, folder: undefined},
			)
		: model;

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
	const {folder} = form;
	switch (action.type) {
		case 'setting-moved':
			return stay(model, {
				...form,
				cursor: clampIndex(form.cursor + action.by, settingNames.length),
			});
		case 'setting-changed':
			return change(model, form, action.by);
		case 'setting-chosen':
			return choose(model, form);
		case 'field-typed':
			return folder ? stay(model, {...form, folder: typeInto(folder, action.text)}) : model;
		case 'field-edited':
			return folder ? stay(model, {...form, folder: editField(folder, action.edit)}) : model;
		case 'folder-confirmed':
			return confirmFolder(model, form);
		case 'folder-left':
			return stay(model, {...form, folder: undefined});
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
