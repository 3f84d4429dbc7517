import {defaultConcurrency} from '../../backup/back-up-options.js';
import {type ExportFormat, exportFormats} from '../../domain/export-format.js';
import type {ErrorReport} from '../../domain/known-error.js';
import {
	defaultTemplate,
	namePresets,
	templateFault,
	toTemplate,
} from '../../domain/name-template.js';
import {extras, type Settings, symbolSets, themes, unitSystems} from '../../domain/settings.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import type {ListSetting, SettingName, TextSetting} from './settings-form.js';

/** The formats of backups from now on. */
export const withFormats = (model: Model, formats: readonly ExportFormat[]): Model => ({
	...model,
	formats,
	settings: {...model.settings, formats},
});

/** All that can be taken or not, in its order. */
export const listOf = {formats: exportFormats, extras} as const satisfies Record<
	ListSetting,
	readonly string[]
>;

/** Those of `all` that are taken once the one at an index is taken, or left. */
const toggle = <Value>(
	all: readonly Value[],
	taken: readonly Value[],
	index: number,
): readonly Value[] => all.filter((value, place) => taken.includes(value) !== (place === index));

/** Takes one of a list or leaves it; one format always stays. */
export const toggleInList = (model: Model, name: ListSetting, index: number): Model => {
	if (name === 'formats') {
		const formats = toggle(exportFormats, model.formats, index);
		return formats.length === 0 ? model : withFormats(model, formats);
	}

	const {extras: taken = [], ...others} = model.settings;
	return {...model, settings: {...others, extras: toggle(extras, taken, index)}};
};

const mostAtOnce = 32;

const turn = <Value>(values: readonly Value[], value: Value, by: 1 | -1): Value =>
	values[(values.indexOf(value) + by + values.length) % values.length] as Value;

/** The archive's own way, the presets, and what was written by hand. */
const turnNames = ({nameTemplate, ...others}: Settings, by: 1 | -1): Settings => {
	const ways = new Set([undefined, ...Object.values(namePresets), nameTemplate]);
	const next = turn([...ways], nameTemplate, by);
	return next === undefined ? others : {...others, nameTemplate: next};
};

/** The settings after an arrow on one of them; those without values to choose from stay. */
export const changeSetting = (settings: Settings, name: SettingName, by: 1 | -1): Settings => {
	switch (name) {
		case 'names':
			return turnNames(settings, by);
		case 'concurrency': {
			const chosen = (settings.concurrency ?? defaultConcurrency) + by;
			return {...settings, concurrency: 1 + clampIndex(chosen - 1, mostAtOnce)};
		}
		case 'units':
			return {...settings, units: turn(unitSystems, settings.units, by)};
		case 'theme':
			return {...settings, theme: turn(themes, settings.theme, by)};
		case 'symbols':
			return {...settings, symbols: turn(symbolSets, settings.symbols, by)};
		case 'mouse':
			return {...settings, mouse: !settings.mouse};
		default:
			return settings;
	}
};

/** What is edited: as it was chosen, or as it is without a choice. */
export const textOf = ({settings, folder}: Model, name: TextSetting): string =>
	name === 'folder' ? (settings.folder ?? folder) : (settings.nameTemplate ?? defaultTemplate);

const chooseFolder = ({folder: _, ...others}: Settings, folder: string): Settings =>
	folder === '' ? others : {...others, folder};

const chooseNames = ({nameTemplate: _, ...others}: Settings, text: string): Settings => {
	const nameTemplate = toTemplate(text);
	return nameTemplate === undefined ? others : {...others, nameTemplate};
};

/** A setting as typed; nothing typed is the usual one. */
export const chooseText = (settings: Settings, name: TextSetting, typed: string): Settings =>
	(name === 'folder' ? chooseFolder : chooseNames)(settings, typed.trim());

/** Why what was typed cannot be chosen; undefined where it can. */
export const textFault = (name: TextSetting, typed: string): ErrorReport | undefined => {
	const text = typed.trim();
	const fault = name === 'names' && text !== '' && !toTemplate(text) && templateFault(text);
	return fault
		? {code: 'usage', message: `That names no files: ${fault}.`, hint: 'Esc leaves it as it was.'}
		: undefined;
};
