import {expect, test} from 'vitest';
import {nameFault} from '../../source/domain/portable-name.js';
import {toProfileName} from '../../source/domain/profile-name.js';
import {fc} from '../helpers/fast-check.js';

test.each([
	['anna', 'anna'],
	['Anna', 'anna'],
	['bjørn', 'bjørn'],
	['小明', '小明'],
	['zoë', 'zoë'],
	['team.a_1-b', 'team.a_1-b'],
	['default', undefined],
	['Default', undefined],
])('%s is the profile %s', (text, name) => {
	expect(toProfileName(text)).toBe(name);
});

test.each([
	'',
	'.',
	'..',
	'../anna',
	'a/b',
	'a\\b',
	'-rf',
	'.hidden',
	'anna.',
	'anna smith',
	'nul',
	'COM1',
	'com1.txt',
	'lpt³',
	'a:b',
	'an\u001B[31mna',
	'a\u202Eb',
	'a\u0000',
	'x'.repeat(65),
])('%j is no name of a profile', (text) => {
	expect(() => toProfileName(text)).toThrow(
		expect.objectContaining({code: 'usage', message: expect.stringContaining('profile')}),
	);
});

test('whatever is taken is one name on every system, and taken again as it is', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme', maxLength: 12}), (text) => {
			let name: string | undefined;
			try {
				name = toProfileName(text);
			} catch {
				return;
			}

			if (name !== undefined) {
				expect(nameFault(name)).toBeUndefined();
				expect(name).not.toMatch(/[\\/]/);
				expect(toProfileName(name)).toBe(name);
			}
		}),
		{numRuns: 2000},
	);
});
