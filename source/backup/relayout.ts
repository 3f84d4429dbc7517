import type {Archive, ArchiveFile} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {type ErrorReport, isAbort, toErrorReport} from '../domain/known-error.js';
import {
	isDated,
	type NameFacts,
	toTemplateDetailName,
	toTemplateMetadataName,
	toTemplateName,
} from '../domain/name-template.js';
import {adoptFiles} from './adopt-folder.js';
import {createOwnership} from './ownership.js';

/** How a relayout ended. Counts are files, those of metadata and details included. */
export type RelayoutSummary = {
	/** Have their new name; with `dryRun`, those that would get one. */
	readonly moved: number;
	/** Had it already. */
	readonly kept: number;
	/** Stay, as something else has the name. */
	readonly taken: number;
	/** Stay, as too little is known of their activity. */
	readonly unknown: number;
	readonly durationMs: number;
	readonly dryRun: boolean;
	/** Somebody asked to stop. */
	readonly cancelled: boolean;
	/** What ended the run before its time. */
	readonly error?: ErrorReport;
};

/** What happens while an archive's files get new names, ending with exactly one `relaid`. Plain JSON. */
export type RelayoutEvent =
	| {readonly type: 'checking'; readonly checked: number; readonly total: number}
	| {readonly type: 'planned'; readonly total: number; readonly nameTemplate: string}
	| {readonly type: 'moved'; readonly from: string; readonly to: string}
	| {readonly type: 'taken'; readonly from: string; readonly to: string}
	| {readonly type: 'unknown'; readonly file: string}
	| ({readonly type: 'relaid'} & RelayoutSummary);

export type RelayoutOptions = {
	readonly archive: Archive;
	/** How files are to be named; undefined for the archive's own way. */
	readonly nameTemplate: string | undefined;
	/** What is known without asking COROS. */
	readonly activities: readonly Activity[];
	/** Whether the archive was opened to be read alone. */
	readonly dryRun: boolean;
	readonly signal: AbortSignal;
};

type Move = {
	readonly from: string;
	/** Undefined where nobody can tell. */
	readonly to: string | undefined;
	/** Undefined for what the state does not remember. */
	readonly file: ArchiveFile | undefined;
};

const baseOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** What a name alone tells of an activity. */
const toStub = (id: string, name: string): Activity | undefined => {
	const day = /^\d{4}-\d{2}-\d{2}(?=[ _])/.exec(baseOf(name))?.[0];
	return day === undefined
		? undefined
		: {
				id,
				day,
				name: '',
				sportType: 0,
				startTime: undefined,
				endTime: undefined,
				utcOffsetMinutes: 0,
				workoutSeconds: undefined,
				totalSeconds: undefined,
				distanceMeters: undefined,
				ascentMeters: undefined,
				averageHeartRate: undefined,
				trainingLoad: undefined,
				kilocalories: undefined,
				device: undefined,
				raw: {},
			};
};

const withoutExtension = (name: string): string => name.replace(/\.[^./]+$/, '');

/** Every file with the name it has and the one it is to have. */
function* planMoves(
	archive: Archive,
	found: readonly ArchiveFile[],
	activities: readonly Activity[],
): Generator<Move> {
	const template = archive.nameTemplate;
	const byId = new Map(activities.map((activity) => [activity.id, activity]));
	const stubs = isDated(template);
	const factsOf = (id: string, name: string) =>
		byId.get(id) ?? (stubs ? toStub(id, name) : undefined);

	const toMove = (file: ArchiveFile): Move => {
		const facts = factsOf(file.id, file.name);
		const to = facts && toTemplateName(template, facts, file.format);
		return {from: file.name, to, file};
	};

	function* withSamples(file: ArchiveFile): Generator<Move> {
		const move = toMove(file);
		yield move;
		const samples = `${withoutExtension(move.from)}.samples.csv`;
		if (file.format === 'fit' && move.to !== undefined && archive.converted.has(samples)) {
			const to = `${withoutExtension(move.to)}.samples.csv`;
			yield {from: samples, to, file: undefined};
		}
	}

	for (const file of [...archive.saved(), ...found]) {
		yield* withSamples(file);
	}

	function* beside(
		names: ReadonlyMap<string, string>,
		toName: (template: string, facts: NameFacts) => string,
	): Generator<Move> {
		for (const [id, name] of [...names]) {
			const facts = factsOf(id, name);
			yield {from: name, to: facts && toName(template, facts), file: undefined};
		}
	}

	yield* beside(archive.metadata.names, toTemplateMetadataName);
	yield* beside(archive.details.names, toTemplateDetailName);
}

async function* steps(options: RelayoutOptions): AsyncGenerator<RelayoutEvent> {
	const {archive, nameTemplate, activities, dryRun, signal} = options;
	if (nameTemplate !== undefined) {
		archive.setNameTemplate(nameTemplate);
	}

	// From here on the folder has the new layout, however far this run comes.
	await archive.write();
	let found: readonly ArchiveFile[] = archive.unchecked;
	if (!dryRun) {
		const ownership = createOwnership(activities);
		for await (const event of adoptFiles(archive.unchecked, {archive, ownership, signal})) {
			if (event.type === 'checking') {
				yield event;
			}
		}

		found = []; // The good ones are the archive's now.
	}

	const moves = [...planMoves(archive, found, activities)];
	yield {type: 'planned', total: moves.length, nameTemplate: archive.nameTemplate};
	for (const {from, to, file} of moves) {
		signal.throwIfAborted();
		if (to === undefined) {
			yield {type: 'unknown', file: from};
		} else if (from !== to) {
			const isMoved =
				dryRun || (file ? await archive.move(file, to) : await archive.moveBeside(from, to));
			yield {type: isMoved ? 'moved' : 'taken', from, to};
			archive.checkpoint();
		}
	}
}

/**
 * Gives the files of an archive the names of a template, by renaming alone: nothing is replaced or
 * fetched, and a run that is cut off is finished by the next. One stream of events, always ended by
 * `relaid`; closing the archive is the caller's.
 */
export async function* relayoutArchive(options: RelayoutOptions): AsyncGenerator<RelayoutEvent> {
	const {archive, dryRun, signal} = options;
	const startedAt = Date.now();
	const counts = {moved: 0, taken: 0, unknown: 0};
	let total = 0;
	let ending: Pick<RelayoutSummary, 'cancelled' | 'error'> = {cancelled: false};
	try {
		for await (const event of steps(options)) {
			if (event.type === 'planned') {
				total = event.total;
			} else if (event.type === 'moved' || event.type === 'taken' || event.type === 'unknown') {
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

	if (!dryRun) {
		await archive.tidy().catch((error: unknown) => {
			ending = {error: toErrorReport(error), ...ending};
		});
	}

	const {moved, taken, unknown} = counts;
	const kept = ending.cancelled || ending.error ? 0 : total - moved - taken - unknown;
	const durationMs = Date.now() - startedAt;
	yield {type: 'relaid', moved, kept, taken, unknown, dryRun, ...ending, durationMs};
}
