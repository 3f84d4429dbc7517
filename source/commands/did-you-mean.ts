import {isKnownError, KnownError} from '../domain/known-error.js';
import {type CommandLine, readCommandLine} from './completion/command-line.js';
import {defineFlags} from './define-flags.js';
import {toVariable} from './environment.js';
import {nearest} from './nearest.js';
import {isGiven} from './password-source.js';
import {usage, WrongWord, YargsFault} from './usage.js';

const needs: Readonly<Record<string, string>> = {
	export: 'export needs the id of an activity',
	convert: 'convert needs a FIT file, a folder, or the id of an activity',
};

const read = (): CommandLine => readCommandLine(() => defineFlags([], () => {}));

const isSetting = (flag: string, argv: readonly string[]): boolean =>
	!isGiven(argv, flag) && process.env[toVariable(flag)] !== undefined;

// yargs names a flag with hyphens in camel case too, and one from the environment only so.
const toHyphens = (name: string): string =>
	name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const toFlag = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

/** `backup and list`. */
const join = (words: readonly string[]): string =>
	[words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');

/** The commands that alone have a flag. */
const ownersOf = (flag: string, commands: CommandLine['commands']): string[] =>
	commands.filter(({flags}) => flags.some(({name}) => name === flag)).map(({name}) => name);

const unknownIn = (fault: string): string[] | undefined =>
	/^Unknown arguments?: (.+)$/.exec(fault)?.[1]?.split(', ');

const explainFlag = (
	flag: string,
	command: string | undefined,
	argv: readonly string[],
): KnownError => {
	const {commands, flags} = read();
	const write = isSetting(flag, argv) ? toVariable : toFlag;
	const here = command ?? 'the app';
	const owners = ownersOf(flag, commands);
	if (owners.length > 0) {
		return usage(`${write(flag)} is for ${join(owners)}, not for ${here}`);
	}

	const own = commands.find(({name}) => name === command)?.flags ?? [];
	const known = [...flags, ...own].map(({name}) => name);
	const what =
		write === toVariable
			? `the environment variable ${write(flag)} is no setting of coros-tui`
			: `${here} has no flag ${write(flag)}`;
	return new WrongWord(what, flag, new Map(known.map((name) => [name, write(name)])));
};

const explainUnknown = (
	unknown: readonly string[],
	command: string | undefined,
	argv: readonly string[],
): KnownError => {
	const words = unknown.filter((word) => argv.includes(word) && !word.startsWith('-'));
	const [word] = words;
	// Without its command every flag is a wrong one.
	if (word !== undefined && command === undefined) {
		const known = read().commands.map(({name}) => name);
		return new WrongWord(`there is no command ${word}`, word, known);
	}

	const flag = unknown.find((one) => !words.includes(one));
	return flag === undefined
		? usage(`${command} can do nothing with “${word}”`)
		: explainFlag(toHyphens(flag), command, argv);
};

const explain = (
	fault: string,
	command: string | undefined,
	argv: readonly string[],
): KnownError => {
	const unknown = unknownIn(fault);
	if (unknown) {
		return explainUnknown(unknown, command, argv);
	}

	const [, bare] = /^Not enough arguments following: ([\w-]+)/.exec(fault) ?? [];
	if (bare !== undefined) {
		return usage(`${toFlag(bare)} needs a value`);
	}

	const need = fault.startsWith('Not enough non-option arguments') && needs[command ?? ''];
	return usage(need || fault);
};

const suggest = ({word, candidates}: WrongWord): string | undefined =>
	candidates.get(nearest(word, [...candidates.keys()]) ?? '');

// Who set a variable looks for it, not for a flag.
const nameVariable = (detail: string, argv: readonly string[]): string =>
	detail.replace(/^--([\w-]+)/, (flag, name) =>
		isSetting(String(name), argv) ? toVariable(String(name)) : flag,
	);

/**
 * Takes variables out of the environment that are for other commands than the one that did not want
 * them: they are set for a whole machine, and no fault. Tells whether there were any.
 */
export const dropOthersVariables = (error: unknown, argv: readonly string[]): boolean => {
	const unknown = error instanceof YargsFault ? unknownIn(error.message.trim()) : undefined;
	const {commands} = unknown ? read() : {commands: []};
	const others = (unknown ?? [])
		.map(toHyphens)
		.filter((flag) => isSetting(flag, argv) && ownersOf(flag, commands).length > 0);
	for (const flag of others) {
		delete process.env[toVariable(flag)];
	}

	return others.length > 0;
};

/**
 * What was wrong with a command line, for whoever typed it: in other words than yargs's, with what
 * was probably meant, and with the help of the right command. Any other error stays as it is.
 */
export const toUsage = (error: unknown, argv: readonly string[]): unknown => {
	const isFault = error instanceof YargsFault || (isKnownError(error) && error.code === 'usage');
	if (!isFault) {
		return error;
	}

	const names = read().commands.map(({name}) => name);
	const command = argv.find((word) => names.includes(word));
	const known =
		error instanceof YargsFault
			? explain(error.message.trim().replaceAll('\n', ' '), command, argv)
			: error;
	const {message} = new KnownError('usage');
	const detail = nameVariable(known.message.slice(`${message}: `.length), argv);
	const meant = known instanceof WrongWord ? suggest(known) : undefined;
	const help = `See coros-tui ${command === undefined ? '' : `${command} `}--help.`;
	const hint = meant === undefined ? help : `Did you mean ${meant}? ${help}`;
	return new KnownError('usage', {detail, hint});
};
