import {readdir} from 'node:fs/promises';
import type {ExportFormat} from '../domain/export-format.js';
import {isTemporaryName, parseFileName, parseMetadataName} from '../domain/file-name.js';

/** What one reading of a folder finds. Sizes and contents are not looked at. */
export type FolderContent = {
	/** File names by activity id and format. */
	readonly files: ReadonlyMap<string, {readonly [Format in ExportFormat]?: string}>;
	/** Ids with a metadata file. */
	readonly metadata: ReadonlySet<string>;
	/** What interrupted runs left behind. */
	readonly temporary: readonly string[];
};

/** Reads a folder's names once, however many files there are. */
export const scanFolder = async (folder: string): Promise<FolderContent> => {
	const files = new Map<string, {[Format in ExportFormat]?: string}>();
	const metadata = new Set<string>();
	const temporary: string[] = [];
	for (const entry of await readdir(folder, {withFileTypes: true})) {
		const {name} = entry;
		const found = entry.isDirectory() ? undefined : parseFileName(name);
		const metadataId = parseMetadataName(name);
		if (found) {
			const formats = files.get(found.id) ?? {};
			formats[found.format] ??= name;
			files.set(found.id, formats);
		} else if (metadataId !== undefined) {
			metadata.add(metadataId);
		} else if (isTemporaryName(name)) {
			temporary.push(name);
		}
	}

	return {files, metadata, temporary};
};
