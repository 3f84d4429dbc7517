import {defineFlags} from './define-flags.js';
import {checkSwitches, dropResults, spellOutBooleans} from './environment.js';
import {
	toConvertFormats,
	toConvertMissing,
	toDay,
	toFolder,
	toFormats,
	toIds,
	toNameTemplate,
	toProfile,
	toRegion,
	toShell,
	toSports,
	toText,
	toWhole,
} from './flag-values.js';
import type {CommandName, Flags} from './flags.js';
import {isGiven, toPasswordSource} from './password-source.js';

const toWish = (value: unknown): boolean | undefined =>
	typeof value === 'boolean' ? value : undefined;

const readFlags = async (argv: readonly string[]): Promise<Flags | undefined> => {
	checkSwitches(argv);
	spellOutBooleans();
	dropResults();
	let command: CommandName | undefined;
	const parsed: Record<string, unknown> = await defineFlags(argv, (chosen) => {
		command = chosen;
	}).parseAsync();
	if (parsed.help || parsed.version || command === undefined) {
		return undefined;
	}

	return {
		command,
		demo: parsed.demo === true || argv[0] === 'demo',
		backupDir: toFolder(parsed['backup-dir']),
		configDir: toFolder(parsed['config-dir']),
		profile: toProfile(parsed.profile),
		email: toText(parsed.email),
		...toPasswordSource(parsed, argv),
		isPasswordVisible: isGiven(argv, 'password'),
		notifyCommand: toText(parsed['notify-command']),
		token: toText(parsed.token),
		code: toText(parsed.code)?.replaceAll(/\s/g, ''),
		region: toRegion(parsed.region),
		formats: toFormats(parsed.format),
		baseUrl: toText(parsed['base-url']),
		concurrency: toWhole('concurrency', parsed.concurrency, 1, 32),
		json: parsed.json === true,
		quiet: parsed.quiet === true,
		verbose: parsed.verbose === true,
		color: parsed['no-color'] !== true,
		selection: {
			from: toDay('from', parsed.from),
			to: command === 'convert' ? undefined : toDay('to', parsed.to),
			sports: toSports(parsed.sport),
			search: toText(parsed.search),
			limit: toWhole('limit', parsed.limit, 0, 1_000_000),
			ids: command === 'export' ? toIds(parsed.id) : undefined,
		},
		keychain: parsed.keychain === true,
		dryRun: parsed['dry-run'] === true,
		full: parsed.full === true,
		nameTemplate: toNameTemplate(parsed['name-template']),
		convertMissing: toConvertMissing(parsed.convert),
		details: toWish(parsed.details),
		wellness: toWish(parsed.wellness),
		repair: parsed.repair === true,
		shell: command === 'completion' ? toShell(parsed.shell) : undefined,
		convert:
			command === 'convert'
				? {
						inputs: [parsed.input].flat().map((input) => toFolder(String(input)) ?? ''),
						formats: toConvertFormats(parsed.to),
						output: toFolder(parsed.output),
						overwrite: parsed.overwrite === true,
					}
				: undefined,
		timeoutMs: toWhole('timeout', parsed.timeout, 1, 3_600_000),
		retryBaseMs: toWhole('retry-delay', parsed['retry-delay'], 0, 600_000),
	};
};

/**
 * Reads a command line and the `COROS_TUI_…` environment: flags beat environment. Undefined when
 * help or the version was asked for and has been printed. Throws `usage`.
 */
export const parseFlags = async (argv: readonly string[]): Promise<Flags | undefined> => {
	try {
		return await readFlags(argv);
	} catch (error) {
		const {dropOthersVariables, toUsage} = await import('./did-you-mean.js');
		if (dropOthersVariables(error, argv)) {
			return parseFlags(argv);
		}

		throw toUsage(error, argv);
	}
};
