import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {type ConvertFormat, extensionOf} from '../convert/convert-format.js';
import {converters} from '../convert/formats.js';
import {onDisk} from '../disk/disk-error.js';
import {exists, findFitFiles, readActivityName, readFitFile} from '../disk/fit-files.js';
import {writePieces} from '../disk/write-pieces.js';
import {isAbort, isKnownError, KnownError, toErrorReport} from '../domain/known-error.js';
import {checkFit} from '../fit/check-fit.js';
import {decodeFit} from '../fit/decode-fit.js';
import type {FitActivity} from '../fit/fit-activity.js';
import type {Conversion, ConvertEvent, ConvertSummary} from './convert-event.js';

export type ConvertRequest = {
	/** FIT files, folders of them, ids of activities. */
	readonly inputs: readonly string[];
	readonly formats: readonly ConvertFormat[];
	/** Where the files go; undefined for beside the FIT file. Made where it is missing. */
	readonly output?: string | undefined;
	/** Makes anew what is there. */
	readonly overwrite?: boolean;
	/** Reads, and writes nothing. */
	readonly dryRun?: boolean;
};

/** The path of an activity's FIT file in the archive; undefined where it has none. */
export type FindFit = (id: string) => Promise<string | undefined>;

const isId = (input: string): boolean => /^\d{1,24}$/.test(input);

/** The FIT files that an input names. What is on the disk comes before what is only a number. */
const resolveInput = async (input: string, findFit: FindFit): Promise<readonly string[]> => {
	const files = await findFitFiles(input);
	if (files) return files;
	const found = isId(input) ? await findFit(input) : undefined;
	if (found === undefined) throw new KnownError('no-such-input', {detail: input});
	return [found];
};

const toTarget = (source: string, format: ConvertFormat, output: string | undefined): string => {
	const stem = path.basename(source).replace(/\.fit$/i, '');
	return path.join(output ?? path.dirname(source), stem + extensionOf[format]);
};

type Opened = {
	readonly activity: FitActivity;
	/** Where the file breaks, if it does. */
	readonly fault: string | undefined;
};

/** Reads a FIT file as far as it goes. Throws where it is none, or holds nothing to convert. */
const openFit = async (source: string): Promise<Opened> => {
	const bytes = await readFitFile(source);
	const activity = decodeFit(bytes);
	const {records, sessions, complete} = activity;
	const verdict = complete ? undefined : checkFit(bytes);
	const fault = verdict?.ok === false ? verdict.reason : undefined;
	if (records.count === 0 && sessions.length === 0) {
		if (fault === undefined) throw new KnownError('no-activity');
		throw new KnownError('not-fit', {...(fault !== 'not a FIT file' && {detail: fault})});
	}

	return {activity, fault};
};

/** When the activity began, as far as the file tells. */
const startOf = ({sessions, records}: FitActivity): number | undefined =>
	sessions[0]?.startTime ?? records.time.find((time) => !Number.isNaN(time));

/** The text of a format, or why an activity has none: it may have others. */
const write = (
	activity: FitActivity,
	format: ConvertFormat,
	name: string,
): Iterable<string> | KnownError => {
	try {
		return converters[format](activity, {name});
	} catch (error) {
		if (isKnownError(error)) return error;
		throw error;
	}
};

/** One FIT file, in every format that is missing. */
async function* convertFile(
	source: string,
	targets: readonly Conversion[],
	{overwrite = false, dryRun = false}: ConvertRequest,
	signal: AbortSignal,
): AsyncGenerator<ConvertEvent> {
	const wanted: Conversion[] = [];
	for (const conversion of targets) {
		if (!overwrite && (await exists(conversion.file))) yield {type: 'up-to-date', ...conversion};
		else wanted.push(conversion);
	}

	if (wanted.length === 0) return;
	const {activity, fault} = await openFit(source);
	if (fault !== undefined) {
		yield {type: 'damaged', source, reason: fault, records: activity.records.count};
	}

	const name = (await readActivityName(source)) ?? path.basename(source).replace(/\.fit$/i, '');
	for (const conversion of wanted) {
		signal.throwIfAborted();
		const pieces = write(activity, conversion.format, name);
		if (isKnownError(pieces)) {
			yield {type: 'unavailable', ...conversion, error: toErrorReport(pieces)};
		} else if (dryRun) {
			yield {type: 'converted', ...conversion};
		} else {
			const options = {overwrite, time: startOf(activity), signal};
			const bytes = await writePieces(conversion.file, pieces, options);
			yield bytes === undefined
				? {type: 'up-to-date', ...conversion}
				: {type: 'converted', ...conversion, bytes};
		}
	}
}

/** Whether a failure is one file's own affair, so that the others go on. */
const isOneFiles = (error: unknown): boolean => isKnownError(error) && error.code !== 'disk-full';

async function* steps(
	request: ConvertRequest,
	findFit: FindFit,
	signal: AbortSignal,
): AsyncGenerator<ConvertEvent> {
	const {inputs, formats, output, dryRun = false} = request;
	const failures: ConvertEvent[] = [];
	/** By full path: one file is one, whatever it is called. */
	const found = new Map<string, string>();
	for (const input of inputs) {
		signal.throwIfAborted();
		try {
			for (const source of await resolveInput(input, findFit)) {
				const full = path.resolve(source);
				if (!found.has(full)) found.set(full, path.normalize(source));
			}
		} catch (error) {
			if (!isOneFiles(error)) throw error;
			failures.push({type: 'failed', source: input, error: toErrorReport(error)});
		}
	}

	const sources = [...found.values()];
	yield {type: 'planned', found: sources.length, formats, dryRun};
	yield* failures;
	if (output !== undefined && !dryRun && sources.length > 0) {
		await onDisk(output, () => mkdir(output, {recursive: true}));
	}

	const taken = new Set<string>();
	let done = 0;
	for (const source of sources) {
		signal.throwIfAborted();
		yield {type: 'reading', source, done, of: sources.length};
		done += 1;
		try {
			const targets = formats.map((format) => ({
				source,
				format,
				file: toTarget(source, format, output),
			}));
			const twice = targets.find(({file}) => taken.has(path.resolve(file)));
			if (twice) throw new KnownError('name-taken', {detail: twice.file});
			for (const {file} of targets) taken.add(path.resolve(file));
			yield* convertFile(source, targets, request, signal);
		} catch (error) {
			if (!isOneFiles(error)) throw error;
			yield {type: 'failed', source, error: toErrorReport(error)};
		}
	}
}

const emptySummary: ConvertSummary = {
	found: 0,
	converted: 0,
	upToDate: 0,
	unavailable: 0,
	damaged: 0,
	failed: 0,
	bytes: 0,
	durationMs: 0,
	dryRun: false,
	cancelled: false,
};

const addToSummary = (summary: ConvertSummary, event: ConvertEvent): ConvertSummary => {
	switch (event.type) {
		case 'planned':
			return {...summary, found: event.found, dryRun: event.dryRun};
		case 'converted':
			return {
				...summary,
				converted: summary.converted + 1,
				bytes: summary.bytes + (event.bytes ?? 0),
			};
		case 'up-to-date':
			return {...summary, upToDate: summary.upToDate + 1};
		case 'unavailable':
		case 'damaged':
		case 'failed':
			return {...summary, [event.type]: summary[event.type] + 1};
		default:
			return summary;
	}
};

/**
 * Makes GPX, TCX, KML and CSV files of FIT files, without the network. One file that cannot be read
 * costs no other; a torn one is converted as far as it goes. Nothing that is there is replaced
 * unless asked. One stream of events, always ended by `finished`; nothing is thrown.
 */
export async function* convertFiles(
	request: ConvertRequest,
	findFit: FindFit,
	signal: AbortSignal,
): AsyncGenerator<ConvertEvent> {
	const startedAt = Date.now();
	let summary = emptySummary;
	let ending: Partial<Pick<ConvertSummary, 'cancelled' | 'error'>> = {};
	try {
		for await (const event of steps(request, findFit, signal)) {
			summary = addToSummary(summary, event);
			yield event;
		}
	} catch (error) {
		ending = signal.aborted || isAbort(error) ? {cancelled: true} : {error: toErrorReport(error)};
	}

	yield {type: 'finished', ...summary, ...ending, durationMs: Date.now() - startedAt};
}
