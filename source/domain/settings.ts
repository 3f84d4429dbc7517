import {type ExportFormat, isExportFormat} from './export-format.js';

export const unitSystems = ['metric', 'imperial'] as const;
export type Units = (typeof unitSystems)[number];

/** `auto` asks the terminal; `none` uses no colour at all. */
export const themes = ['auto', 'dark', 'light', 'none'] as const;
export type ThemeName = (typeof themes)[number];

/** `ascii` for terminals and fonts that lack the others, and where they come out too wide. */
export const symbolSets = ['unicode', 'ascii'] as const;
export type SymbolSet = (typeof symbolSets)[number];

/** What a person chooses once. Flags and environment come first, these second. */
export type Settings = {
	/** The archive's folder; missing for `./coros_activities`. */
	readonly folder?: string;
	/** Missing for FIT and TCX. */
	readonly formats?: readonly ExportFormat[];
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

const isOneOf = <Value>(values: readonly Value[], value: unknown): value is Value =>
	values.includes(value as Value);

/** Reads settings, believing nothing: what does not fit is as if never chosen. */
export const readSettings = (stored: Readonly<Record<string, unknown>>): Settings => {
	const {folder, concurrency, units, theme, symbols, mouse} = stored;
	const formats = Array.isArray(stored.formats) ? stored.formats.filter(isExportFormat) : [];
	const isCount = Number.isInteger(concurrency) && Number(concurrency) >= 1;
	return {
		...(typeof folder === 'string' && folder !== '' && {folder}),
		...(formats.length > 0 && {formats}),
		...(isCount && {concurrency: Math.min(32, Number(concurrency))}),
		units: isOneOf(unitSystems, units) ? units : defaultSettings.units,
		theme: isOneOf(themes, theme) ? theme : defaultSettings.theme,
		symbols: isOneOf(symbolSets, symbols) ? symbols : defaultSettings.symbols,
		mouse: typeof mouse === 'boolean' ? mouse : defaultSettings.mouse,
	};
};
