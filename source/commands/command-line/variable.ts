const prefix = 'COROS_TUI_';

/** `--backup-dir` in the environment. */
export const toVariable = (flag: string): string =>
	`${prefix}${flag.replaceAll('-', '_').toUpperCase()}`;

/** The flag of a variable; undefined for one that is not this program's. */
export const ofVariable = (name: string): string | undefined =>
	name.startsWith(prefix)
		? name.slice(prefix.length).replaceAll('_', '-').toLowerCase()
		: undefined;

/** What a notify command is told in its environment, beside what this program reads there itself. */
export const resultVariables = [
	'STATUS',
	'EXIT_CODE',
	'ERROR',
	'FOUND',
	'SAVED',
	'UP_TO_DATE',
	'UNAVAILABLE',
	'FAILED',
	'BYTES',
	'DURATION_MS',
	'FOLDER',
] as const;
