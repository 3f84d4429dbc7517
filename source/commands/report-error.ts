import {type ErrorReport, exitCodeOf, isKnownError, toErrorReport} from '../domain/known-error.js';
import type {Io} from './io.js';

/** Prints what happened, why, and what to do next; the exit code is returned. */
export const printReport = (io: Io, {code, message, hint}: ErrorReport): number => {
	io.error(`${message}.\n${hint}\n`);
	return exitCodeOf(code);
};

/** The same for an error; a stack trace only where it was asked for. */
export const reportError = (io: Io, error: unknown, verbose: boolean): number => {
	const exitCode = printReport(io, toErrorReport(error));
	if (verbose && error instanceof Error && !isKnownError(error)) {
		io.error(`${error.stack ?? ''}\n`);
	}

	return exitCode;
};
