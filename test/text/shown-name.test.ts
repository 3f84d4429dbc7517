import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {shownName} from '../../source/text/shown-name.js';
import {fc} from '../helpers/fast-check.js';

test.each([
	['Morning run', 'Morning run'],
	['🚴🏽‍♀️ family 👨‍👩‍👧‍👦', '🚴 family 👨'],
	['❤️ 1️⃣ ⛷️', '❤ 1 ⛷'],
	['Zoe\u0308', 'Zoë'],
	['晨跑 西湖', '晨跑 西湖'],
	['\u001b[31mRed\u001b[0m\u0007', 'Red'],
	['a\u200bb\u2060\u00adc', 'abc'],
	['\u200b', '(no name)'],
	['  \t ', '(no name)'],
	['', '(no name)'],
])('%j is shown as %j', (name, shown) => {
	expect(shownName({name})).toBe(shown);
});

test('is never empty, and never moves the cursor', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 40}), (name) => {
			const shown = shownName({name});
			expect(shown).not.toBe('');
			expect(shown).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
		}),
	);
});

test('is as wide as its characters one by one, as simple terminals reckon', () => {
	const emoji = ['👨‍👩‍👧‍👦', '🚴🏽‍♀️', '❤️', '⛷️', '1️⃣', '☕', '🏊', '晨', 'e\u0308', 'a'];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...emoji), {minLength: 1}), (parts) => {
			const shown = shownName({name: parts.join('')});
			const alone = [...shown].reduce((sum, character) => sum + stringWidth(character), 0);
			expect(stringWidth(shown)).toBe(alone);
		}),
	);
});
