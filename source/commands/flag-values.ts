import {type ConvertFormat, convertFormats, isConvertFormat} from '../convert/convert-format.js';
import {type ExportFormat, exportFormats, isExportFormat} from '../domain/export-format.js';
import {isDay} from '../domain/local-time.js';
import {namePresets, templateFault, toTemplate} from '../domain/name-template.js';
import {toProfileName} from '../domain/profile-name.js';
import {isRegion, regions} from '../domain/region.js';
import {canBeSport} from '../domain/selection.js';
import {type Shell, shells} from './completion/values.js';
import type {Flags} from './flags.js';
import {requireHome} from './home.js';
import {sportWords} from './sport-words.js';
import {usage, WrongWord} from './usage.js';

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
		const known = [...exportFormats, 'all'];
		throw new WrongWord(
			`--format takes ${exportFormats.join(', ')} and all, not ${unknown}`,
			unknown,
			known,
		);
	}

	return exportFormats.filter((format) => words.includes('all') || words.includes(format));
};

/** `convert --to`; has to be given. */
export const toConvertFormats = (value: unknown): readonly ConvertFormat[] => {
	const words = toList(value).map((word) => word.toLowerCase());
	const unknown = words.find((word) => word !== 'all' && !isConvertFormat(word));
	const known = `${convertFormats.join(', ')} and all`;
	if (unknown !== undefined) {
		const candidates = [...convertFormats, 'all'];
		throw new WrongWord(`--to takes ${known}, not ${unknown}`, unknown, candidates);
	}

	if (words.length === 0) {
		throw usage(`convert needs --to with one or more of ${known}`);
	}

	return convertFormats.filter((format) => words.includes('all') || words.includes(format));
};

/** `backup --convert missing`, and `none` where the settings say otherwise. */
export const toConvertMissing = (value: unknown): boolean | undefined => {
	const text = toText(value);
	if (text !== undefined && text !== 'missing' && text !== 'none') {
		throw new WrongWord(`--convert takes missing or none, not ${text}`, text, ['missing', 'none']);
	}

	return text === undefined ? undefined : text === 'missing';
};

/** `--name-template`: a preset or a template of one's own. */
export const toNameTemplate = (value: unknown): string | undefined => {
	const given = toText(value);
	const template = given === undefined ? undefined : toTemplate(given);
	if (given !== undefined && template === undefined) {
		if (/[{}/]/.test(given)) {
			throw usage(`--name-template ${given}: ${templateFault(given)}`);
		}

		const presets = Object.keys(namePresets);
		throw new WrongWord(
			`--name-template takes ${presets.join(', ')} or fields such as {year}/{date}_{id}, not ${given}`,
			given,
			presets,
		);
	}

	return template;
};

/** `--sport`: names, keys, families or numbers; undefined where none was given. */
export const toSports = (value: unknown): readonly string[] | undefined => {
	const sports = toList(value);
	const wrong = sports.find((sport) => !canBeSport(sport));
	if (wrong !== undefined) {
		throw new WrongWord(
			`--sport takes run, ride, swim and the like, or one sport such as trail-run, not ${wrong}`,
			wrong,
			sportWords(),
		);
	}

	return sports.length === 0 ? undefined : sports;
};

/** A day such as `2026-05-01`. */
export const toDay = (name: string, value: unknown): string | undefined => {
	const day = toText(value);
	if (day !== undefined && !isDay(day)) {
		throw usage(`--${name} takes a day such as 2026-05-01, not ${day}`);
	}

	return day;
};

/** Days that no activity can lie between are a slip, not a wish for nothing. */
export const checkDays = (from: string | undefined, to: string | undefined): void => {
	if (from !== undefined && to !== undefined && to < from) {
		throw usage(`--to ${to} is before --from ${from}`);
	}
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
		throw new WrongWord(`--region takes auto, ${regions.join(', ')}, not ${region}`, region, [
			'auto',
			...regions,
		]);
	}

	return region;
};

/** A folder, with a leading `~` for the home folder. */
export const toFolder = (value: unknown): string | undefined => {
	const folder = toText(value);
	return folder?.replace(/^~(?=$|[/\\])/, requireHome);
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
		const detail = 'completion takes bash, zsh or fish';
		throw given === undefined
			? usage(detail)
			: new WrongWord(`${detail}, not ${given}`, given, shells);
	}

	return shell;
};
