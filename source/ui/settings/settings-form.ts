import type {ErrorReport} from '../../domain/known-error.js';
import type {Field} from '../field/field.js';

/** The settings, from top to bottom. */
export const settingNames = [
	'folder',
	'formats',
	'extras',
	'names',
	'concurrency',
	'units',
	'theme',
	'symbols',
	'mouse',
	'account',
] as const;

export type SettingName = (typeof settingNames)[number];

/** Where somebody is in the settings. */
export type SettingsForm = {
	/** Index into the settings. */
	readonly cursor: number;
	/** Index into what can be taken or not: the formats, or the extras. */
	readonly place: number;
	/** The folder or the layout of names, while it is edited. */
	readonly text: Field | undefined;
	/** Why the last change was not saved. */
	readonly failure: ErrorReport | undefined;
};

export const initialForm: SettingsForm = {
	cursor: 0,
	place: 0,
	text: undefined,
	failure: undefined,
};

/** Those of which several can be taken at once. */
export type ListSetting = 'formats' | 'extras';

export const isListSetting = (name: SettingName): name is ListSetting =>
	name === 'formats' || name === 'extras';

/** Those that can be typed. */
export type TextSetting = 'folder' | 'names';

export const isTextSetting = (name: SettingName): name is TextSetting =>
	name === 'folder' || name === 'names';

/** The setting under the cursor. */
export const currentSetting = ({cursor}: SettingsForm): SettingName =>
	settingNames[cursor] ?? 'folder';
