import {createHash} from 'node:crypto';
import {readdir, rm} from 'node:fs/promises';
import path from 'node:path';
import type {ExportFormat} from '../domain/export-format.js';
import {toTemporaryName} from '../domain/file-name.js';
import {inTurn} from '../domain/turns.js';
import {createInspector, type Verdict} from '../inspect/inspector.js';
import {checkReadable} from './check-file.js';
import {dateFile} from './date-file.js';
import {onDisk, toDiskError} from './disk-error.js';
import {createFile} from './open-file.js';
import {renameFile} from './rename-file.js';
import {quarantineFile, setAsideFolder} from './set-aside.js';
import {syncFile, syncFolder} from './write-atomically.js';
import {writeBehind} from './write-behind.js';

/** Bytes on their way to a file, and what is known of them beforehand. */
export type Incoming = {
	readonly body: AsyncIterable<Uint8Array>;
	/** Bytes to come, where the sender said. */
	readonly size: number | undefined;
	/** Lowercase hex, where the sender named something that looks like an MD5. */
	readonly md5: string | undefined;
};

export type DownloadOptions = {
	readonly format: ExportFormat;
	readonly onBytes: (received: number) => void;
	/** Called once, when every byte is here, good or not: nothing more is asked of the sender. */
	readonly onArrived?: () => void;
};

/** What arrived, under a temporary name. `discard` is due in any case; it never undoes a commit. */
export type DownloadedFile = {
	readonly size: number;
	/** Lowercase hex. */
	readonly sha256: string;
	readonly verdict: Verdict;
	/** The sender named an MD5, or something that looks like one, and it is not that of the bytes. */
	readonly hasOtherMd5: boolean;
	/** Larger than any export, and cut off there: not to be asked for again. */
	readonly isEndless: boolean;
	/** Gives the file its name, once its bytes are on the disk. */
	commit(): Promise<void>;
	/** Keeps the bytes in `damaged/`, unless they are there; returns their name in the archive. */
	quarantine(): Promise<string>;
	/** Removes what was neither committed nor discarded yet. Never throws. */
	discard(): Promise<void>;
};

/** Bytes looked at in one piece: well under a millisecond's work. */
const pieceBytes = 32 * 1024;

/** No export comes near this: a hundred hours, a second each, are half of it. */
const maxBytes = 256 * 1024 * 1024;

/** Bytes as they arrived: a good file of the format that is shorter than announced is none. */
const judgeSize = (verdict: Verdict, size: number, announced: number | undefined): Verdict =>
	verdict.ok && announced !== undefined && announced !== size
		? {ok: false, reason: `${size} of ${announced} bytes`}
		: verdict;

/** The file in quarantine that has these bytes, if there is one. */
const findInQuarantine = async (
	folder: string,
	name: string,
	{format, sha256}: {readonly format: ExportFormat; readonly sha256: string},
): Promise<string | undefined> => {
	const {name: stem, ext} = path.parse(name);
	const names = await readdir(path.join(folder, setAsideFolder)).catch(() => []);
	for (const one of names.filter((one) => one.startsWith(`${stem}.`) && one.endsWith(ext))) {
		const kept = `${setAsideFolder}/${one}`;
		if ((await checkReadable(path.join(folder, kept), format)).sha256 === sha256) {
			return kept;
		}
	}

	return undefined;
};

/**
 * Streams a body into a folder, to a temporary file, and says what it is. The final name appears
 * with `commit` only. Failures of the body itself pass through, those of the disk get a name; after
 * either nothing is left behind.
 */
export const downloadFile = async (
	folder: string,
	name: string,
	incoming: Incoming,
	options: DownloadOptions & {
		/** When the activity began, Unix seconds: the file's time on the disk. */
		readonly time: number | undefined;
		/** Called when the new file is whole and on the disk, before it takes the name. */
		readonly beforeRename: (sha256: string) => Promise<void>;
	},
): Promise<DownloadedFile> => {
	const final = path.join(folder, name);
	const parent = path.dirname(final);
	const temporary = path.join(parent, toTemporaryName(path.basename(final)));
	const out = writeBehind(onDisk(parent, () => createFile(temporary, 0o644)));
	let isSettled = false;

	const discard = async () => {
		if (!isSettled) {
			isSettled = true;
			await out.abandon();
			await rm(temporary, {force: true}).catch(() => {});
		}
	};
	const flush = async () => {
		const file = await out.finish();
		await dateFile(file, options.time);
		await syncFile(file);
		await file.close();
	};

	try {
		const sha256 = createHash('sha256');
		const md5 = incoming.md5 === undefined ? undefined : createHash('md5');
		const inspector = createInspector(options.format);
		let size = 0;
		let hasArrived = false;
		const arrived = () => {
			if (!hasArrived) {
				hasArrived = true;
				options.onArrived?.();
			}
		};
		for await (const chunk of incoming.body) {
			size += chunk.byteLength;
			if (size > maxBytes) {
				break;
			}

			if (size === incoming.size) {
				arrived(); // Before they are looked at: that takes until the next turn, or longer.
			}

			for (let at = 0; at < chunk.byteLength; at += pieceBytes) {
				const piece = chunk.subarray(at, at + pieceBytes);
				await inTurn(() => {
					sha256.update(piece);
					md5?.update(piece);
					inspector.write(piece);
				});
			}

			await out.write(chunk);
			options.onBytes(size);
		}

		arrived();
		const hash = sha256.digest('hex');
		const isEndless = size > maxBytes;
		return {
			size,
			sha256: hash,
			verdict: isEndless
				? {ok: false, reason: 'more than 256 MB', impostor: true}
				: judgeSize(inspector.end(), size, incoming.size),
			hasOtherMd5: md5 !== undefined && md5.digest('hex') !== incoming.md5,
			isEndless,
			discard,
			commit: () =>
				onDisk(folder, async () => {
					await flush();
					await options.beforeRename(hash);
					await renameFile(temporary, final);
					isSettled = true;
					await syncFolder(parent);
				}),
			quarantine: () =>
				onDisk(folder, async () => {
					const kept = await findInQuarantine(folder, name, {format: options.format, sha256: hash});
					if (kept === undefined) {
						await flush();
					}

					return kept ?? (await quarantineFile(folder, path.relative(folder, temporary), name));
				}),
		};
	} catch (error) {
		await discard();
		throw toDiskError(error, folder);
	}
};
