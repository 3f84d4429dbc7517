import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {ExportFormat} from '../domain/export-format.js';
import {
	isTemporaryName,
	parseDetailName,
	parseFileName,
	parseMetadataName,
} from '../domain/file-name.js';
import {toNameKey} from '../domain/portable-name.js';
import {finishInTurns, forEachInSteps} from '../domain/steps.js';
import {type FolderNames, hasName, inOrder, isOfTheSystem, readNames} from './folder-names.js';
import {isAsideName, setAsideFolder} from './set-aside.js';
import {wellnessFolder} from './wellness-files.js';

/**
 * What one reading of a folder and those below it finds, by names with `/` between folders. Sizes
 * and contents are not looked at.
 */
export type FolderContent = {
	/** File names by activity id and format; as a rule one each, those further up first. */
	readonly files: ReadonlyMap<string, {readonly [Format in ExportFormat]?: readonly string[]}>;
	/** Names of metadata files by activity id. */
	readonly metadata: ReadonlyMap<string, string>;
	/** Names of the files of details by activity id. */
	readonly details: ReadonlyMap<string, string>;
	/** What `convert` made of FIT files, beside them. */
	readonly converted: ReadonlySet<string>;
	/** What interrupted runs left behind. */
	readonly temporary: readonly string[];
	/** Damaged files that were put aside, by this run or an earlier one. */
	readonly setAside: number;
	/** Names that are neither an export nor the program's own. */
	readonly strangers: readonly string[];
};

/** What `convert` makes of a FIT file, beside it. */
const isConverted = (name: string): boolean => /\.samples\.csv$/i.test(name);

/** Folders below folders, as many as a layout of names can have. */
export const deepest = 4;

/** Marks the folder of an archive: one inside another is not part of it. */
export const stateName = '.corosexport_state.json';

const countAside = async (folder: string): Promise<number> => {
	const names = await readdir(path.join(folder, setAsideFolder)).catch(() => []);
	return names.filter((name) => !isOfTheSystem(name)).length;
};

export const emptyFolder: FolderContent = {
	files: new Map(),
	metadata: new Map(),
	details: new Map(),
	converted: new Set(),
	temporary: [],
	setAside: 0,
	strangers: [],
};

type Found = {
	readonly files: Map<string, {[Format in ExportFormat]?: string[]}>;
	readonly metadata: Map<string, string>;
	readonly details: Map<string, string>;
	readonly converted: Set<string>;
	readonly temporary: string[];
};

const addFirst = (names: Map<string, string>, id: string, full: string): void => {
	if (!names.has(id)) {
		names.set(id, full);
	}
};

/** Sorts a file by its name; false for one that is a stranger. */
const sortFile = (found: Found, name: string, full: string): boolean => {
	const file = parseFileName(name);
	if (file) {
		const formats = found.files.get(file.id) ?? {};
		formats[file.format] = [...(formats[file.format] ?? []), full];
		found.files.set(file.id, formats);
		return true;
	}

	const metadataId = parseMetadataName(name);
	const detailId = parseDetailName(name);
	if (metadataId !== undefined) {
		addFirst(found.metadata, metadataId, full);
	} else if (detailId !== undefined) {
		addFirst(found.details, detailId, full);
	} else if (isTemporaryName(name)) {
		found.temporary.push(full);
	} else if (isConverted(name)) {
		found.converted.add(full);
	} else {
		return isOfTheSystem(name);
	}

	return true;
};

type Level = {
	/** Names of this folder and those below it that are nobody's. */
	readonly strangers: string[];
	/** Whether anything in it is an archive's. */
	readonly isOurs: boolean;
};

// As arguments of one call, a hundred thousand names are too many.
const addAll = (names: string[], more: readonly string[]): void => {
	for (const name of more) {
		names.push(name);
	}
};

const foreign = (name: string): Level => ({strangers: [name], isOurs: false});

/** Reads a folder below the archive's own; one that holds nothing of it is one stranger. */
const scanBelow = async (
	root: string,
	below: string,
	depth: number,
	found: Found,
): Promise<Level> => {
	// A folder that cannot be read, such as a disk's lost+found, is somebody else's.
	const names = await readNames(path.join(root, below)).catch(() => undefined);
	if (!names || hasName(names, stateName)) {
		return foreign(below);
	}

	const strangers: string[] = [];
	let isOurs = false;
	const sort = (name: string) => {
		const full = `${below}/${name}`;
		if (!sortFile(found, name, full)) {
			strangers.push(full);
		} else if (!isOfTheSystem(name)) {
			isOurs = true;
		}
	};
	await finishInTurns(forEachInSteps(await finishInTurns(inOrder(names.files)), sort));
	for (const name of names.folders.toSorted()) {
		const full = `${below}/${name}`;
		const level =
			depth < deepest && !isOfTheSystem(name)
				? await scanBelow(root, full, depth + 1, found)
				: foreign(full);
		addAll(strangers, isOfTheSystem(name) ? [] : level.strangers);
		isOurs ||= level.isOurs;
	}

	return isOurs ? {strangers, isOurs} : foreign(below);
};

/**
 * Reads a folder's names once, and once those of each folder below, however many files there are.
 * Its own may have been read already.
 */
export const scanFolder = async (folder: string, names?: FolderNames): Promise<FolderContent> => {
	const found: Found = {
		files: new Map(),
		metadata: new Map(),
		details: new Map(),
		converted: new Set(),
		temporary: [],
	};
	const {files, folders} = names ?? (await readNames(folder));
	const strangers: string[] = [];
	let setAside = 0;
	const sort = (name: string) => {
		if (isAsideName(name)) {
			setAside += 1;
		} else if (!sortFile(found, name, name)) {
			strangers.push(name);
		}
	};
	await finishInTurns(forEachInSteps(await finishInTurns(inOrder(files)), sort));
	for (const name of folders.toSorted()) {
		if (toNameKey(name) === setAsideFolder) {
			setAside += await countAside(folder);
		} else if (!isOfTheSystem(name) && toNameKey(name) !== wellnessFolder) {
			addAll(strangers, (await scanBelow(folder, name, 1, found)).strangers);
		}
	}

	return {...found, setAside, strangers};
};
