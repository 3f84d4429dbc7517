import type {KnownError} from '../../domain/known-error.js';
import {usage, WrongWord} from '../usage.js';
import {type Command, commands, optionsOf} from './commands.js';
import {toVariable} from './variable.js';

const toFlag = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

const nameOf = ({word}: Command): string => (word === '' ? 'the app' : word);

/** `backup and list`. */
const join = (words: readonly string[]): string =>
	[words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');

const shownNames = (command: Command): readonly string[] =>
	[...optionsOf(command).values()].filter(({isHidden}) => !isHidden).map(({name}) => name);

/** What is wrong with a flag that this command does not have. */
export const unknownFlag = (flag: string, command: Command): KnownError => {
	const owners = commands.filter(({options}) => options.some(({name}) => name === flag));
	if (owners.length > 0) {
		const whose = join(owners.map(({word}) => word));
		return usage(`${toFlag(flag)} is for ${whose}, not for ${nameOf(command)}`);
	}

	const known = new Map(
		[...shownNames(command), 'help', 'version'].map((name) => [name, toFlag(name)]),
	);
	return new WrongWord(`${nameOf(command)} has no flag ${toFlag(flag)}`, flag, known);
};

/** What is wrong with a variable that is no command's. */
export const unknownVariable = (variable: string, flag: string, command: Command): KnownError => {
	const known = new Map(shownNames(command).map((name) => [name, toVariable(name)]));
	const what = `the environment variable ${variable} is no setting of coros-tui`;
	return new WrongWord(what, flag, known);
};
