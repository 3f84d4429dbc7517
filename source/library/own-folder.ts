import type {AdoptEvent, AdoptSummary} from '../backup/adopt-folder.js';
import type {RelayoutEvent, RelayoutSummary} from '../backup/relayout.js';
import {type Archive, openArchive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {defaultFormats, type ExportFormat} from '../domain/export-format.js';
import {adopt as adoptArchive} from '../services/adopt.js';
import {knownHere} from '../services/known-here.js';
import {relayout as relayoutArchive} from '../services/relayout.js';
import {requireTemplate} from './require-template.js';
import {createRun, type Run} from './run.js';

type FolderOptions = {
	/**
	 * What is known of activities, as `activities()` gave them. Those that have a metadata file in the
	 * folder are known anyway.
	 */
	readonly activities?: readonly Activity[];
	/** Says what would be, and changes nothing. */
	readonly dryRun?: boolean;
	/** Stops this run; what is done stays so. */
	readonly signal?: AbortSignal;
};

export type AdoptFolderOptions = FolderOptions & {
	/** What is looked for of each activity. Default: `fit` and `tcx`. */
	readonly formats?: readonly ExportFormat[];
};

export type RelayoutFolderOptions = FolderOptions & {
	/**
	 * How files are to be named from now on: `corosexport`, `by-year`, `goldencheetah` or fields such as
	 * `{year}/{date} {name} {id}`. Default: as the folder has it.
	 */
	readonly nameTemplate?: string;
};

const never = () => new AbortController().signal;

const openFrom =
	(folder: string, {dryRun = false}: FolderOptions) =>
	(): Promise<Archive> =>
		openArchive(folder, {readOnly: dryRun, existing: true});

const knownFrom =
	({activities = []}: FolderOptions) =>
	(archive: Archive): Promise<readonly Activity[]> =>
		knownHere(archive, activities);

/**
 * Takes over what is in a folder, whichever program for COROS wrote it: files are checked, recorded
 * where they are whole, and keep their names. Needs no network. The next backup fetches only what is
 * missing. Its last event is `taken-over`.
 */
export const adopt = (
	folder: string,
	options: AdoptFolderOptions = {},
): Run<AdoptEvent, AdoptSummary> => {
	const {formats = defaultFormats, dryRun = false, signal = never()} = options;
	const request = {formats, dryRun};
	return createRun(
		adoptArchive(openFrom(folder, options), knownFrom(options), request, signal),
		(event) => event.type === 'taken-over',
	);
};

/**
 * Gives the files of a backup other names, by renaming alone: nothing is replaced or fetched, and a
 * run that was cut off is finished by the next. Needs no network. Its last event is `relaid`. Throws
 * `TypeError` for a template that cannot be one.
 */
export const relayout = (
	folder: string,
	options: RelayoutFolderOptions = {},
): Run<RelayoutEvent, RelayoutSummary> => {
	const {dryRun = false, signal = never()} = options;
	const request = {nameTemplate: requireTemplate(options.nameTemplate), dryRun};
	return createRun(
		relayoutArchive(openFrom(folder, options), knownFrom(options), request, signal),
		(event) => event.type === 'relaid',
	);
};
