import {stat} from 'node:fs/promises';
import path from 'node:path';

/**
 * Marks of an archive's folder, by an empty name, and of those below it. A mark is another as soon as
 * a name in its folder came, went or changed: systems move a folder's times then.
 */
export type FolderMarks = {readonly [below: string]: string};

type Look = {
	readonly mark: string;
	readonly device: bigint;
	/** ms of Unix time. */
	readonly changedAt: number;
};

const look = async (folder: string): Promise<Look> => {
	const {dev, ino, mtimeNs, ctimeNs} = await stat(folder, {bigint: true});
	const latest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
	return {
		mark: [dev, ino, mtimeNs, ctimeNs].join(' '),
		device: dev,
		changedAt: Number(latest / 1_000_000n),
	};
};

/** The mark of one folder; undefined where it cannot be looked at. */
export const toFolderMark = async (folder: string): Promise<string | undefined> => {
	try {
		return (await look(folder)).mark;
	} catch {
		return undefined;
	}
};

/** Whether folders are as they were marked: one look each, and no name is read. */
export const areAsMarked = async (root: string, marks: FolderMarks): Promise<boolean> => {
	const same = await Promise.all(
		Object.entries(marks).map(
			async ([below, mark]) => (await toFolderMark(path.join(root, below))) === mark,
		),
	);
	return same.every(Boolean);
};

/**
 * How long ago a folder must have changed, in ms, for its mark to tell of every later change: what
 * happens twice within one step of a file system's clock leaves one time. The longest step, FAT's, is
 * two seconds.
 */
const settledMs = 3000;

export type FolderMarker = {
	/** Looks at a folder, before its names are read. */
	look(below: string): Promise<void>;
	/**
	 * The marks, once all names are read: undefined where something changed meanwhile or a moment
	 * before, where the clocks disagree, or where part of it is on another disk. `now`: ms of Unix time.
	 */
	marks(now: number): Promise<FolderMarks | undefined>;
};

/** Marks folders of which the names are read. */
export const createFolderMarker = (root: string): FolderMarker => {
	const looks = new Map<string, Look | undefined>();
	return {
		async look(below) {
			looks.set(below, await look(path.join(root, below)).catch(() => undefined));
		},
		async marks(now) {
			const device = looks.get('')?.device;
			const marks: Record<string, string> = {};
			for (const [below, seen] of looks) {
				if (!seen || seen.device !== device || seen.changedAt > now - settledMs) {
					return undefined;
				}

				marks[below] = seen.mark;
			}

			return (await areAsMarked(root, marks)) ? marks : undefined;
		},
	};
};
