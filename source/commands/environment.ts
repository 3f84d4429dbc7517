const toVariable = (flag: string): string => `COROS_TUI_${flag.replaceAll('-', '_').toUpperCase()}`;

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

/** What yargs finds wrong; it speaks of an argument even where the environment holds it. */
export const explain = (message: string): string => {
	const [, flag] = /^Unknown argument: ([\w-]+)$/.exec(message.trim()) ?? [];
	return flag !== undefined && process.env[toVariable(flag)] !== undefined
		? `the environment variable ${toVariable(flag)} is no setting of coros-tui`
		: message.trim().replaceAll('\n', ' ');
};
