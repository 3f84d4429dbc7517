import {describe, expect, test} from 'vitest';
import {commandLine as line} from '../../../source/commands/completion/command-line.js';
import {namesWithValues} from '../../../source/commands/completion/values.js';
import {runProgram} from '../../helpers/run-program.js';

describe('the command line that shells complete', () => {
	test('is the one that help shows: every command, every flag, nothing hidden', async () => {
		const flagsIn = (help: string) =>
			new Set([...help.matchAll(/^ {2,}(?:-\w, )?--([\w-]+)/gm)].map(([, name]) => name));
		const help = (await runProgram(['--help'])).stdout;
		expect(new Set(line.flags.map(({name}) => name))).toEqual(flagsIn(help));
		expect(help).toContain('--backup-dir');
		const commands = [...help.matchAll(/^ {2}coros-tui (\w+)/gm)].map(([, name]) => name);
		expect(line.commands.map(({name}) => name)).toEqual(commands);
		for (const {name, flags} of line.commands) {
			const own = flagsIn((await runProgram([name, '--help'])).stdout);
			const all = [...line.flags, ...flags].map((flag) => flag.name);
			expect(new Set(all), name).toEqual(own);
		}
	});

	test('has a description for everything', () => {
		const all = [...line.flags, ...line.commands, ...line.commands.flatMap(({flags}) => flags)];
		expect(all.filter(({description}) => description.trim() === '')).toEqual([]);
	});

	test('knows values only of what it has', () => {
		const flags = [...line.flags, ...line.commands.flatMap((command) => command.flags)];
		const used = new Set(line.flags.filter(({values}) => values).map(({name}) => name));
		for (const command of line.commands) {
			for (const {name} of command.flags.filter(({values}) => values)) {
				used.add(namesWithValues.includes(name) ? name : `${command.name} ${name}`);
			}

			if (command.values) {
				used.add(`${command.name} shell`);
			}
		}

		expect(used).toEqual(new Set(namesWithValues));
		expect(flags.filter(({takesValue, values}) => values && !takesValue)).toEqual([]);
	});
});

test.each([
	[[], 'completion takes bash, zsh or fish.'],
	[['tcsh'], 'completion takes bash, zsh or fish, not tcsh'],
])('completion %s says which shells there are', async (args, message) => {
	const {code, stdout, stderr} = await runProgram(['completion', ...args]);
	expect({code, stdout}).toEqual({code: 2, stdout: ''});
	expect(stderr).toContain(message);
});
