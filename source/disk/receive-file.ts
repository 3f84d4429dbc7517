import {createHash} from 'node:crypto';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import type {ExportFormat} from '../domain/export-format.js';
import {toTemporaryName} from '../domain/file-name.js';
import {inTurn} from '../domain/turns.js';
import {createInspector} from '../inspect/inspector.js';
import {dateFile} from './date-file.js';
import {onDisk, toDiskError} from './disk-error.js';
import {createFile} from './open-file.js';
import {renameFile} from './rename-file.js';
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

export type ReceiveOptions = {
	readonly format: ExportFormat;
	/** When the activity began, Unix seconds: the file's time on the disk. */
	readonly time: number | undefined;
	/** Whether a file that starts then (Unix seconds) can be this activity's. */
	readonly belongs: (startTime: number | undefined, sha256: string) => boolean;
	/** SHA-256 of what was refused before: the same bytes twice are no accident of the network. */
	readonly refused: ReadonlySet<string>;
	readonly onBytes: (received: number) => void;
	/** Called once, when every byte is here, good or not: nothing more is asked of the sender. */
	readonly onArrived?: () => void;
	/** Called when every byte is here and found good: what is left is the disk's. */
	readonly onReceived?: () => void;
	/** Called when the new file is whole and on the disk, before it takes the name. */
	readonly beforeRename: (sha256: string) => Promise<void>;
};

export type Received =
	| {readonly kind: 'saved'; readonly size: number; readonly sha256: string}
	| {
			readonly kind: 'refused';
			readonly code: 'bad-file' | 'wrong-file';
			readonly reason: string;
			/** It was a file of the format, only not a good one; otherwise an apology or nothing. */
			readonly genuine: boolean;
			/** Larger than any export: not to be asked for again. */
			readonly isEndless?: boolean;
			readonly size: number;
			readonly sha256: string;
	  };

/** Bytes looked at in one piece: well under a millisecond's work. */
const pieceBytes = 32 * 1024;

/** No export comes near this: a hundred hours, a second each, are half of it. */
const mostBytes = 256 * 1024 * 1024;

const judge = (
	incoming: Incoming,
	options: ReceiveOptions,
	got: {
		readonly size: number;
		readonly sha256: string;
		readonly md5: string | undefined;
		readonly verdict: ReturnType<ReturnType<typeof createInspector>['end']>;
	},
): Received => {
	const {size, sha256, md5, verdict} = got;
	const refuse = (code: 'bad-file' | 'wrong-file', reason: string): Received => ({
		kind: 'refused',
		code,
		reason,
		genuine: verdict.ok || !verdict.impostor,
		isEndless: size > mostBytes,
		size,
		sha256,
	});
	if (!verdict.ok) {
		return refuse('bad-file', verdict.reason);
	}

	if (incoming.size !== undefined && incoming.size !== size) {
		return refuse('bad-file', `${size} of ${incoming.size} bytes`);
	}

	const isRepeated = options.refused.has(sha256);
	if (
		!options.belongs(verdict.startTime, sha256) &&
		!(isRepeated && verdict.startTime === undefined)
	) {
		return refuse('wrong-file', 'its content is another’s');
	}

	// What looks like an MD5 need not be one: the same bytes a second time are believed, unless the
	// format cannot show that they are all there.
	if (incoming.md5 !== undefined && incoming.md5 !== md5 && (!isRepeated || verdict.openEnded)) {
		return refuse('bad-file', 'its bytes changed on the way');
	}

	return {kind: 'saved', size, sha256};
};

/**
 * Streams a body into a folder. The final name appears only when every byte is there, checked and
 * on the disk; whatever else happens, nothing is left behind. Failures of the body itself pass
 * through, those of the disk get a name.
 */
export const receiveFile = async (
	folder: string,
	name: string,
	incoming: Incoming,
	options: ReceiveOptions,
): Promise<Received> => {
	const final = path.join(folder, name);
	const place = path.dirname(final);
	const temporary = path.join(place, toTemporaryName(path.basename(final)));
	const out = writeBehind(onDisk(place, () => createFile(temporary, 0o644)));
	let kept = false;
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
			if (size > mostBytes) {
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
		const received = judge(incoming, options, {
			size,
			sha256: sha256.digest('hex'),
			md5: md5?.digest('hex'),
			verdict:
				size > mostBytes
					? {ok: false, reason: 'more than 256 MB', impostor: true}
					: inspector.end(),
		});
		if (received.kind === 'saved') {
			options.onReceived?.();
			const file = await out.finish();
			await dateFile(file, options.time);
			await syncFile(file);
			await file.close();
			await options.beforeRename(received.sha256);
			await renameFile(temporary, final);
			kept = true;
			await syncFolder(place);
		}

		return received;
	} catch (error) {
		throw toDiskError(error, folder);
	} finally {
		if (!kept) {
			await out.abandon();
			await rm(temporary, {force: true}).catch(() => {});
		}
	}
};
