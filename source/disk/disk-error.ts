import {existsSync} from 'node:fs';
import path from 'node:path';
import {type ErrorCode, KnownError} from '../domain/known-error.js';

const codes: Readonly<Record<string, ErrorCode>> = {
	ENOSPC: 'disk-full',
	EDQUOT: 'disk-full',
	EACCES: 'no-permission',
	EPERM: 'no-permission',
	EROFS: 'no-permission',
	EBUSY: 'file-in-use',
	EMFILE: 'too-many-files',
	ENFILE: 'too-many-files',
};

// A folder that cannot be made, in words.
const reasons: Readonly<Record<string, string>> = {
	'EEXIST mkdir': 'there is a file of that name',
	'ENOENT mkdir': 'no folder can be made there',
};

const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
	error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';

/** Names what the file system threw at a file or folder; anything else passes through untouched. */
export const toDiskError = (error: unknown, place: string): unknown => {
	if (!isErrno(error)) {
		return error;
	}

	const code = codes[error.code ?? ''] ?? 'disk-error';
	// Of a folder it is one file that is in use.
	const where = path.resolve(code === 'file-in-use' ? (error.path ?? place) : place);
	const isFile = error.code === 'ENOTDIR' ? 'it, or a part of it, is a file, no folder' : undefined;
	const {root} = path.parse(where);
	const isRootGone = error.code === 'ENOENT' && error.syscall === 'mkdir' && !existsSync(root);
	const why =
		(isRootGone ? `${root} is not there` : isFile) ??
		reasons[`${error.code} ${error.syscall}`] ??
		`${error.code}, ${error.syscall}`;
	const detail = code === 'disk-error' ? `${where} (${why})` : where;
	return new KnownError(code, {detail, cause: error});
};

/** Runs work on the file system and names its failures. */
export const onDisk = async <Result>(
	place: string,
	work: () => Promise<Result>,
): Promise<Result> => {
	try {
		return await work();
	} catch (error) {
		throw toDiskError(error, place);
	}
};

/** The same for work that is done at once. */
export const atDisk = <Result>(place: string, work: () => Result): Result => {
	try {
		return work();
	} catch (error) {
		throw toDiskError(error, place);
	}
};
