import {defaultConcurrency} from '../../backup/back-up.js';
import {type ExportFormat, exportFormats} from '../../domain/export-format.js';
import {type Settings, symbolSets, themes, unitSystems} from '../../domain/settings.js';
import type {Model} from '../model.js';
import {clampIndex} from '../scroll.js';
import type {SettingName} from './settings-form.js';

/** The formats of backups from now on. */
export const withFormats = (model: Model, formats: readonly ExportFormat[]): Model => ({
	...model,
	formats,
	settings: {...model.settings, formats},
});

/** Takes a format or leaves it; one always stays. */
export const toggleFormat = (model: Model, index: number): Model => {
	const formats = exportFormats.filter(
		(format, place) => model.formats.includes(format) !== (place === index),
	);
	return formats.length === 0 ? model : withFormats(model, formats);
};

const mostAtOnce = 32;

const turn = <Value>(values: readonly Value[], value: Value, by: 1 | -1): Value =>
	values[(values.indexOf(value) + by + values.length) % values.length] ?? value;

/** The settings after an arrow on one of them; those without values to choose from stay. */
export const changeSetting = (settings: Settings, name: SettingName, by: 1 | -1): Settings => {
	switch (name) {
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

/** The folder as typed; nothing typed is the usual one. */
export const chooseFolder = ({folder: _, ...others}: Settings, typed: string): Settings => {
	const folder = typed.trim();
	return folder === '' ? others : {...others, folder};
};
