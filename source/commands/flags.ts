import type {ConvertFormat} from '../convert/convert-format.js';
import type {ExportFormat} from '../domain/export-format.js';
import type {Region} from '../domain/region.js';
import type {Selection} from '../domain/selection.js';
import type {Shell} from './completion/values.js';

/** Every command, `app` being the one without a word. */
export const commandNames = [
	'app',
	'backup',
	'export',
	'list',
	'verify',
	'adopt',
	'relayout',
	'doctor',
	'convert',
	'login',
	'logout',
	'whoami',
	'profiles',
	'completion',
] as const;

export type CommandName = (typeof commandNames)[number];

/** What `convert` alone takes. */
export type ConvertFlags = {
	/** FIT files, folders, ids. */
	readonly inputs: readonly string[];
	readonly formats: readonly ConvertFormat[];
	/** Undefined for beside the FIT file. */
	readonly output: string | undefined;
	readonly overwrite: boolean;
};

/** A command line, read and checked. */
export type Flags = {
	readonly command: CommandName;
	/** Against the built-in simulator. */
	readonly demo: boolean;
	/** The archive's folder; undefined where nobody chose one. */
	readonly backupDir: string | undefined;
	readonly configDir: string | undefined;
	/** Undefined for the account without a name. */
	readonly profile: string | undefined;
	readonly email: string | undefined;
	readonly password: string | undefined;
	/** Given on the command line, where every process of the machine can read it. */
	readonly isPasswordVisible: boolean;
	readonly passwordStdin: boolean;
	/** A shell command that prints the password. At most one of the three ways is left here. */
	readonly passwordCommand: string | undefined;
	/** `login` keeps the token in the system's keychain. */
	readonly keychain: boolean;
	/** A shell command that hears how a backup ended. */
	readonly notifyCommand: string | undefined;
	readonly token: string | undefined;
	readonly code: string | undefined;
	readonly region: Region | 'auto';
	/** Undefined where nobody chose: the saved choice counts. */
	readonly formats: readonly ExportFormat[] | undefined;
	readonly baseUrl: string | undefined;
	readonly concurrency: number | undefined;
	readonly json: boolean;
	readonly quiet: boolean;
	readonly verbose: boolean;
	readonly color: boolean;
	readonly selection: Selection;
	readonly dryRun: boolean;
	readonly full: boolean;
	/** A whole template, also where a preset was named. Undefined where nobody chose. */
	readonly nameTemplate: string | undefined;
	/** `backup --convert missing`; like the next two undefined where nobody chose. */
	readonly convertMissing: boolean | undefined;
	readonly details: boolean | undefined;
	readonly wellness: boolean | undefined;
	/** `verify` fetches what is bad or gone. */
	readonly repair: boolean;
	/** Undefined for every command but `completion`. */
	readonly shell: Shell | undefined;
	/** Undefined for every other command. */
	readonly convert: ConvertFlags | undefined;
	/** For tests and impatient scripts, in milliseconds. */
	readonly timeoutMs: number | undefined;
	readonly retryBaseMs: number | undefined;
};
