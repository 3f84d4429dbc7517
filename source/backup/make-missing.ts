import type {Archive} from '../disk/archive.js';
import type {Activity} from '../domain/activity.js';
import {type ExportFormat, isExportFormat} from '../domain/export-format.js';
import type {BackupEvent} from './event.js';
import {toTransfer} from './run-transfers.js';
import type {VerifyProblem} from './verify.js';

/** Makes a format of an activity from its FIT file; undefined where that cannot be. */
export type MakeFormat = (
	archive: Archive,
	activity: Activity,
	format: ExportFormat,
	options: {readonly replace: boolean; readonly signal: AbortSignal},
) => Promise<{readonly size: number; readonly sha256: string; readonly name: string} | undefined>;

export type Maker = {
	readonly archive: Archive;
	readonly make: MakeFormat;
	readonly signal: AbortSignal;
};

async function* makeOne(
	{archive, make, signal}: Maker,
	activity: Activity,
	format: ExportFormat,
	replace: boolean,
): AsyncGenerator<BackupEvent> {
	signal.throwIfAborted();
	const made = await make(archive, activity, format, {replace, signal});
	if (made) {
		const {size: bytes, sha256, name: file} = made;
		const transfer = toTransfer({activity, format, file}, archive);
		yield {type: 'converted', transfer, bytes, sha256};
		archive.checkpoint();
	}
}

/** Makes the formats that COROS does not have of activities whose FIT file is there. */
export async function* makeMissing(
	activities: readonly Activity[],
	formats: readonly ExportFormat[],
	maker: Maker,
): AsyncGenerator<BackupEvent> {
	const {archive} = maker;
	for (const activity of activities) {
		if (archive.entry(activity.id, 'fit')?.kind === 'saved') {
			for (const format of formats) {
				if (archive.entry(activity.id, format)?.kind === 'unavailable') {
					yield* makeOne(maker, activity, format, false);
				}
			}
		}
	}
}

/** Whether what is wrong is a file that was made here. */
export const isMadeHere = (archive: Archive, {id, format}: VerifyProblem): boolean => {
	const entry = isExportFormat(format) ? archive.entry(id, format) : undefined;
	return entry?.kind === 'saved' && entry.madeHere === true;
};

/** Makes anew what was made here and is damaged: COROS has nothing better. */
export async function* remake(
	problems: readonly VerifyProblem[],
	activities: readonly Activity[],
	maker: Maker,
): AsyncGenerator<BackupEvent> {
	const wanted = new Set(problems.map(({id}) => id));
	const byId = new Map(activities.filter(({id}) => wanted.has(id)).map((one) => [one.id, one]));
	for (const {id, format} of problems) {
		const activity = byId.get(id);
		if (activity && isExportFormat(format)) {
			yield* makeOne(maker, activity, format, true);
		}
	}
}
