import {type ExportFormat, isExportFormat} from './export-format.js';
import {toTemplate} from './name-template.js';

export const unitSystems = ['metric', 'imperial'] as const;
export type Units = (typeof unitSystems)[number];

/** `auto` asks the terminal; `none` uses no colour at all. */
export const themes = ['auto', 'dark', 'light', 'none'] as const;
export type ThemeName = (typeof themes)[number];

/** `ascii` for terminals and fonts that lack the others, and where they come out too wide. */
export const symbolSets = ['unicode', 'ascii'] as const;
export type SymbolSet = (typeof symbolSets)[number];

/** What a backup can keep beside the files that COROS exports. */
export const extras = ['details', 'wellness', 'convert'] as const;
export type Extra = (typeof extras)[number];

/** What a person chooses once. Flags and environment come first, these second. */
export type Settings = {
	/** The archive's folder; missing for `./coros_activities`. */
	readonly folder?: string;
	/** Missing for FIT and TCX. */
	readonly formats?: readonly ExportFormat[];
	/** Missing for none. */
	readonly extras?: readonly Extra[];
	/** How new files are named, a whole template; missing for the way the archive has. */
	readonly nameTemplate?: string;
	/** Files at once, 1 to 32; missing for the default. */
	readonly concurrency?: number;
	readonly units: Units;
	readonly theme: ThemeName;
	readonly symbols: SymbolSet;
	readonly mouse: boolean;
};

export const defaultSettings: Settings = {
	units: 'metric',
	theme: 'auto',
	symbols: 'unicode',
	mouse: true,
};

/** What a backup is asked for, beside formats, where nothing else was said. */
export type BackupWishes = {
	readonly details: boolean;
	readonly wellness: boolean;
	readonly convert: 'missing' | undefined;
	readonly nameTemplate: string | undefined;
};

/** What the settings ask of every backup. */
export const toBackupWishes = ({extras: wanted = [], nameTemplate}: Settings): BackupWishes => ({
	details: wanted.includes('details'),
	wellness: wanted.includes('wellness'),
	convert: wanted.includes('convert') ? 'missing' : undefined,
	nameTemplate,
});

const isOneOf = <Value>(values: readonly Value[], value: unknown): value is Value =>
	values.includes(value as Value);

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads settings, believing nothing: what does not fit is as if never chosen. */
export const readSettings = (stored: Readonly<Record<string, unknown>>): Settings => {
	const {folder, concurrency, units, theme, symbols, mouse} = stored;
	const formats = toList(stored.formats).filter(isExportFormat);
	const wanted = extras.filter((extra) => toList(stored.extras).includes(extra));
	const nameTemplate =
		typeof stored.nameTemplate === 'string' ? toTemplate(stored.nameTemplate) : undefined;
	const isCount = Number.isInteger(concurrency) && Number(concurrency) >= 1;
	return {
		...(typeof folder === 'string' && folder !== '' && {folder}),
		...(formats.length > 0 && {formats}),
		...(wanted.length > 0 && {extras: wanted}),
		...(nameTemplate !== undefined && {nameTemplate}),
		...(isCount && {concurrency: Math.min(32, Number(concurrency))}),
		units: isOneOf(unitSystems, units) ? units : defaultSettings.units,
		theme: isOneOf(themes, theme) ? theme : defaultSettings.theme,
		symbols: isOneOf(symbolSets, symbols) ? symbols : defaultSettings.symbols,
		mouse: typeof mouse === 'boolean' ? mouse : defaultSettings.mouse,
	};
};
