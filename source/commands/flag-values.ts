import {homedir} from 'node:os';
import {type ConvertFormat, convertFormats, isConvertFormat} from '../convert/convert-format.js';
import {type ExportFormat, exportFormats, isExportFormat} from '../domain/export-format.js';
import {KnownError} from '../domain/known-error.js';
import {isDay} from '../domain/local-time.js';
import {namePresets, templateFault, toTemplate} from '../domain/name-template.js';
import {toProfileName} from '../domain/profile-name.js';
import {isRegion, regions} from '../domain/region.js';
import {type Shell, shells} from './completion/values.js';
import type {Flags} from './flags.js';

/** A fault in the command line, with what would be right. */
export const usage = (detail: string): KnownError => new KnownError('usage', {detail});

/** A flag that takes several: repeated, with commas, or both. */
export const toList = (value: unknown): string[] =>
	(value === undefined ? [] : [value].flat())
		.flatMap((part) => String(part).split(','))
		.map((part) => part.trim())
		.filter((part) => part !== '');

/** The last value given; an empty one is none. */
export const toText = (value: unknown): string | undefined => {
	const last = Array.isArray(value) ? value.at(-1) : value;
	return last === undefined || last === '' ? undefined : String(last);
};

/** `--format`; undefined where nobody chose. */
export const toFormats = (value: unknown): readonly ExportFormat[] | undefined => {
	const words = toList(value).map((word) => word.toLowerCase());
	if (words.length === 0) {
		return undefined;
	}

	const unknown = words.find((word) => word !== 'all' && !isExportFormat(word));
	if (unknown !== undefined) {
		throw usage(`--format knows ${exportFormats.join(', ')} and all, not ${unknown}`);
	}

	return exportFormats.filter((format) => words.includes('all') || words.includes(format));
};

/** `convert --to`; has to be given. */
export const toConvertFormats = (value: unknown): readonly ConvertFormat[] => {
	const words = toList(value).map((word) => word.toLowerCase());
	const unknown = words.find((word) => word !== 'all' && !isConvertFormat(word));
	if (words.length === 0 || unknown !== undefined) {
		const known = `${convertFormats.join(', ')} and all`;
		throw usage(
			unknown === undefined
				? `convert needs --to with one or more of ${known}`
				: `--to knows ${known}, not ${unknown}`,
		);
	}

	return convertFormats.filter((format) => words.includes('all') || words.includes(format));
};

/** `backup --convert missing`, and `none` where the settings say otherwise. */
export const toConvertMissing = (value: unknown): boolean | undefined => {
	const text = toText(value);
	if (text !== undefined && text !== 'missing' && text !== 'none') {
		throw usage(`--convert knows missing and none, not ${text}`);
	}

	return text === undefined ? undefined : text === 'missing';
};

/** `--name-template`: a preset or a template of one's own. */
export const toNameTemplate = (value: unknown): string | undefined => {
	const given = toText(value);
	const template = given === undefined ? undefined : toTemplate(given);
	if (given !== undefined && template === undefined) {
		const presets = Object.keys(namePresets).join(', ');
		throw usage(
			/[{}/]/.test(given)
				? `--name-template ${given}: ${templateFault(given)}`
				: `--name-template takes ${presets} or a template such as {year}/{date}_{id}, not ${given}`,
		);
	}

	return template;
};

/** A day such as `2026-05-01`. */
export const toDay = (name: string, value: unknown): string | undefined => {
	const day = toText(value);
	if (day !== undefined && !isDay(day)) {
		throw usage(`--${name} takes a day such as 2026-05-01, not ${day}`);
	}

	return day;
};

/** A whole number between two bounds. */
export const toWhole = (
	name: string,
	value: unknown,
	least: number,
	most: number,
): number | undefined => {
	const text = toText(value);
	if (text === undefined) {
		return undefined;
	}

	const number = Number(text);
	if (!Number.isInteger(number) || number < least || number > most) {
		throw usage(`--${name} takes a whole number from ${least} to ${most}, not ${text}`);
	}

	return number;
};

/** `--region`. */
export const toRegion = (value: unknown): Flags['region'] => {
	const region = toText(value)?.toLowerCase() ?? 'auto';
	if (region !== 'auto' && !isRegion(region)) {
		throw usage(`--region knows auto, ${regions.join(', ')}, not ${region}`);
	}

	return region;
};

/** A folder, with a leading `~` for the home folder. */
export const toFolder = (value: unknown): string | undefined => {
	const folder = toText(value);
	return folder?.replace(/^~(?=$|[/\\])/, () => homedir());
};

/** `--profile`; undefined for the account without a name. */
export const toProfile = (value: unknown): string | undefined => {
	const name = toText(value);
	return name === undefined ? undefined : toProfileName(name);
};

/** Activity ids; undefined where none were given. */
export const toIds = (value: unknown): ReadonlySet<string> | undefined => {
	const ids = toList(value);
	const wrong = ids.find((id) => !/^\d{1,24}$/.test(id));
	if (wrong !== undefined) {
		throw usage(`an activity's id is a number such as 476018273645546497, not ${wrong}`);
	}

	return ids.length === 0 ? undefined : new Set(ids);
};

/** The shell of `completion`. */
export const toShell = (value: unknown): Shell => {
	const given = toText(value);
	const shell = shells.find((one) => one === given);
	if (!shell) {
		throw usage(`completion takes bash, zsh or fish${given === undefined ? '' : `, not ${given}`}`);
	}

	return shell;
};
