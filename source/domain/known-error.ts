import {type ErrorRow, errorTable} from './error-table.js';

export type ErrorCode = keyof typeof errorTable;

/** What to do next, where nothing more particular is known. */
export const usualHint = (code: ErrorReport['code']): string | undefined =>
	code === 'unexpected' ? undefined : errorTable[code].hint;

export const errorCodes = Object.keys(errorTable) as readonly ErrorCode[];

/** An error as events, `--json` lines and the app show it. Plain JSON, free of secrets. */
export type ErrorReport = {
	readonly code: ErrorCode | 'unexpected';
	readonly message: string;
	readonly hint: string;
};

/**
 * Every failure this program expects. What it says, what to do next, whether trying again can help
 * and the exit code all come from one table; `detail` adds the particulars and must hold no secret.
 */
export class KnownError extends Error {
	override readonly name = 'KnownError';
	readonly code: ErrorCode;
	readonly hint: string;
	readonly exitCode: number;
	readonly canRetry: boolean;
	/** How long the service asked to wait, in milliseconds, where it said so. */
	readonly retryAfterMs: number | undefined;

	constructor(
		code: ErrorCode,
		options: {
			readonly detail?: string;
			readonly hint?: string;
			readonly cause?: unknown;
			readonly retryAfterMs?: number | undefined;
		} = {},
	) {
		const row: ErrorRow = errorTable[code];
		super(options.detail ? `${row.what}: ${options.detail}` : row.what, {cause: options.cause});
		this.code = code;
		this.hint = options.hint ?? row.hint;
		this.exitCode = row.exit;
		this.canRetry = row.retry ?? false;
		this.retryAfterMs = options.retryAfterMs;
	}
}

export const isKnownError = (error: unknown): error is KnownError => error instanceof KnownError;

/** Whether an error is somebody's wish to stop, which is never shown as a failure. */
export const isAbort = (error: unknown): boolean =>
	error instanceof Error && error.name === 'AbortError';

export const exitCodeOf = (code: ErrorReport['code']): number =>
	code === 'unexpected' ? 1 : errorTable[code].exit;

export const toErrorReport = (error: unknown): ErrorReport =>
	isKnownError(error)
		? {code: error.code, message: error.message, hint: error.hint}
		: {
				code: 'unexpected',
				message: error instanceof Error ? error.message : String(error),
				hint: 'This is a fault in coros-tui: please report it, with --verbose output.',
			};

/** The error that a report tells of, to be thrown again. */
export const toError = ({code, message, hint}: ErrorReport): Error =>
	code === 'unexpected'
		? new Error(message)
		: new KnownError(code, {detail: message.slice(`${errorTable[code].what}: `.length), hint});
