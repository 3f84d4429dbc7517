import {describe, expect, test} from 'vitest';
import {commands, optionsOf} from '../../../source/commands/command-line/commands.js';
import {commonOptions} from '../../../source/commands/command-line/option.js';
import {readVariables} from '../../../source/commands/command-line/read-variables.js';
import {readWords} from '../../../source/commands/command-line/read-words.js';
import {toVariable} from '../../../source/commands/command-line/variable.js';
import {fc} from '../../helpers/fast-check.js';

const everyOption = [...commonOptions, ...commands.flatMap(({options}) => options)];

test('a flag takes a value for every command, or for none', () => {
	const kinds = new Map(everyOption.map(({name, takesValue}) => [name, takesValue]));
	expect(everyOption.filter(({name, takesValue}) => kinds.get(name) !== takesValue)).toEqual([]);
	for (const command of commands) {
		const names = [...commonOptions, ...command.options].map(({name}) => name);
		expect(new Set(names).size, command.word).toBe(names.length);
	}
});

type Given = {
	readonly name: string;
	readonly value: string | boolean;
	readonly words: readonly string[];
};

/** A command with some of its flags, and what is to be read of them. */
const lines = fc.constantFrom(...commands).chain((command) => {
	const flag = fc
		.constantFrom(...optionsOf(command).values())
		.chain(({name, takesValue}): fc.Arbitrary<Given> => {
			const value = fc
				.string({unit: 'grapheme'})
				.filter((text) => !text.startsWith('-') && text !== '');
			return takesValue
				? fc.tuple(value, fc.boolean()).map(([text, isInline]) => ({
						name,
						value: text,
						words: isInline ? [`--${name}=${text}`] : [`--${name}`, text],
					}))
				: fc.constantFrom('', '=true', '=false').map((ending) => ({
						name,
						value: ending !== '=false',
						words: [`--${name}${ending}`],
					}));
		});
	return fc.tuple(fc.constant(command), fc.array(flag), fc.array(flag), fc.string());
});

test('reads every flag of a command, in any order, on both sides of its word', () => {
	fc.assert(
		fc.property(lines, ([command, before, after, input]) => {
			const inputs = command.input ? [input.replace(/^-+/, '') || '1'] : [];
			const argv = [
				...before.flatMap(({words}) => words),
				...(command.word === '' ? [] : [command.word]),
				...inputs,
				...after.flatMap(({words}) => words),
			];
			const expected: Record<string, unknown> = command.input ? {[command.input.name]: inputs} : {};
			for (const {name, value} of [...before, ...after]) {
				const values = expected[name];
				expected[name] =
					typeof value === 'string' ? [...(Array.isArray(values) ? values : []), value] : value;
			}

			const {command: found, given} = readWords(argv);
			expect(found).toBe(command);
			expect(given).toEqual(expected);
		}),
	);
});

test.each([
	[['backup', '--limit', '-5'], {limit: ['-5']}],
	[['backup', '--password=-x'], {password: ['-x']}],
	[['export', '1', '2', '--json', '3'], {id: ['1', '2', '3'], json: true}],
	[['export', '--', '--json'], {id: ['--json']}],
	[['--json'], {json: true}],
	[[], {}],
])('%j', (argv, given) => {
	expect(readWords(argv).given).toEqual(given);
});

test.each([
	['backup --password -x', '--password needs a value'],
	['backup --from --to 2026-05-01', '--from needs a value'],
	['backup --limit', '--limit needs a value'],
	['list --constructor', 'list has no flag --constructor'],
	['list --__proto__=1', 'list has no flag --__proto__'],
	['toString', 'there is no command toString'],
	['list 1', 'list can do nothing with “1”'],
	['completion bash zsh', 'completion can do nothing with “zsh”'],
	['--nothing backup', 'backup has no flag --nothing'],
	['--nothing fit', 'the app has no flag --nothing'],
	['fit --nothing', 'there is no command fit'],
])('%s: %s', (line, message) => {
	expect(() => readWords(line.split(' '))).toThrow(message);
});

describe('the environment', () => {
	const backup = commands.find(({word}) => word === 'backup')!;
	const verify = commands.find(({word}) => word === 'verify')!;

	test('says what flags say', () => {
		const environment: Record<string, string> = {PATH: '/bin', COROS_TUIX: '1'};
		const expected: Record<string, unknown> = {};
		for (const {name, takesValue} of optionsOf(backup).values()) {
			environment[toVariable(name)] = takesValue ? ' a b ' : 'yes';
			expected[name] = takesValue ? [' a b '] : true;
		}

		expect(readVariables(backup, environment)).toEqual(expected);
	});

	test.each(['0', 'false', 'No', 'off', ''])('%j is no', (value) => {
		expect(readVariables(backup, {COROS_TUI_JSON: value})).toEqual({json: false});
	});

	test('is passed over where it speaks to other commands, or tells a result', () => {
		const environment = {COROS_TUI_FROM: 'x', COROS_TUI_STATUS: 'ok', COROS_TUI_DRY_RUN: 'maybe'};
		expect(readVariables(verify, environment)).toEqual({});
		expect(() => readVariables(backup, environment)).toThrow('COROS_TUI_DRY_RUN takes 1 or 0');
	});

	test.each(['COROS_TUI_', 'COROS_TUI_FROMM', 'COROS_TUI_backup_dir', 'COROS_TUI_HELP'])(
		'%s is no setting',
		(name) => {
			expect(() => readVariables(verify, {[name]: '1'})).toThrow(`${name} is no setting`);
		},
	);
});
