import {usage} from '../usage.js';
import {type Command, commands, optionsOf} from './commands.js';
import type {Given} from './read-words.js';
import {unknownVariable} from './unknown-flag.js';
import {ofVariable, resultVariables, toVariable} from './variable.js';

// A notify command may use this program in its turn: the results of one run are no flags of the next.
const results: ReadonlySet<string> = new Set(resultVariables.map((name) => `COROS_TUI_${name}`));

// A variable that is set for another command is set for a whole machine, and no fault.
const isOfAny = (flag: string): boolean =>
	commands.some(({options}) => options.some(({name}) => name === flag));

const readSwitch = (name: string, value: string): boolean => {
	if (!/^(?:1|0|true|false|yes|no|on|off|)$/i.test(value)) {
		throw usage(`${name} takes 1 or 0, not ${value}`);
	}

	return /^(?:1|true|yes|on)$/i.test(value);
};

/** What the `COROS_TUI_…` variables say to a command. Throws `usage`. */
export const readVariables = (
	command: Command,
	environment: Readonly<Record<string, string | undefined>> = process.env,
): Given => {
	const options = optionsOf(command);
	const given: Record<string, readonly string[] | boolean> = {};
	for (const [name, value] of Object.entries(environment)) {
		const key = process.platform === 'win32' ? name.toUpperCase() : name;
		const flag = results.has(key) || value === undefined ? undefined : ofVariable(key);
		if (flag === undefined || value === undefined) {
			continue;
		}

		const option = key === toVariable(flag) ? options.get(flag) : undefined;
		if (option) {
			given[flag] = option.takesValue ? [value] : readSwitch(key, value);
		} else if (!isOfAny(flag)) {
			throw unknownVariable(key, flag, command);
		}
	}

	return given;
};
