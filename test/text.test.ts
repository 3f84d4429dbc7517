import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {fitCells, truncate} from '../source/text/cells.js';
import {
	formatBytes,
	formatCount,
	formatDistance,
	formatDuration,
	formatWait,
} from '../source/text/measures.js';
import {fc} from './helpers/fast-check.js';

describe('cells', () => {
	test.each([
		['晨跑 西湖环线', 8, '晨跑 西…'],
		['晨跑', 4, '晨跑'],
		['Morning', 4, 'Mor…'],
		['🏃‍♀️ run', 3, '🏃‍♀️…'],
		['', 0, ''],
	])('%s in %i cells is %s', (text, width, cut) => {
		expect(truncate(text, width)).toBe(cut);
	});

	test('are filled exactly, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 1, max: 40}), (text, width) => {
				expect(stringWidth(fitCells(text, width))).toBe(width);
				expect(stringWidth(fitCells(text, width, 'right'))).toBe(width);
			}),
		);
	});
});

describe('measures', () => {
	test('read as people write them', () => {
		expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
		expect([0, 812, 76_373, 1_234_567, 3_400_000_000].map(formatBytes)).toEqual([
			'0 B',
			'812 B',
			'76 kB',
			'1.2 MB',
			'3.4 GB',
		]);
		expect([0, 59.6, 3080, 36_000].map(formatDuration)).toEqual([
			'0:00',
			'1:00',
			'51:20',
			'10:00:00',
		]);
		expect([0.2, 59, 125, 3600 * 5 + 60].map(formatWait)).toEqual([
			'1 s',
			'59 s',
			'2 min 5 s',
			'5 h 1 min',
		]);
		expect(formatDistance(42_195)).toBe('42.20');
		expect(formatDistance(42_195, 'imperial')).toBe('26.22');
	});
});
