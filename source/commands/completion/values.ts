import {convertFormats} from '../../convert/convert-format.js';
import {exportFormats} from '../../domain/export-format.js';
import {namePresets} from '../../domain/name-template.js';
import {regions} from '../../domain/region.js';
import {knownSports} from '../../domain/sport.js';

/** What a shell offers as a value. */
export type Values =
	| {readonly kind: 'folder'}
	| {
			readonly kind: 'words';
			readonly words: readonly string[];
			/** Several may be given, with commas between. */
			readonly isList: boolean;
	  };

export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

const words = (list: readonly string[], isList = false): Values => ({
	kind: 'words',
	words: [...new Set(list)],
	isList,
});

/**
 * The values of flags and arguments, as far as there is a set of them; `backup from` is the flag
 * of one command alone.
 */
const values: Readonly<Record<string, Values>> = {
	'backup-dir': {kind: 'folder'},
	'config-dir': {kind: 'folder'},
	format: words([...exportFormats, 'all'], true),
	region: words(['auto', ...regions]),
	sport: words(
		knownSports.flatMap(([, {key, family}]) => [key, family]),
		true,
	),
	'completion shell': words(shells),
	'convert to': words([...convertFormats, 'all'], true),
	'name-template': words(Object.keys(namePresets)),
	'backup convert': words(['missing']),
	'export convert': words(['missing']),
	'convert output': {kind: 'folder'},
};

/** Every name in the table, for a test to hold against the command line. */
export const namesWithValues = Object.keys(values);

/** The values of a flag or an argument, which a command may have otherwise than the others. */
export const valuesOf = (command: string, name: string): Values | undefined =>
	values[`${command} ${name}`] ?? values[name];
