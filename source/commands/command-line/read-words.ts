import {parseArgs} from 'node:util';
import type {KnownError} from '../../domain/known-error.js';
import {usage, WrongWord} from '../usage.js';
import {app, type Command, commands, findCommand, optionsOf} from './commands.js';
import {commonOptions} from './option.js';
import {unknownFlag} from './unknown-flag.js';
import {wordTooMuch} from './word-too-much.js';

/** What was given, by flag or by the name of what follows the command: all values of a flag, in order. */
export type Given = Readonly<Record<string, readonly string[] | boolean>>;

/** A command line, taken apart. */
export type Words = {readonly command: Command; readonly given: Given};

// Node has to know beforehand which flags take a value; they do so for every command alike.
const everyOption = Object.fromEntries(
	[...commonOptions, ...commands.flatMap(({options}) => options)].map(({name, takesValue}) => [
		name,
		{type: takesValue ? 'string' : 'boolean'} as const,
	]),
);

const takeApart = (argv: readonly string[]) =>
	parseArgs({
		args: [...argv],
		options: everyOption,
		strict: false,
		allowPositionals: true,
		tokens: true,
	}).tokens;

type OptionToken = Extract<ReturnType<typeof takeApart>[number], {kind: 'option'}>;

const readValue = ({name, value, inlineValue}: OptionToken): string => {
	// What looks like the next flag is one; a number below zero is a value, if a wrong one.
	const isValue = value !== undefined && (inlineValue || !/^-\D/.test(value));
	if (!isValue) {
		throw usage(`--${name} needs a value`);
	}

	return value;
};

const readSwitch = ({name, value}: OptionToken): boolean => {
	if (value !== undefined && value !== 'true' && value !== 'false') {
		throw usage(`--${name} takes no value, not ${value}`);
	}

	return value !== 'false';
};

const readInputs = ({word, input}: Command, inputs: readonly string[]): Given => {
	const [tooMuch] = input?.isMany ? [] : inputs.slice(input ? 1 : 0);
	if (tooMuch !== undefined) {
		throw wordTooMuch(tooMuch, word);
	}

	if (input?.needed !== undefined && inputs.length === 0) {
		throw usage(input.needed);
	}

	return input ? {[input.name]: inputs} : {};
};

// What follows a flag that nobody has may have been its value.
const noCommand = (word: string, before: readonly OptionToken[]): KnownError => {
	const unknown = before.find(({name}) => !Object.hasOwn(everyOption, name));
	const known = [...commands.map((command) => command.word), '--version'];
	return unknown
		? unknownFlag(unknown.name, app)
		: new WrongWord(`there is no command ${word || '“”'}`, word, known.filter(Boolean));
};

/** Takes a command line apart, without its values being looked at. Throws `usage`. */
export const readWords = (argv: readonly string[]): Words => {
	const tokens = takeApart(argv);
	const words = tokens.filter((token) => token.kind === 'positional');
	const flags = tokens.filter((token) => token.kind === 'option');
	const [first, ...inputs] = words;
	const command = first ? findCommand(first.value) : app;
	if (!command) {
		const {value = '', index: at = 0} = first ?? {};
		const before = flags.filter(({index}) => index < at);
		throw noCommand(value, before);
	}

	const options = optionsOf(command);
	const given: Record<string, string[] | boolean> = {};
	for (const token of flags) {
		const {name} = token;
		const option = options.get(name);
		if (!option) {
			throw unknownFlag(name, command);
		}

		if (option.takesValue) {
			const values = given[name];
			given[name] = [...(Array.isArray(values) ? values : []), readValue(token)];
		} else {
			given[name] = readSwitch(token);
		}
	}

	return {
		command,
		given: {
			...given,
			...readInputs(
				command,
				inputs.map(({value}) => value),
			),
		},
	};
};
