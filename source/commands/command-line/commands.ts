import type {CommandName} from '../flags.js';
import {bare, commonOptions, type Option, takes} from './option.js';

/** What can follow a command's word. */
export type Input = {
	readonly name: string;
	readonly describe: string;
	readonly isMany: boolean;
	/** What is said where it is missing; undefined where it may be. */
	readonly needed?: string;
};

/** A command, as it is typed. */
export type Command = {
	/** Empty for the app, which needs none. */
	readonly word: string;
	readonly runs: CommandName;
	readonly describe: string;
	/** Beside those that every command takes. */
	readonly options: readonly Option[];
	readonly input?: Input;
};

const dryRun = (describe: string): Option => bare('dry-run', describe);

const selection: readonly Option[] = [
	takes('from', 'Only from this day on, such as 2026-05-01'),
	takes('to', 'Only up to this day, itself included'),
	takes('sport', 'Only this sport, such as trail-run, or kind, such as ride'),
	takes('search', 'Only names and sports with these words'),
	takes('limit', 'At most this many activities, the newest'),
	bare('full', 'Read the whole list, and ask again for files COROS did not have'),
];

const names = takes(
	'name-template',
	'Names of files from now on: corosexport, by-year, goldencheetah or fields such as {year}/{date} {name} {id}',
);

const fetching: readonly Option[] = [
	dryRun('Say what would be fetched, and fetch nothing'),
	bare('details', 'Keep laps, zones, samples, notes and feelings too, as JSON'),
	takes('convert', 'missing: make GPX, TCX and KML that COROS lacks from the FIT [none]'),
	names,
];

/** What is run without a word. */
export const app: Command = {word: '', runs: 'app', describe: 'Open the app', options: []};

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
	app,
	{
		word: 'backup',
		runs: 'backup',
		describe: 'Fetch everything that is missing',
		options: [
			...selection,
			...fetching,
			bare('wellness', 'Keep daily metrics, schedule, records and profile too, as JSON'),
		],
	},
	{
		word: 'export',
		runs: 'export',
		describe: 'Fetch just these activities',
		options: fetching,
		input: {
			name: 'id',
			describe: 'Activity ids',
			isMany: true,
			needed: 'export needs the id of an activity',
		},
	},
	{word: 'list', runs: 'list', describe: 'Print the activities', options: selection},
	{
		word: 'verify',
		runs: 'verify',
		describe: 'Check every file of the backup',
		options: [bare('repair', 'Fetch what is bad or gone; damaged files are kept in damaged/')],
	},
	{
		word: 'adopt',
		runs: 'adopt',
		describe: 'Take over the files of another program for COROS, offline',
		options: [dryRun('Say what is there, and change nothing')],
	},
	{
		word: 'relayout',
		runs: 'relayout',
		describe: 'Give the files of the backup other names, by renaming alone',
		options: [names, dryRun('Say what would be renamed, and rename nothing')],
	},
	{
		word: 'doctor',
		runs: 'doctor',
		describe: 'Look at everything a backup needs, and say what to do',
		options: [],
	},
	{
		word: 'convert',
		runs: 'convert',
		describe: 'Make GPX, TCX, KML or CSV of FIT files, offline',
		options: [
			takes('to', 'gpx, tcx, kml, csv or all; repeat or use commas'),
			takes('output', 'Folder for the files [beside each FIT file]'),
			bare('overwrite', 'Make files anew that are already there'),
			dryRun('Say what would be made, and write nothing'),
		],
		input: {
			name: 'input',
			describe: 'FIT files, folders of them, or ids of activities in the backup',
			isMany: true,
			needed: 'convert needs a FIT file, a folder, or the id of an activity',
		},
	},
	{
		word: 'login',
		runs: 'login',
		describe: 'Sign in and keep the session',
		options: [
			bare('keychain', 'Keep the token in the system’s keychain, not in a file (macOS, libsecret)'),
		],
	},
	{word: 'logout', runs: 'logout', describe: 'Forget the session', options: []},
	{word: 'whoami', runs: 'whoami', describe: 'Say who is signed in', options: []},
	{
		word: 'profiles',
		runs: 'profiles',
		describe: 'List the named accounts; --quiet prints the names alone',
		options: [],
	},
	{
		word: 'demo',
		runs: 'app',
		describe: 'Open the app on made-up data, without an account',
		options: [],
	},
	{
		word: 'completion',
		runs: 'completion',
		describe: 'Print what makes bash, zsh or fish complete this command line',
		options: [],
		input: {name: 'shell', describe: 'bash, zsh or fish', isMany: false},
	},
];

/** The command of a word; undefined where there is none. */
export const findCommand = (word: string): Command | undefined =>
	word === '' ? undefined : commands.find((command) => command.word === word);

/** Everything a command takes, by name. */
export const optionsOf = ({options}: Command): ReadonlyMap<string, Option> =>
	new Map([...commonOptions, ...options].map((option) => [option.name, option]));
