import {expect, test} from 'vitest';
import {toPrintable} from '../../source/domain/printable.js';
import {fc} from '../helpers/fast-check.js';

test('a name keeps its letters in every script', () => {
	for (const name of ['晨跑 西湖环线', 'ריצת בוקר', 'Läufe & “Wege” 🏃‍♀️', 'a/b\\c']) {
		expect(toPrintable(name)).toBe(name);
	}
});

test.each([
	['\u001B[31mred\u001B[0m', 'red'],
	['\u001B]0;title\u0007Run', 'Run'],
	['\u001B]8;;https://x\u001B\\Run\u001B]8;;\u001B\\', 'Run'],
	['\u009B2JRun', 'Run'],
	['one\r\ntwo\tthree', 'one two three'],
	['safe\u202Egnp.exe', 'safe gnp.exe'],
	['\u001B', ''],
])('%j prints as %j', (name, printed) => {
	expect(toPrintable(name)).toBe(printed);
});

test('nothing that acts on a terminal comes through', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => {
			expect(toPrintable(`\u001B[${text}`)).not.toMatch(
				/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/,
			);
		}),
	);
});
