import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {ExportFormat} from '../domain/export-format.js';
import {isTemporaryName, parseFileName, parseMetadataName} from '../domain/file-name.js';
import {toNameKey} from '../domain/portable-name.js';
import {isAsideName, setAsideFolder} from './set-aside.js';

/** What one reading of a folder finds. Sizes and contents are not looked at. */
export type FolderContent = {
	/** File names by activity id and format; as a rule one each. */
	readonly files: ReadonlyMap<string, {readonly [Format in ExportFormat]?: readonly string[]}>;
	/** Names of metadata files by activity id. */
	readonly metadata: ReadonlyMap<string, string>;
	/** What interrupted runs left behind. */
	readonly temporary: readonly string[];
	/** Damaged files that were put aside, by this run or an earlier one. */
	readonly setAside: number;
	/** Names that are neither an export nor the program's own. */
	readonly strangers: readonly string[];
};

/** What `convert` makes of a FIT file, beside it. */
const isConverted = (name: string): boolean => /\.samples\.csv$/i.test(name);

// Hidden files are the program's own or the system's; these are the systems' that are not hidden.
const isOfTheSystem = (name: string): boolean =>
	name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini|icon\r)$/i.test(name);

const countAside = async (folder: string): Promise<number> => {
	const names = await readdir(path.join(folder, setAsideFolder)).catch(() => []);
	return names.filter((name) => !isOfTheSystem(name)).length;
};

export const emptyFolder: FolderContent = {
	files: new Map(),
	metadata: new Map(),
	temporary: [],
	setAside: 0,
	strangers: [],
};

/** Reads a folder's names once, however many files there are. */
export const scanFolder = async (folder: string): Promise<FolderContent> => {
	const files = new Map<string, {[Format in ExportFormat]?: string[]}>();
	const metadata = new Map<string, string>();
	const temporary: string[] = [];
	const strangers: string[] = [];
	let setAside = 0;
	for (const entry of await readdir(folder, {withFileTypes: true})) {
		const {name} = entry;
		const isFolder = entry.isDirectory();
		const found = isFolder ? undefined : parseFileName(name);
		const metadataId = isFolder ? undefined : parseMetadataName(name);
		if (found) {
			const formats = files.get(found.id) ?? {};
			formats[found.format] = [...(formats[found.format] ?? []), name];
			files.set(found.id, formats);
		} else if (metadataId !== undefined) {
			metadata.set(metadataId, name);
		} else if (!isFolder && isTemporaryName(name)) {
			temporary.push(name);
		} else if (isFolder && toNameKey(name) === setAsideFolder) {
			setAside += await countAside(folder);
		} else if (!isFolder && isAsideName(name)) {
			setAside += 1;
		} else if (!(isOfTheSystem(name) || isConverted(name))) {
			strangers.push(name);
		}
	}

	return {files, metadata, temporary, setAside, strangers};
};
