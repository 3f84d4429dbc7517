import type {Activity} from './activity.js';
import type {ExportFormat} from './export-format.js';
import {parseFileName, toDetailName, toFileName, toMetadataName} from './file-name.js';
import {toLocalTime} from './local-time.js';
import {nameFault, toNameKey, toPortablePart} from './portable-name.js';
import {toSport} from './sport.js';

/** What a name is made of. */
export type NameFacts = Pick<
	Activity,
	'id' | 'day' | 'startTime' | 'utcOffsetMinutes' | 'name' | 'sportType' | 'device'
>;

/** Layouts with a name. GoldenCheetah takes a file's moment from the first part of its name. */
export const namePresets = {
	corosexport: '{date}_{id}',
	'by-year': '{year}/{date}_{id}',
	goldencheetah: '{year}_{month}_{day}_{hour}_{minute}_{second}.{id}',
} as const;

export const defaultTemplate: string = namePresets.corosexport;

const clock = ({startTime, utcOffsetMinutes}: NameFacts): string =>
	startTime === undefined ? '00:00:00' : toLocalTime(startTime, utcOffsetMinutes);

const fields: Readonly<Record<string, (facts: NameFacts) => string>> = {
	id: ({id}) => id,
	date: ({day}) => day,
	year: ({day}) => day.slice(0, 4),
	month: ({day}) => day.slice(5, 7),
	day: ({day}) => day.slice(8),
	time: (facts) => clock(facts).replaceAll(':', '-'),
	hour: (facts) => clock(facts).slice(0, 2),
	minute: (facts) => clock(facts).slice(3, 5),
	second: (facts) => clock(facts).slice(6),
	sport: ({sportType}) => toSport(sportType).key,
	name: ({name}) => toPortablePart(name, 100) || 'unnamed',
	device: ({device}) => toPortablePart(device ?? '', 40) || 'unknown-device',
};

export const nameFields: readonly string[] = Object.keys(fields);

/** Told by a name as corosexport builds it, without any list. */
const datedFields = new Set(['id', 'date', 'year', 'month', 'day']);

const mostFolders = 4;

/** Bytes of one name, with room for an extension and for the name of a file that is being written. */
const longestPart = 200;

/** Folders inside an archive that are the places of other things. */
const reserved: ReadonlyMap<string, string> = new Map([
	['damaged', 'damaged files'],
	['wellness', 'the files of --wellness'],
]);

const placeholders = (template: string): string[] =>
	[...template.matchAll(/\{([^{}]*)\}/g)].map(([, field]) => field ?? '');

const example: NameFacts = {
	id: '476018273645546497',
	day: '2025-01-10',
	startTime: 1_736_489_700,
	utcOffsetMinutes: 60,
	name: 'Run',
	sportType: 100,
	device: 'PACE',
};

const fill = (part: string, facts: NameFacts): string =>
	part.replaceAll(/\{([^{}]*)\}/g, (_, field: string) => fields[field]?.(facts) ?? '');

/** Why a template cannot be one; undefined where it can. */
export const templateFault = (template: string): string | undefined => {
	if (template.includes('\\')) {
		return 'it holds a \\, which Windows does not allow in a name: a / parts its folders, on every system';
	}

	const parts = template.split('/');
	const last = parts.at(-1) ?? '';
	const unknown = placeholders(template).find((field) => fields[field] === undefined);
	if (unknown !== undefined) {
		return `there is no {${unknown}}; there are ${nameFields.map((field) => `{${field}}`).join(' ')}`;
	}

	if (/[{}]/.test(template.replaceAll(/\{[^{}]*\}/g, ''))) {
		return 'a { or a } stands alone';
	}

	if (!/(?:^|[ _.-])\{id\}$/.test(last)) {
		return 'it has to end in {id}, alone or after one of space _ - . so that no two names are the same and every file is known by its own';
	}

	if (parts.length - 1 > mostFolders) {
		return `it has more than ${mostFolders} folders`;
	}

	for (const part of parts) {
		const shown = fill(part, example);
		const fault = nameFault(shown);
		if (fault !== undefined) {
			return `“${part}” ${fault}`;
		}

		if (/^[. ]/.test(shown)) {
			return `“${part}” begins with a dot or a space: it would be hidden`;
		}

		const kept = reserved.get(toNameKey(part));
		if (kept !== undefined) {
			return `“${part}” is where ${kept} are kept`;
		}
	}

	return undefined;
};

/** A template's or a preset's template; undefined where the text is neither. */
export const toTemplate = (text: string): string | undefined => {
	const preset = Object.entries(namePresets).find(([name]) => name === text)?.[1];
	return preset ?? (templateFault(text) === undefined ? text : undefined);
};

/** Whether the day and the id alone decide what a template makes. */
export const isDated = (template: string): boolean =>
	placeholders(template).every((field) => datedFields.has(field));

const toPart = (part: string, facts: NameFacts): string => {
	const filled = fill(part, facts);
	const fault = nameFault(filled);
	return fault === undefined && !reserved.has(toNameKey(filled)) ? filled : `_${filled}`;
};

const encoder = new TextEncoder();

/** The name without its extension, with `/` between folders; undefined where it would not do. */
const makeStem = (template: string, facts: NameFacts): string | undefined => {
	const parts = template.split('/').map((part) => toPart(part, facts));
	const isFit = parts.every(
		(part) => nameFault(part) === undefined && encoder.encode(part).length <= longestPart,
	);
	// Whatever the template: a name that does not lead back to its activity is none.
	const isFound = parseFileName(`${parts.at(-1)}.fit`)?.id === facts.id;
	return isFit && isFound ? parts.join('/') : undefined;
};

// Every file of an activity asks for it, more than once.
const stems = new WeakMap<
	NameFacts,
	{readonly template: string; readonly stem: string | undefined}
>();

const toStem = (template: string, facts: NameFacts): string | undefined => {
	const known = stems.get(facts);
	if (known?.template === template) {
		return known.stem;
	}

	const stem = makeStem(template, facts);
	stems.set(facts, {template, stem});
	return stem;
};

/** The name of a file inside its archive. */
export const toTemplateName = (
	template: string,
	facts: NameFacts,
	format: ExportFormat,
): string => {
	const stem = toStem(template, facts);
	return stem === undefined ? toFileName(facts, format) : `${stem}.${format}`;
};

/** The name of an activity's metadata file inside its archive. */
export const toTemplateMetadataName = (template: string, facts: NameFacts): string => {
	const stem = toStem(template, facts);
	return stem === undefined ? toMetadataName(facts) : `${stem}-metadata.json`;
};

/** The name of the file of an activity's details inside its archive. */
export const toTemplateDetailName = (template: string, facts: NameFacts): string => {
	const stem = toStem(template, facts);
	return stem === undefined ? toDetailName(facts) : `${stem}-detail.json`;
};
