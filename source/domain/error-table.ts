/** What a failure says, and what it means for a run. */
export type ErrorRow = {
	/** What happened, as a sentence's beginning. */
	readonly what: string;
	/** What to do next. */
	readonly hint: string;
	/** The process's exit code when this ends a run; contract for scripts. */
	readonly exit: number;
	/** Whether trying the same request again can help. */
	readonly retry?: true;
};

/** Every failure the program expects, by its code. */
export const errorTable = {
	usage: {what: 'That command line does not fit', hint: 'See coros-tui --help.', exit: 2},
	'no-terminal': {
		what: 'The app needs a terminal',
		hint: 'In scripts use: coros-tui backup, coros-tui list or coros-tui export.',
		exit: 2,
	},
	'wrong-account': {
		what: 'This folder holds the backup of another COROS account',
		hint: 'Give this account a folder of its own, with --backup-dir or in the settings of the app.',
		exit: 2,
	},
	'unknown-profile': {
		what: 'There is no such profile',
		hint: 'See them with: coros-tui profiles. A new one begins with: coros-tui login --profile NAME.',
		exit: 2,
	},
	'wrong-password': {
		what: 'COROS does not know this e-mail and password',
		hint: 'Check both at https://training.coros.com, then try again. In a shell, put single quotes around a password with special characters.',
		exit: 4,
	},
	'code-needed': {
		what: 'COROS has mailed a six-digit code to this account',
		hint: 'Run the same command again with --code 123456 within ten minutes, or sign in once with: coros-tui login.',
		exit: 4,
	},
	'password-command': {
		what: 'The password command gave no password',
		hint: 'Run it by itself, in a shell of the same user, to see what it says; the first line it prints has to be the password.',
		exit: 4,
	},
	'wrong-code': {
		what: 'COROS did not accept that code',
		hint: 'Check the newest mail from COROS and run again with its --code.',
		exit: 4,
	},
	'no-challenge': {
		what: 'No sign-in is waiting for a code',
		hint: 'Run the command without --code first: COROS then mails a new one.',
		exit: 4,
	},
	'session-expired': {
		what: 'The COROS session has ended; another login, such as the web site, replaces it',
		hint: 'Sign in again with: coros-tui login.',
		exit: 4,
	},
	'sign-in-needed': {
		what: 'Nobody is signed in',
		hint: 'Run coros-tui login once, or give --email with --password-stdin, or --token.',
		exit: 4,
	},
	'no-keychain': {
		what: 'The keychain of this system could not be used',
		hint: 'Unlock it and try again; or coros-tui logout, then coros-tui login without --keychain: the session is then kept in a file that only you can read.',
		exit: 4,
	},
	'sign-in-refused': {
		what: 'COROS refused the sign-in',
		hint: 'Sign in with a browser at https://training.coros.com to see whether the account works, then try again, or paste its session with --token.',
		exit: 4,
	},
	offline: {
		what: 'COROS could not be reached',
		hint: 'Check the network and run again; what is saved stays saved.',
		exit: 5,
		retry: true,
	},
	timeout: {
		what: 'COROS took too long to answer',
		hint: 'Run again later; what is saved stays saved.',
		exit: 5,
		retry: true,
	},
	'server-error': {
		what: 'COROS had an error of its own',
		hint: 'Run again later; what is saved stays saved.',
		exit: 5,
		retry: true,
	},
	'rate-limited': {
		what: 'COROS asked to slow down',
		hint: 'Wait some minutes and run again, with fewer files at once (--concurrency) if it happens often.',
		exit: 5,
		retry: true,
	},
	'unexpected-response': {
		what: 'COROS answered with something that is not its API',
		hint: 'It may be under maintenance: run again later. If it stays, its private API has changed: please report it.',
		exit: 5,
		retry: true,
	},
	'proxy-unreachable': {
		what: 'The proxy could not be reached',
		hint: 'Check HTTPS_PROXY, or reach COROS without it: NO_PROXY=.coros.com,.amazonaws.com,.aliyuncs.com.',
		exit: 5,
		retry: true,
	},
	'proxy-refused': {
		what: 'The proxy did not let the request through',
		hint: 'Check HTTPS_PROXY; a name and password belong into it: http://name:password@host:port.',
		exit: 5,
	},
	'not-secure': {
		what: 'The connection is not secure, so nothing was sent',
		hint: 'Where a company inspects connections, name its certificate: NODE_EXTRA_CA_CERTS=/path/to/company.pem. Elsewhere check this machine’s clock, and do not trust this network.',
		exit: 5,
	},
	refused: {
		what: 'COROS refused the request',
		hint: 'Run again later; if it stays, please report it with --verbose output.',
		exit: 5,
	},
	'link-refused': {
		what: 'COROS sent a download link that leads somewhere it should not',
		hint: 'Nothing was fetched from there. Please report it.',
		exit: 3,
	},
	'file-not-ready': {
		what: 'The file is not at the place COROS named',
		hint: 'COROS makes it on request and may need a while: run again later.',
		exit: 3,
		retry: true,
	},
	'bad-file': {
		what: 'The file arrived damaged',
		hint: 'Nothing was kept. Run again to fetch it anew.',
		exit: 3,
		retry: true,
	},
	'wrong-file': {
		what: 'COROS sent the file of another activity',
		hint: 'Nothing was kept. Run again to fetch it anew.',
		exit: 3,
		retry: true,
	},
	'given-up': {
		what: 'You gave this file up',
		hint: 'Run again to fetch it.',
		exit: 3,
	},
	'damaged-archive': {
		what: 'Some files of this folder are not what was saved',
		hint: 'Run coros-tui verify --repair: it fetches what is bad or gone and keeps the damaged files in damaged/.',
		exit: 7,
	},
	'not-at-coros': {
		what: 'COROS does not list this activity any more, so the file cannot be fetched again',
		hint: 'Take it from another backup of yours, if there is one.',
		exit: 7,
	},
	'no-folder': {
		what: 'There is no such backup folder',
		hint: 'Check --backup-dir; coros-tui backup makes the folder.',
		exit: 2,
	},
	'no-home': {
		what: 'This user has no home folder, where session and settings would be kept',
		hint: 'Name a folder for them in COROS_TUI_CONFIG_DIR, and write the names of other folders without ~.',
		exit: 2,
	},
	'unusable-folder': {
		what: 'Windows cannot keep a folder of that name',
		hint: 'Choose another folder, with --backup-dir or in the settings of the app.',
		exit: 2,
	},
	'unknown-activity': {
		what: 'COROS does not list such an activity',
		hint: 'See the ids with: coros-tui list.',
		exit: 3,
	},
	'no-such-input': {
		what: 'There is no such file, folder or saved activity',
		hint: 'Name FIT files, folders that hold some, or ids of activities whose FIT is in the backup.',
		exit: 3,
	},
	unreadable: {
		what: 'This file could not be read',
		hint: 'Check that it is still there, who may read it, and that the disk is well.',
		exit: 3,
	},
	'not-fit': {
		what: 'This is no FIT file that can be read',
		hint: 'It was passed over; the others are not touched by it.',
		exit: 3,
	},
	'no-activity': {
		what: 'This FIT file holds no recorded activity',
		hint: 'Courses, workouts and settings cannot be converted.',
		exit: 3,
	},
	'no-route': {
		what: 'This activity has no route',
		hint: 'GPX and KML are nothing but a route: take TCX or CSV, which hold all that was recorded.',
		exit: 3,
	},
	'name-taken': {
		what: 'Two of these files would become one and the same',
		hint: 'Convert them into different folders.',
		exit: 3,
	},
	incomplete: {
		what: 'Some files could not be fetched',
		hint: 'Run the same command again: only what is missing is fetched.',
		exit: 3,
	},
	'folder-busy': {
		what: 'Another run is using this folder',
		hint: 'Wait for it to end, or choose another folder.',
		exit: 6,
	},
	'folder-lost': {
		what: 'This folder is not the one any more in which this run began',
		hint: 'Its disk may have been taken out, or another run has taken it over. Put it back and run again; what is saved stays saved.',
		exit: 1,
	},
	'disk-full': {
		what: 'The disk is full',
		hint: 'Free some space and run again; what is saved stays saved.',
		exit: 1,
	},
	'too-many-files': {
		what: 'This system allows no more open files',
		hint: 'Close other programs or raise the limit (ulimit -n), then run again; what is saved stays saved.',
		exit: 1,
	},
	'file-in-use': {
		what: 'Another program is using this file',
		hint: 'Close it there, or wait until that program has finished (a viewer, a virus scanner, a program that syncs folders), then run again; what is saved stays saved.',
		exit: 1,
	},
	'no-permission': {
		what: 'This place on the disk may not be used',
		hint: 'Change its owner or mode, or choose another folder.',
		exit: 1,
	},
	'disk-error': {
		what: 'The disk refused to read or write',
		hint: 'Check that the folder is still there and the disk is well, then run again, or choose another folder.',
		exit: 1,
	},
} as const satisfies Record<string, ErrorRow>;
