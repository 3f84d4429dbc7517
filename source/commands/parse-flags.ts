import {readVariables} from './command-line/read-variables.js';
import {readWords} from './command-line/read-words.js';
import {
	checkDays,
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
import type {Flags} from './flags.js';
import {isGiven, toPasswordSource} from './password-source.js';

const toWords = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.map(String) : [];

const toWish = (value: unknown): boolean | undefined =>
	typeof value === 'boolean' ? value : undefined;

const readFlags = (argv: readonly string[]): Flags => {
	const {command: typed, given} = readWords(argv);
	const parsed: Readonly<Record<string, unknown>> = {...readVariables(typed), ...given};
	const command = typed.runs;
	const from = toDay('from', parsed.from);
	const to = command === 'convert' ? undefined : toDay('to', parsed.to);
	checkDays(from, to);
	return {
		command,
		demo: parsed.demo === true || typed.word === 'demo',
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
			from,
			to,
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
						inputs: toWords(parsed.input).map((input) => toFolder(input) ?? ''),
						formats: toConvertFormats(parsed.to),
						output: toFolder(parsed.output),
						overwrite: parsed.overwrite === true,
					}
				: undefined,
		timeoutMs: toWhole('timeout', parsed.timeout, 1, 3_600_000),
		retryBaseMs: toWhole('retry-delay', parsed['retry-delay'], 0, 600_000),
	};
};

/** Reads a command line and the `COROS_TUI_…` environment: flags beat environment. Throws `usage`. */
export const parseFlags = async (argv: readonly string[]): Promise<Flags> => {
	try {
		return readFlags(argv);
	} catch (error) {
		const {toUsage} = await import('./did-you-mean.js');
		throw toUsage(error, argv);
	}
};
