import {exportFormats} from '../domain/export-format.js';
import type {ArchiveEntries} from './archive-entry.js';
import type {ArchiveFile} from './reconcile.js';

/** A file as the state remembers it. */
export type RecordedFile = ArchiveFile & {
	/** Bytes. */
	readonly size: number;
	/** Lowercase hex. */
	readonly sha256: string;
	/** Made here from the FIT file. */
	readonly madeHere?: true;
};

/** Every file of a kind that the state remembers. */
export function* recorded(
	entries: ArchiveEntries,
	kind: 'saved' | 'gone',
): Generator<RecordedFile> {
	for (const [id, formats] of entries) {
		for (const format of exportFormats) {
			const entry = formats[format];
			if (entry?.kind === kind) {
				const {file: name, size, sha256} = entry;
				const made = entry.kind === 'saved' && entry.madeHere && ({madeHere: true} as const);
				yield {id, format, name, size, sha256, ...made};
			}
		}
	}
}

/** Every bad file that was put aside and not replaced yet. */
export function* putAside(
	entries: ArchiveEntries,
): Generator<ArchiveFile & {readonly reason: string}> {
	for (const [id, formats] of entries) {
		for (const format of exportFormats) {
			const entry = formats[format];
			if (entry?.kind === 'failed' && entry.file !== undefined) {
				yield {id, format, name: entry.file, reason: entry.message};
			}
		}
	}
}

/** The name, without its extension, that an activity's saved files have; undefined without any. */
export const savedStem = (entries: ArchiveEntries, id: string): string | undefined => {
	const saved = Object.values(entries.get(id) ?? {}).find(({kind}) => kind === 'saved');
	return saved?.kind === 'saved' ? saved.file.replace(/\.[^./]+$/, '') : undefined;
};
