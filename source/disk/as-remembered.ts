import {exportFormats} from '../domain/export-format.js';
import {everyInSteps, type Steps} from '../domain/steps.js';
import type {ArchiveEntries} from './archive-entry.js';
import type {FolderContent} from './scan-folder.js';

/**
 * Whether a folder has just what is remembered of it, so that the next run finds nothing to
 * reconcile: every saved file under its very name, no other activity's or format's, every metadata
 * file, and nothing half done.
 */
export function* isAsRemembered(
	entries: ArchiveEntries,
	metadata: ReadonlyMap<string, string>,
	content: FolderContent,
): Steps<boolean> {
	const isSame = yield* everyInSteps(entries, ([id, formats]) =>
		exportFormats.every((format) => {
			const entry = formats[format];
			const names = content.files.get(id)?.[format] ?? [];
			return entry?.kind === 'saved' ? names.includes(entry.file) : names.length === 0;
		}),
	);
	return (
		isSame &&
		(yield* everyInSteps(content.files.keys(), (id) => entries.has(id))) &&
		(yield* everyInSteps(metadata, ([id, name]) => content.metadata.get(id) === name)) &&
		content.temporary.length === 0
	);
}
