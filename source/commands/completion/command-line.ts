import {commands} from '../command-line/commands.js';
import {bare, commonOptions, type Option} from '../command-line/option.js';
import {type Values, valuesOf} from './values.js';

/** A flag, as a shell offers it. */
export type CompletedFlag = {
	/** Without its dashes. */
	readonly name: string;
	readonly description: string;
	readonly takesValue: boolean;
	/** What its value can be, where that is known. */
	readonly values: Values | undefined;
};

export type CompletedCommand = {
	readonly name: string;
	readonly description: string;
	/** Those that other commands do not have. */
	readonly flags: readonly CompletedFlag[];
	/** What can follow the command, where that is known. */
	readonly values: Values | undefined;
};

/** A whole command line, as it was defined. */
export type CommandLine = {
	readonly commands: readonly CompletedCommand[];
	/** Those that every command has. */
	readonly flags: readonly CompletedFlag[];
};

const toCompleted = (options: readonly Option[], command: string): CompletedFlag[] =>
	options
		.filter(({isHidden}) => !isHidden)
		.map(({name, describe, takesValue}) => ({
			name,
			description: describe,
			takesValue,
			values: valuesOf(command, name),
		}));

/** What shells complete: the app needs no word. */
export const commandLine: CommandLine = {
	commands: commands
		.filter(({word}) => word !== '')
		.map(({word, describe, options, input}) => ({
			name: word,
			description: describe,
			flags: toCompleted(options, word),
			values: input && valuesOf(word, input.name),
		})),
	flags: toCompleted(
		[bare('help', 'Show help'), bare('version', 'Show version number'), ...commonOptions],
		'',
	),
};
