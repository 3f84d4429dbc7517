import yargs, {type Argv} from 'yargs';
import {version} from '../../domain/version.js';
import {type Command, commands, type Input} from './commands.js';
import {epilogues, examples} from './epilogues.js';
import {commonOptions, type Option} from './option.js';

const addOption = (y: Argv, {name, describe, takesValue, isHidden = false}: Option): Argv =>
	y.option(name, {type: takesValue ? 'string' : 'boolean', describe, hidden: isHidden});

const toUsage = (word: string, input: Input | undefined): string => {
	if (!input) {
		return word === '' ? '$0' : word;
	}

	const name = input.isMany ? `${input.name}..` : input.name;
	return `${word} ${input.needed === undefined ? `[${name}]` : `<${name}>`}`;
};

const addCommand = (y: Argv, {word, describe, options, input}: Command): Argv =>
	y.command(toUsage(word, input), describe, (own) => {
		if (input) {
			own.positional(input.name, {describe: input.describe});
		}

		for (const [line, does] of examples[word] ?? []) {
			own.example(line, does);
		}

		const epilogue = epilogues[word];
		return options.reduce(addOption, epilogue === undefined ? own : own.epilogue(epilogue)).group(
			options.map(({name}) => name),
			`Flags of ${word}:`,
		);
	});

/**
 * The help of a command, by its word, so many columns wide. It is laid out when the program is built,
 * and by the program where a terminal has another width.
 */
export const layOutHelp = async (word: string, width: number): Promise<string> => {
	const program = yargs(word === '' ? [] : [word])
		.scriptName('coros-tui')
		.updateStrings({'Options:': 'Flags of every command:'})
		.usage('$0 [command]\n\nYour COROS training history, on your own disk.')
		.version(version)
		.alias('help', 'h')
		.wrap(width)
		.exitProcess(false);
	const page = await commonOptions
		.reduce(addOption, commands.reduce(addCommand, program as Argv))
		.getHelp();
	return `${page}\n`;
};
