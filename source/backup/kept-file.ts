import type {Archive} from '../disk/archive.js';

/** A file that keeps what COROS said beside the exports, and vouches for itself. */
export type KeptFile = {
	/** Activity id; empty where the file is no activity's. */
	readonly id: string;
	/** Name inside the folder. */
	readonly file: string;
	readonly format: 'metadata' | 'detail' | 'wellness';
	/** What is wrong with it, undefined where nothing is, and how many bytes were read. */
	fault(): Promise<{readonly reason: string | undefined; readonly bytes: number}>;
};

/** What a check finds of an archive's own `wellness` folder. */
export type FoundWellness = Awaited<ReturnType<Archive['wellness']['find']>>;

/** Every file of metadata, of details and of wellness; none is read until it is asked for its fault. */
export function* keptFiles(archive: Archive, {subjects}: FoundWellness): Generator<KeptFile> {
	const {metadata, details, wellness} = archive;
	for (const [id, file] of metadata.names) {
		const fault = async () => ({reason: await metadata.fault(id), bytes: 0});
		yield {id, file, format: 'metadata', fault};
	}

	for (const [id, file] of details.names) {
		yield {id, file, format: 'detail', fault: () => details.fault(id)};
	}

	for (const subject of subjects) {
		const fault = () => wellness.fault(subject);
		yield {id: '', file: wellness.nameFor(subject), format: 'wellness', fault};
	}
}

/** The subject of a file of wellness by its name inside the folder: a month, `records`, `profile`. */
export const subjectOf = (file: string): string => file.replace(/^.*\/|\.json$/g, '');
