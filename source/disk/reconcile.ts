import {type ExportFormat, exportFormats} from '../domain/export-format.js';
import {toNameKey} from '../domain/portable-name.js';
import {forEachInSteps, type Steps} from '../domain/steps.js';
import type {ArchiveEntries} from './archive-entry.js';
import type {FolderContent} from './scan-folder.js';

/** A file of an archive. */
export type ArchiveFile = {
	readonly id: string;
	readonly format: ExportFormat;
	/** Name inside the folder, with `/` where it is in one below. */
	readonly name: string;
};

/** Where state and folder differ. */
export type Differences = {
	/** Files the state does not know: to be checked before they are believed. */
	readonly unchecked: ArchiveFile[];
	/** Files the state knows under a name that is gone: to be believed where their size is the same. */
	readonly moved: ReadonlyArray<ArchiveFile & {readonly size: number}>;
	/** Second files of an activity and format, which stay what they are. */
	readonly spare: string[];
};

/** The name under which the folder has a file now, whatever a copy did to its case or accents. */
const nameOnDisk = (names: readonly string[], recorded: string): string | undefined =>
	names.find((name) => name === recorded) ??
	names.find((name) => toNameKey(name) === toNameKey(recorded));

/**
 * Holds what the state remembers against what the folder has. An entry without its file becomes
 * `gone`, one whose file is back becomes `saved` again; `entries` is changed in place.
 */
export function* reconcile(
	entries: ArchiveEntries,
	{files}: Pick<FolderContent, 'files'>,
): Steps<Differences> {
	yield* forEachInSteps(entries, ([id, formats]) => {
		for (const format of exportFormats) {
			const entry = formats[format];
			if (entry?.kind === 'saved' || entry?.kind === 'gone') {
				const file = nameOnDisk(files.get(id)?.[format] ?? [], entry.file);
				if (file === undefined && entry.kind === 'saved' && entry.madeHere) {
					delete formats[format]; // No loss: it can be made again at any time.
				} else if (file === undefined) {
					formats[format] = {...entry, kind: 'gone'};
				} else if (file !== entry.file || entry.kind === 'gone') {
					formats[format] = {...entry, kind: 'saved', file};
				}
			}
		}
	});

	const unchecked: ArchiveFile[] = [];
	const moved: Array<ArchiveFile & {size: number}> = [];
	const spare: string[] = [];
	yield* forEachInSteps(files, ([id, formats]) => {
		for (const format of exportFormats) {
			const entry = entries.get(id)?.[format];
			const known = entry?.kind === 'saved' ? entry.file : undefined;
			const others = (formats[format] ?? []).filter((name) => name !== known);
			const first = known === undefined ? others.shift() : undefined;
			if (first !== undefined && entry?.kind === 'gone') {
				moved.push({id, format, name: first, size: entry.size});
			} else if (first !== undefined) {
				unchecked.push({id, format, name: first});
			}

			spare.push(...others);
		}
	});

	return {unchecked, moved, spare};
}
