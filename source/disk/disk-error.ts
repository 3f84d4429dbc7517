import path from 'node:path';
import {type ErrorCode, KnownError} from '../domain/known-error.js';

const codes: Readonly<Record<string, ErrorCode>> = {
	ENOSPC: 'disk-full',
	EDQUOT: 'disk-full',
	EACCES: 'no-permission',
	EPERM: 'no-permission',
	EROFS: 'no-permission',
};

const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
	error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';

/** Names what the file system threw; anything else passes through untouched. */
export const toDiskError = (error: unknown, folder: string): unknown => {
	if (!isErrno(error)) {
		return error;
	}

	const code = codes[error.code ?? ''] ?? 'disk-error';
	const where = path.resolve(folder);
	const detail = code === 'disk-error' ? `${where} (${error.code}, ${error.syscall})` : where;
	return new KnownError(code, {detail, cause: error});
};

/** Runs work on the file system and names its failures. */
export const onDisk = async <Result>(
	folder: string,
	work: () => Promise<Result>,
): Promise<Result> => {
	try {
		return await work();
	} catch (error) {
		throw toDiskError(error, folder);
	}
};
