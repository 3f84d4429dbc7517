import {renameSync, type Stats, statSync} from 'node:fs';
import {rename} from 'node:fs/promises';
import {platform as systemPlatform} from 'node:os';
import path from 'node:path';
import {isTemporaryName} from '../domain/file-name.js';
import {KnownError} from '../domain/known-error.js';

export type RenameOptions = {
	/** How long a file that is in use is waited for, in milliseconds. */
	readonly patienceMs?: number;
	/** As Node names it. */
	readonly platform?: NodeJS.Platform;
};

// A scanner or an indexer of Windows reads what has just been written, and is done in a moment.
const usualPatienceMs = 5000;

/** Where nothing else can happen meanwhile, not even a key. */
const patienceAtOnceMs = 1000;

/** Windows has these both for what a program has open and for what is not allowed. */
const unclear = new Set(['EPERM', 'EACCES']);

/** Whether the file system refused what another program has open, or may have. */
export const isInUse = (error: unknown, platform = systemPlatform()): boolean => {
	const {code = ''} = error as NodeJS.ErrnoException;
	return code === 'EBUSY' || (platform === 'win32' && unclear.has(code));
};

const statOf = (file: string): Stats | undefined => {
	try {
		return statSync(file);
	} catch {
		return undefined;
	}
};

/** Windows replaces neither a folder nor what is marked as read-only, however long one waits. */
const isRefused = (target: Stats | undefined): boolean =>
	target !== undefined && (!target.isFile() || (target.mode & 0o200) === 0);

function* delays(patienceMs: number): Generator<number> {
	const until = Date.now() + patienceMs;
	for (let waitMs = 10; Date.now() + waitMs <= until; waitMs = Math.min(waitMs * 2, 250)) {
		yield waitMs;
	}
}

/** How one renaming is tried again. */
const createRetry = (
	from: string,
	to: string,
	{patienceMs = usualPatienceMs, platform = systemPlatform()}: RenameOptions,
) => {
	const waits = delays(patienceMs);
	/** Milliseconds to wait after a failure. Throws where that does not help, or no longer. */
	return (error: unknown): number => {
		const {code = ''} = error as NodeJS.ErrnoException;
		const isUnclear = unclear.has(code);
		const target = isUnclear ? statOf(to) : undefined;
		if (!isInUse(error, platform) || isRefused(target)) {
			throw error;
		}

		const {done, value} = waits.next();
		if (!done) {
			return value;
		}

		// Nothing is there that could be open, and a scanner takes no seconds: it is not allowed.
		if (isUnclear && !target) {
			throw error;
		}

		const detail = path.resolve(isTemporaryName(path.basename(from)) ? to : from);
		throw new KnownError('file-in-use', {detail, cause: error});
	};
};

/**
 * Renames a file, also over another. On Windows that fails while any program has one of the two open:
 * it is tried again for a few seconds. Throws `file-in-use`, or what the file system says.
 */
export const renameFile = async (
	from: string,
	to: string,
	options: RenameOptions = {},
): Promise<void> => {
	const afterFailure = createRetry(from, to, options);
	for (;;) {
		try {
			await rename(from, to);
			return;
		} catch (error) {
			const waitMs = afterFailure(error);
			await new Promise((resolve) => setTimeout(resolve, waitMs));
		}
	}
};

/** The same at once. */
export const renameFileNow = (from: string, to: string, options: RenameOptions = {}): void => {
	const afterFailure = createRetry(from, to, {patienceMs: patienceAtOnceMs, ...options});
	for (;;) {
		try {
			renameSync(from, to);
			return;
		} catch (error) {
			const waitMs = afterFailure(error);
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
		}
	}
};
