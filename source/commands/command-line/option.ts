/** A flag, as it is typed after two dashes; in the environment it is `COROS_TUI_…`. */
export type Option = {
	/** Without its dashes. */
	readonly name: string;
	readonly describe: string;
	/** Whether a text follows it. A flag with a value is never without one: that would be another run. */
	readonly takesValue: boolean;
	/** No help and no completion tells of it. */
	readonly isHidden?: boolean;
};

export const takes = (name: string, describe: string): Option => ({
	name,
	describe,
	takesValue: true,
});

export const bare = (name: string, describe: string): Option => ({
	name,
	describe,
	takesValue: false,
});

const hidden = (name: string): Option => ({...takes(name, ''), isHidden: true});

/** What every command takes. */
export const commonOptions: readonly Option[] = [
	takes('backup-dir', 'Folder of the backup [./coros_activities]'),
	takes('format', 'fit, tcx, gpx, kml, csv or all; repeat or use commas'),
	takes('profile', 'A named account, with session, settings and folder of its own'),
	takes('email', 'E-mail of the COROS account'),
	takes('password', 'Its password (other programs can see it here)'),
	bare('password-stdin', 'Read the password from standard input'),
	takes('password-command', 'Take the password from the first line this shell command prints'),
	takes('notify-command', 'After backup, give its summary to this shell command, however it ended'),
	takes('token', 'A session token instead of a login: the browser’s CPL-coros-token'),
	takes('code', 'The six digits COROS mailed'),
	takes('region', 'Where the account is: auto, us, eu, cn or sg [auto]'),
	takes('base-url', 'Other API hosts: URL, or us=URL,eu=URL,…'),
	takes('concurrency', 'Files at once, 1 to 32 [8]'),
	takes('config-dir', 'Folder of settings and session'),
	bare('demo', 'Use a made-up account, on this machine alone'),
	bare('json', 'Print one JSON object a line'),
	bare('quiet', 'Print problems only'),
	bare('verbose', 'Print every file and retry, and keep a log of all requests'),
	bare('no-color', 'No colours; NO_COLOR does the same'),
	hidden('timeout'),
	hidden('retry-delay'),
];
