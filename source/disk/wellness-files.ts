import {mkdir, readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {isTemporaryName} from '../domain/file-name.js';
import {clearAbandoned} from './clear-temporary.js';
import {onDisk} from './disk-error.js';
import {keptFault, toKeptText} from './kept-file.js';
import {writeAtomically} from './write-atomically.js';

/** Inside an archive: what COROS keeps beside activities. */
export const wellnessFolder = 'wellness';

/** The files of that folder, by their subject: a month, `records` or `profile`. */
export type WellnessFiles = {
	/** Subjects that have a file. */
	subjects(): Promise<readonly string[]>;
	/** Its name inside the archive. */
	nameFor(subject: string): string;
	savedAt(subject: string): Promise<Date | undefined>;
	/** Writes a file, whole or not at all; 0 bytes where it says the same already. */
	write(subject: string, coros: object): Promise<number>;
	fault(subject: string): Promise<{readonly reason: string | undefined; readonly bytes: number}>;
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Nothing is made or read until a method is called. */
export const openWellnessFiles = (archive: string): WellnessFiles => {
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

	return {
		async subjects() {
			const names = await readOr(() => readdir(folder), []);
			return names
				.filter((name) => name.endsWith('.json') && !isTemporaryName(name))
				.map((name) => name.slice(0, -'.json'.length))
				.sort();
		},
		nameFor: (subject) => `${wellnessFolder}/${subject}.json`,
		savedAt: (subject) => readOr(async () => (await stat(toPath(subject))).mtime, undefined),
		async write(subject, coros) {
			if (!/^\d{4}-\d{2}$/.test(subject) && (await isSame(subject, coros))) {
				return 0;
			}

			const text = toKeptText({subject}, new Date(), coros);
			await onDisk(folder, async () => {
				await mkdir(folder, {recursive: true});
				clearAbandoned(folder);
				await writeAtomically(toPath(subject), text);
			});
			return Buffer.byteLength(text);
		},
		async fault(subject) {
			try {
				const text = await readFile(toPath(subject), 'utf8');
				return {reason: keptFault(text, {subject}), bytes: Buffer.byteLength(text)};
			} catch (error) {
				return {reason: `cannot be read (${(error as NodeJS.ErrnoException).code})`, bytes: 0};
			}
		},
	};
};
