import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {truncateStart} from '../../source/ui/truncate-start.js';
import {wrapCells} from '../../source/ui/wrap-cells.js';
import {fc} from '../helpers/fast-check.js';

test.each([
	['Check the network and run again', 12, ['Check the', 'network and', 'run again']],
	['晨跑 西湖 环线', 5, ['晨跑', '西湖', '环线']],
	['short', 10, ['short']],
	['unbreakable', 5, ['unbr…']],
	['a unbreakable b', 5, ['a', 'unbr…', 'b']],
	['', 5, []],
])('%j in %i cells is %j', (text, width, lines) => {
	expect(wrapCells(text, width)).toEqual(lines);
});

test('lines fit, and print safely', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 2, max: 30}), (text, width) => {
			for (const line of wrapCells(text, width)) {
				expect(stringWidth(line)).toBeLessThanOrEqual(width);
				expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
			}
		}),
	);
});

test.each([
	['/home/ann/coros', 20, '/home/ann/coros'],
	['/home/ann/coros', 9, '…nn/coros'],
	['/home/晨跑/晨', 6, '…跑/晨'],
	['/\u001b[31mhome', 20, '/home'],
])('%j ends in %i cells as %j', (text, width, shown) => {
	expect(truncateStart(text, width)).toBe(shown);
});
