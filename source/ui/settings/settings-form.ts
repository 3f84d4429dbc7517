import type {ErrorReport} from '../../domain/known-error.js';
import type {Field} from '../field/field.js';

/** The settings, from top to bottom. */
export const settingNames = [
	'folder',
	'formats',
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
	/** Index into the formats. */
	readonly format: number;
	/** The folder's name while it is edited. */
	readonly folder: Field | undefined;
	/** Why the last change was not saved. */
	readonly failure: ErrorReport | undefined;
};

export const initialForm: SettingsForm = {
	cursor: 0,
	format: 0,
	folder: undefined,
	failure: undefined,
};

/** The setting under the cursor. */
export const currentSetting = ({cursor}: SettingsForm): SettingName =>
	settingNames[cursor] ?? 'folder';
