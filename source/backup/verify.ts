import type {Archive, ArchiveFile, RecordedFile} from '../disk/archive.js';
import type {ExportFormat} from '../domain/export-format.js';
import {isExporterName} from '../domain/file-name.js';
import {type FoundWellness, type KeptFile, keptFiles, subjectOf} from './kept-file.js';
import {readAhead} from './read-ahead.js';

/** What is wrong with one file. */
export type VerifyProblem = {
	/**
	 * `damaged`: not a whole file of its format. `changed`: whole, but not what was saved. `gone`: it
	 * was saved and is not there. `unrecorded`: whole by its looks, but the state has nothing to hold
	 * it against. `state`: the state file itself cannot be read.
	 */
	readonly kind: 'damaged' | 'changed' | 'gone' | 'unrecorded' | 'state';
	/** Activity id; empty where the file is no activity's. */
	readonly id: string;
	readonly format: ExportFormat | 'metadata' | 'state' | 'detail' | 'wellness';
	/** Name inside the folder. */
	readonly file: string;
	readonly reason: string;
};

/** What happens while an archive is checked, ending with exactly one `verified`. */
export type VerifyEvent =
	| {readonly type: 'verifying'; readonly checked: number; readonly total: number}
	| ({readonly type: 'problem'} & VerifyProblem)
	/** A file that is neither an export nor the program's own: no problem, and left alone. */
	| {readonly type: 'unknown'; readonly file: string}
	| {
			readonly type: 'verified';
			/** Files read. */
			readonly checked: number;
			readonly problems: number;
			readonly unknown: number;
			/** Damaged files that a repair put aside earlier. */
			readonly setAside: number;
			readonly bytes: number;
			readonly durationMs: number;
	  };

/** Files open at once: hashing keeps one core busy, so that more gain nothing. */
export const verifyReaders = 4;

const progressEvery = 50;

type Job =
	| {readonly kind: 'recorded'; readonly file: RecordedFile}
	| {readonly kind: 'unchecked'; readonly file: ArchiveFile}
	| {readonly kind: 'kept'; readonly file: KeptFile};

type Finding = {
	readonly problem: VerifyProblem | undefined;
	readonly bytes: number;
	/** A file of nobody, after all. */
	readonly stranger?: string;
};

function* jobs(archive: Archive, wellness: FoundWellness): Generator<Job> {
	for (const file of archive.saved()) {
		yield {kind: 'recorded', file};
	}

	for (const file of archive.unchecked) {
		yield {kind: 'unchecked', file};
	}

	for (const file of keptFiles(archive, wellness)) {
		yield {kind: 'kept', file};
	}
}

const judgeRecorded = async (archive: Archive, file: RecordedFile): Promise<Finding> => {
	const {id, format, name} = file;
	const {verdict, size, sha256, madeHere} = await archive.check(file);
	const about = {id, format, file: name};
	if (sha256 === file.sha256 && size === file.size && verdict.ok) {
		return {problem: undefined, bytes: size};
	}

	// It says itself what it is: `convert --overwrite` makes such a file anew.
	if (file.madeHere && madeHere && verdict.ok) {
		return {problem: undefined, bytes: size};
	}

	const owner = archive.ownerOf(sha256);
	const isOthers = owner !== undefined && owner !== id;
	const reason = isOthers
		? `it is the file of activity ${owner}`
		: !verdict.ok
			? verdict.reason
			: size === file.size
				? 'its bytes are not those that were saved'
				: `it has ${size} bytes, ${file.size} were saved`;
	return {problem: {kind: verdict.ok ? 'changed' : 'damaged', ...about, reason}, bytes: size};
};

/** Whether what was wrong with a file still is. */
export const isStillWrong = async (archive: Archive, problem: VerifyProblem): Promise<boolean> => {
	const {id, format, file} = problem;
	if (format === 'state') {
		return false; // Whoever opens an archive to write makes it anew.
	}

	if (format === 'detail') {
		return (await archive.details.fault(id)).reason !== undefined;
	}

	if (format === 'wellness') {
		return (await archive.wellness.fault(subjectOf(file))).reason !== undefined;
	}

	if (format === 'metadata') {
		return !archive.hasMetadata(id) || (await archive.metadata.fault(id)) !== undefined;
	}

	const entry = archive.entry(id, format);
	return (
		entry?.kind !== 'saved' ||
		(await judgeRecorded(archive, {...entry, id, format, name: entry.file})).problem !== undefined
	);
};

const judgeUnchecked = async (archive: Archive, file: ArchiveFile): Promise<Finding> => {
	const {id, format, name} = file;
	const {verdict, size, madeHere} = await archive.check(file);
	const about = {id, format, file: name};
	if (verdict.ok && madeHere) {
		return {problem: undefined, bytes: size}; // By `convert`: the FIT file vouches for it.
	}

	if (!verdict.ok && !archive.isKnown(id) && !isExporterName(name.replace(/^.*\//, ''))) {
		return {problem: undefined, bytes: size, stranger: name};
	}

	const problem: VerifyProblem = verdict.ok
		? {
				kind: 'unrecorded',
				...about,
				reason: 'it is whole, but not recorded yet; the next backup records it',
			}
		: {kind: 'damaged', ...about, reason: verdict.reason};
	return {problem, bytes: size};
};

const judgeKept = async ({id, format, file, fault}: KeptFile): Promise<Finding> => {
	const {reason, bytes} = await fault();
	const problem = reason === undefined ? undefined : {id, format, file, reason};
	return {problem: problem && {kind: 'damaged', ...problem}, bytes};
};

const judge = (archive: Archive, job: Job): Promise<Finding> => {
	switch (job.kind) {
		case 'recorded':
			return judgeRecorded(archive, job.file);
		case 'unchecked':
			return judgeUnchecked(archive, job.file);
		case 'kept':
			return judgeKept(job.file);
	}
};

/** What is missing shows without reading anything. */
function* missing(archive: Archive): Generator<VerifyProblem> {
	if (archive.isStateBroken) {
		const about = {id: '', format: 'state', file: '.corosexport_state.json'} as const;
		yield {
			kind: 'state',
			...about,
			reason: 'this record of what was saved cannot be read; the next backup makes it anew',
		};
	}

	for (const {id, format, name} of archive.gone()) {
		yield {kind: 'gone', id, format, file: name, reason: 'it was saved and is not there'};
	}

	for (const id of archive.savedIds()) {
		// What was taken over never had one; the next backup writes it.
		if (!archive.hasMetadata(id) && archive.metadata.wasWritten(id)) {
			const file = archive.metadata.nameFor(id);
			yield {kind: 'gone', id, format: 'metadata', file, reason: 'it is not there'};
		}
	}
}

const countJobs = (archive: Archive, {subjects}: FoundWellness): number => {
	const {unchecked, metadata, details} = archive;
	let count = unchecked.length + metadata.names.size + details.names.size + subjects.length;
	for (const _ of archive.saved()) {
		count += 1;
	}

	return count;
};

/**
 * Reads every file of an archive once, in pieces and a few at a time, and holds it against its own
 * structure and against what was saved. Nothing is fetched or changed.
 */
export async function* verifyArchive(
	archive: Archive,
	signal: AbortSignal,
): AsyncGenerator<VerifyEvent> {
	const startedAt = Date.now();
	const wellness = await archive.wellness.find();
	const total = countJobs(archive, wellness);
	let checked = 0;
	let problems = 0;
	let bytes = 0;
	for (const problem of missing(archive)) {
		problems += 1;
		yield {type: 'problem', ...problem};
	}

	const findings = readAhead(jobs(archive, wellness), verifyReaders, (job) => judge(archive, job));
	const strangers = [...archive.strangers, ...wellness.strangers];
	for await (const {problem, bytes: read, stranger} of findings) {
		signal.throwIfAborted();
		checked += 1;
		bytes += read;
		if (stranger !== undefined) {
			strangers.push(stranger);
		}

		if (problem) {
			problems += 1;
			yield {type: 'problem', ...problem};
		}

		if (checked % progressEvery === 0) {
			yield {type: 'verifying', checked, total};
		}
	}

	for (const file of strangers) {
		yield {type: 'unknown', file};
	}

	const {setAside} = archive;
	const durationMs = Date.now() - startedAt;
	yield {
		type: 'verified',
		checked,
		problems,
		unknown: strangers.length,
		setAside,
		bytes,
		durationMs,
	};
}
