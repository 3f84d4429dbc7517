import yargs, {type Argv} from 'yargs';
import {version} from '../domain/version.js';
import type {CommandName} from './flags.js';
import {adoptHelp, convertHelp, doctorExitCodesHelp, exitCodesHelp, relayoutHelp} from './help.js';
import {helpWidth} from './help-page.js';
import {YargsFault} from './usage.js';

/** A flag with a value. Without one it would count as not given, and a run for another one. */
const takes = (describe: string) => ({type: 'string', requiresArg: true, describe}) as const;

const withSelection = <T>(y: Argv<T>) =>
	y
		.option('from', takes('Only from this day on, such as 2026-05-01'))
		.option('to', takes('Only up to this day, itself included'))
		.option('sport', takes('Only this sport, such as trail-run, or kind, such as ride'))
		.option('search', takes('Only names and sports with these words'))
		.option('limit', takes('At most this many activities, the newest'))
		.option('full', {
			type: 'boolean',
			describe: 'Read the whole list, and ask again for files COROS did not have',
		});

const withDryRun = <T>(y: Argv<T>) =>
	y.option('dry-run', {type: 'boolean', describe: 'Say what would be fetched, and fetch nothing'});

const withNames = <T>(y: Argv<T>) =>
	y.option(
		'name-template',
		takes(
			'Names of files from now on: corosexport, by-year, goldencheetah or fields such as {year}/{date} {name} {id}',
		),
	);

const withMaking = <T>(y: Argv<T>) =>
	y.option('convert', takes('missing: make GPX, TCX and KML that COROS lacks from the FIT [none]'));

const withDetails = <T>(y: Argv<T>) =>
	y.option('details', {
		type: 'boolean',
		describe: 'Keep laps, zones, samples, notes and feelings too, as JSON',
	});

const withConversion = <T>(y: Argv<T>) =>
	y
		.positional('input', {
			type: 'string',
			array: true,
			describe: 'FIT files, folders of them, or ids of activities in the backup',
		})
		.option('to', takes('gpx, tcx, kml, csv or all; repeat or use commas'))
		.option('output', takes('Folder for the files [beside each FIT file]'))
		.option('overwrite', {type: 'boolean', describe: 'Make files anew that are already there'})
		.option('dry-run', {type: 'boolean', describe: 'Say what would be made, and write nothing'})
		.example('$0 convert ride.fit --to gpx', 'ride.gpx beside it')
		.example('$0 convert ~/coros --to all', 'Every FIT file of a folder')
		.example('$0 convert 476018273645 --to tcx', 'A saved activity, by its id')
		.epilogue(convertHelp);

/** The whole command line, its help as wide as is said. Nothing is read of it here. */
export const defineFlags = (
	argv: readonly string[],
	choose: (command: CommandName) => void,
	width = helpWidth(),
) =>
	yargs([...argv])
		.scriptName('coros-tui')
		.usage('$0 [command]\n\nYour COROS training history, on your own disk.')
		.parserConfiguration({
			'parse-positional-numbers': false,
			'parse-numbers': false,
			'boolean-negation': false,
		})
		.env('COROS_TUI')
		.command(
			'$0',
			'Open the app',
			(y) => y,
			() => choose('app'),
		)
		.command(
			'backup',
			'Fetch everything that is missing',
			(y) =>
				withNames(withMaking(withDetails(withDryRun(withSelection(y)))))
					.option('wellness', {
						type: 'boolean',
						describe: 'Keep daily metrics, schedule, records and profile too, as JSON',
					})
					.epilogue(exitCodesHelp),
			() => choose('backup'),
		)
		.command(
			'export <id..>',
			'Fetch just these activities',
			(y) =>
				withNames(
					withMaking(
						withDetails(
							withDryRun(
								y.positional('id', {type: 'string', array: true, describe: 'Activity ids'}),
							),
						),
					),
				),
			() => choose('export'),
		)
		.command('list', 'Print the activities', withSelection, () => choose('list'))
		.command(
			'verify',
			'Check every file of the backup',
			(y) =>
				y
					.option('repair', {
						type: 'boolean',
						describe: 'Fetch what is bad or gone; damaged files are kept in damaged/',
					})
					.epilogue(exitCodesHelp),
			() => choose('verify'),
		)
		.command(
			'adopt',
			'Take over the files of another program for COROS, offline',
			(y) =>
				y
					.option('dry-run', {type: 'boolean', describe: 'Say what is there, and change nothing'})
					.epilogue(adoptHelp),
			() => choose('adopt'),
		)
		.command(
			'relayout',
			'Give the files of the backup other names, by renaming alone',
			(y) =>
				withNames(y)
					.option('dry-run', {
						type: 'boolean',
						describe: 'Say what would be renamed, and rename nothing',
					})
					.epilogue(relayoutHelp),
			() => choose('relayout'),
		)
		.command(
			'doctor',
			'Look at everything a backup needs, and say what to do',
			(y) => y.epilogue(doctorExitCodesHelp),
			() => choose('doctor'),
		)
		.command(
			'convert <input..>',
			'Make GPX, TCX, KML or CSV of FIT files, offline',
			(y) => withConversion(y),
			() => choose('convert'),
		)
		.command(
			'login',
			'Sign in and keep the session',
			(y) =>
				y.option('keychain', {
					type: 'boolean',
					describe: 'Keep the token in the system’s keychain, not in a file (macOS, libsecret)',
				}),
			() => choose('login'),
		)
		.command(
			'logout',
			'Forget the session',
			(y) => y,
			() => choose('logout'),
		)
		.command(
			'whoami',
			'Say who is signed in',
			(y) => y,
			() => choose('whoami'),
		)
		.command(
			'profiles',
			'List the named accounts; --quiet prints the names alone',
			(y) => y,
			() => choose('profiles'),
		)
		.command(
			'demo',
			'Open the app on made-up data, without an account',
			(y) => y,
			() => choose('app'),
		)
		.command(
			'completion [shell]',
			'Print what makes bash, zsh or fish complete this command line',
			(y) => y.positional('shell', {type: 'string', describe: 'bash, zsh or fish'}),
			() => choose('completion'),
		)
		.option('backup-dir', takes('Folder of the backup [./coros_activities]'))
		.option('format', takes('fit, tcx, gpx, kml, csv or all; repeat or use commas'))
		.option('profile', takes('A named account, with session, settings and folder of its own'))
		.option('email', takes('E-mail of the COROS account'))
		.option('password', takes('Its password (other programs can see it here)'))
		.option('password-stdin', {type: 'boolean', describe: 'Read the password from standard input'})
		.option(
			'password-command',
			takes('Take the password from the first line this shell command prints'),
		)
		.option(
			'notify-command',
			takes('After backup, give its summary to this shell command, however it ended'),
		)
		.option('token', takes('A session token instead of a login: the browser’s CPL-coros-token'))
		.option('code', takes('The six digits COROS mailed'))
		.option('region', takes('Where the account is: auto, us, eu, cn or sg [auto]'))
		.option('base-url', takes('Other API hosts: URL, or us=URL,eu=URL,…'))
		.option('concurrency', takes('Files at once, 1 to 32 [8]'))
		.option('config-dir', takes('Folder of settings and session'))
		.option('demo', {type: 'boolean', describe: 'Use a made-up account, on this machine alone'})
		.option('json', {type: 'boolean', describe: 'Print one JSON object a line'})
		.option('quiet', {type: 'boolean', describe: 'Print problems only'})
		.option('verbose', {
			type: 'boolean',
			describe: 'Print every file and retry, and keep a log of all requests',
		})
		.option('no-color', {type: 'boolean', describe: 'No colours; NO_COLOR does the same'})
		.option('timeout', {type: 'string', requiresArg: true, hidden: true})
		.option('retry-delay', {type: 'string', requiresArg: true, hidden: true})
		.strict()
		.version(version)
		.alias('help', 'h')
		.wrap(width)
		.exitProcess(false)
		.fail((message, error) => {
			// Its parser's own faults come as errors.
			throw error === undefined || error.name === 'YError' ? new YargsFault(message) : error;
		});
