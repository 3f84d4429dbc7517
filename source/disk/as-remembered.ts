import {exportFormats} from '../domain/export-format.js';
import type {ArchiveEntries} from './archive-entry.js';
import type {FolderContent} from './scan-folder.js';

/**
 * Whether a folder has just what is remembered of it, so that the next run finds nothing to
 * reconcile: every saved file under its very name, no other activity's or format's, every metadata
 * file, and nothing half done.
 */
export const isAsRemembered = (
	entries: ArchiveEntries,
	metadata: ReadonlyMap<string, string>,
	content: FolderContent,
): boolean => {
	for (const [id, formats] of entries) {
		for (const format of exportFormats) {
			const entry = formats[format];
			const names = content.files.get(id)?.[format] ?? [];
			if (entry?.kind === 'saved' ? !names.includes(entry.file) : names.length > 0) {
				return false;
			}
		}
	}

	for (const id of content.files.keys()) {
		if (!entries.has(id)) {
			return false;
		}
	}

	for (const [id, name] of metadata) {
		if (content.metadata.get(id) !== name) {
			return false;
		}
	}

	return content.temporary.length === 0;
};
