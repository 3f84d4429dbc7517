import {usage} from './usage.js';

/** `--backup-dir` in the environment. */
export const toVariable = (flag: string): string =>
	`COROS_TUI_${flag.replaceAll('-', '_').toUpperCase()}`;

/** The flags that take no value. */
export const bareFlags: readonly string[] = [
	'demo',
	'password-stdin',
	'json',
	'quiet',
	'verbose',
	'dry-run',
	'overwrite',
	'full',
	'details',
	'wellness',
	'repair',
	'keychain',
	'no-color',
];

const switchWords = /^(?:1|0|true|false|yes|no|on|off|)$/i;

/** yargs takes any other word for no: what was to be a dry run would then be a real one. */
export const checkSwitches = (argv: readonly string[]): void => {
	for (const flag of bareFlags) {
		const given = argv.find((word) => word.startsWith(`--${flag}=`));
		if (given !== undefined && !/=(?:true|false)$/.test(given)) {
			throw usage(`--${flag} takes no value, not ${given.slice(flag.length + 3)}`);
		}

		const value = process.env[toVariable(flag)] ?? '';
		if (!switchWords.test(value)) {
			throw usage(`${toVariable(flag)} takes 1 or 0, not ${value}`);
		}
	}
};

/** yargs takes only "true" from the environment; people write 1. */
export const spellOutBooleans = (): void => {
	for (const name of bareFlags.map(toVariable)) {
		if (/^(1|yes|on)$/i.test(process.env[name] ?? '')) {
			process.env[name] = 'true';
		}
	}
};

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

/** A notify command may use this program in its turn: the results of one run are no flags of the next. */
export const dropResults = (): void => {
	for (const name of resultVariables) {
		delete process.env[`COROS_TUI_${name}`];
	}
};
