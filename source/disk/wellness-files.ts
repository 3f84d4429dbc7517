import {mkdir, readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {isTemporaryName} from '../domain/file-name.js';
import {clearAbandoned} from './clear-temporary.js';
import {onDisk} from './disk-error.js';
import {isOfTheSystem} from './folder-names.js';
import {type KeptFault, keptFault, readKeptFault, toKeptText} from './kept-file.js';
import {copyAside} from './set-aside.js';
import {writeAtomically} from './write-atomically.js';

/** Inside an archive: what COROS keeps beside activities. */
export const wellnessFolder = 'wellness';

/** The files of that folder, by their subject: a month, `records` or `profile`. */
export type WellnessFiles = {
	/** Subjects that have a file, and names of files that are somebody else's. */
	find(): Promise<{readonly subjects: readonly string[]; readonly strangers: readonly string[]}>;
	/** Its name inside the archive. */
	nameFor(subject: string): string;
	savedAt(subject: string): Promise<Date | undefined>;
	/**
	 * Writes a file, whole or not at all; 0 bytes where it says the same already. A damaged one that
	 * was there is put aside.
	 */
	write(subject: string, coros: object): Promise<number>;
	fault(subject: string): Promise<KeptFault>;
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const subjectName = /^(\d{4}-(?:0[1-9]|1[0-2])|records|profile)\.json$/;

/**
 * Nothing is made or read until a method is called. `check` throws where the archive's folder is not
 * what it was.
 */
export const createWellnessFiles = (archive: string, check: () => void): WellnessFiles => {
	const folder = path.join(archive, wellnessFolder);
	const toPath = (subject: string) => path.join(folder, `${subject}.json`);

	const readOr = async <Value>(read: () => Promise<Value>, other: Value): Promise<Value> =>
		onDisk(folder, () =>
			read().catch((error: unknown) => {
				if (isMissing(error)) {
					return other;
				}

				throw error;
			}),
		);

	const isSame = async (subject: string, coros: object): Promise<boolean> => {
		const text = await readOr(() => readFile(toPath(subject), 'utf8'), '');
		return (
			keptFault(text, {subject}) === undefined &&
			JSON.stringify((JSON.parse(text) as {coros: unknown}).coros) === JSON.stringify(coros)
		);
	};

	const nameFor = (subject: string): string => `${wellnessFolder}/${subject}.json`;
	const fault = (subject: string) => readKeptFault(toPath(subject), {subject});

	return {
		async find() {
			const names = (await readOr(() => readdir(folder), [])).sort();
			const isOurs = (name: string) => subjectName.test(name);
			return {
				subjects: names.filter(isOurs).map((name) => name.slice(0, -'.json'.length)),
				strangers: names
					.filter((name) => !isOurs(name) && !isTemporaryName(name) && !isOfTheSystem(name))
					.map((name) => `${wellnessFolder}/${name}`),
			};
		},
		nameFor,
		savedAt: (subject) => readOr(async () => (await stat(toPath(subject))).mtime, undefined),
		async write(subject, coros) {
			if (!/^\d{4}-\d{2}$/.test(subject) && (await isSame(subject, coros))) {
				return 0;
			}

			const text = toKeptText({subject}, new Date(), coros);
			await onDisk(folder, async () => {
				check();
				await mkdir(folder, {recursive: true});
				clearAbandoned(folder);
				if ((await fault(subject)).reason !== undefined) {
					await copyAside(archive, nameFor(subject));
				}

				await writeAtomically(toPath(subject), text);
			});
			return Buffer.byteLength(text);
		},
		fault,
	};
};
