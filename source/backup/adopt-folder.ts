import type {Archive, ArchiveFile} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import type {ExportFormat} from '../domain/export-format.js';
import {type ErrorReport, isAbort, toErrorReport} from '../domain/known-error.js';
import {createOwnership, type Ownership} from './ownership.js';
import {planBackup} from './plan.js';

/** How a take-over ended. Counts are files. */
export type AdoptSummary = {
	/** Whole files that are the archive's from now on. */
	readonly adopted: number;
	/** Files that were the archive's before. */
	readonly known: number;
	/** Bad files: put aside in `damaged/`, and fetched by the next backup. */
	readonly toRepair: number;
	/** Files that are not there, of activities that are known to exist. */
	readonly missing: number;
	/** Files of nobody, left alone. */
	readonly foreign: number;
	readonly durationMs: number;
	/** Nothing was changed or recorded. */
	readonly dryRun: boolean;
	/** Somebody asked to stop. */
	readonly cancelled: boolean;
	/** What ended the run before its time. */
	readonly error?: ErrorReport;
};

type FileEvent =
	| {readonly type: 'checking'; readonly checked: number; readonly total: number}
	| {
			readonly type: 'adopted';
			readonly id: string;
			readonly format: ExportFormat;
			readonly file: string;
	  }
	| {
			readonly type: 'to-repair';
			readonly id: string;
			readonly format: ExportFormat;
			readonly file: string;
			readonly reason: string;
	  }
	| {readonly type: 'foreign'; readonly file: string};

/** What happens while a folder is taken over, ending with exactly one `taken-over`. Plain JSON. */
export type AdoptEvent =
	| FileEvent
	| {readonly type: 'missing'; readonly id: string; readonly format: ExportFormat}
	| ({readonly type: 'taken-over'} & AdoptSummary);

type Context = {
	readonly archive: Archive;
	readonly ownership: Ownership;
	readonly signal: AbortSignal;
};

const progressEvery = 50;

/** Checks files that the archive does not know, and records the good ones: nothing is fetched twice. */
export async function* adoptFiles(
	files: readonly ArchiveFile[],
	{archive, ownership, signal}: Context,
): AsyncGenerator<FileEvent> {
	const total = files.length;
	let checked = 0;
	for (const file of files) {
		signal.throwIfAborted();
		const {id, format, name} = file;
		const adoption = await archive.adopt(file, {
			belongs: (start) => ownership.ownsFile(id, start),
			isKnown: ownership.isKnown(id),
		});
		archive.checkpoint();
		if (adoption.kind === 'adopted') {
			yield {type: 'adopted', id, format, file: name};
		} else if (adoption.kind === 'foreign') {
			yield {type: 'foreign', file: name};
		} else {
			yield {type: 'to-repair', id, format, file: name, reason: adoption.reason};
		}

		checked += 1;
		if (checked % progressEvery === 0 || checked === total) {
			yield {type: 'checking', checked, total};
		}
	}
}

export type AdoptOptions = {
	readonly archive: Archive;
	/** What is known to exist: the list of an earlier run, what metadata files tell. */
	readonly activities: readonly Activity[];
	/** What is looked for of each activity. */
	readonly formats: readonly ExportFormat[];
	/** Whether the archive was opened to be read alone. */
	readonly dryRun: boolean;
	readonly signal: AbortSignal;
};

/** Files that a backup would fetch, as far as is known without asking. */
function* findMissing(
	{archive, activities, formats}: AdoptOptions,
	seen: ReadonlySet<string>,
): Generator<AdoptEvent> {
	const isSeen = (id: string, format: ExportFormat) => seen.has(`${id}.${format}`);
	const plan = planBackup({
		activities,
		formats,
		now: new Date(),
		entryOf: (id, format) =>
			isSeen(id, format)
				? {kind: 'saved', file: '', size: 0, sha256: '', at: ''}
				: archive.entry(id, format),
	});
	for (const {activity, format} of plan.transfers) {
		yield {type: 'missing', id: activity.id, format};
	}

	// Of these nothing is known but the id.
	const planned = new Set(activities.map(({id}) => id));
	for (const id of archive.claimed) {
		for (const format of planned.has(id) ? [] : formats) {
			if (!isSeen(id, format) && archive.entry(id, format) === undefined) {
				yield {type: 'missing', id, format};
			}
		}
	}
}

async function* steps(options: AdoptOptions): AsyncGenerator<AdoptEvent> {
	const {archive, activities, signal} = options;
	const seen = new Set<string>();
	// Bad files of earlier runs wait for the next backup still.
	for (const {id, format, name, reason} of archive.putAside()) {
		seen.add(`${id}.${format}`);
		yield {type: 'to-repair', id, format, file: name, reason};
	}

	const ownership = createOwnership(activities);
	for await (const event of adoptFiles(archive.unchecked, {archive, ownership, signal})) {
		if (event.type === 'adopted' || event.type === 'to-repair') {
			seen.add(`${event.id}.${event.format}`);
		}

		yield event;
	}

	for (const file of archive.strangers) {
		yield {type: 'foreign', file};
	}

	yield* findMissing(options, seen);
}

const countSaved = (archive: Archive): number => {
	let count = 0;
	for (const _ of archive.saved()) {
		count += 1;
	}

	return count;
};

/**
 * Takes over what is in a folder, whichever program for COROS wrote it. Files are known by the
 * activity's id in their name, and keep that name. One stream of events, always ended by
 * `taken-over`; nothing is asked of COROS, and closing the archive is the caller's.
 */
export async function* adoptFolder(options: AdoptOptions): AsyncGenerator<AdoptEvent> {
	const {archive, dryRun, signal} = options;
	const startedAt = Date.now();
	const counts = {adopted: 0, known: countSaved(archive), toRepair: 0, missing: 0, foreign: 0};
	let ending: Pick<AdoptSummary, 'cancelled' | 'error'> = {cancelled: false};
	try {
		for await (const event of steps(options)) {
			if (event.type === 'to-repair') {
				counts.toRepair += 1;
			} else if (event.type !== 'checking' && event.type !== 'taken-over') {
				counts[event.type] += 1;
			}

			yield event;
		}
	} catch (error) {
		ending =
			signal.aborted || isAbort(error)
				? {cancelled: true}
				: {cancelled: false, error: toErrorReport(error)};
	}

	yield {type: 'taken-over', ...counts, dryRun, ...ending, durationMs: Date.now() - startedAt};
}
