import {describe, expect, test} from 'vitest';
import {backgroundHint, canBeAsked} from '../../../source/ui/terminal/modes.js';
import {createReportReader, toBackground} from '../../../source/ui/terminal/reports.js';
import {themeFor} from '../../../source/ui/theme.js';

const readAll = (...chunks: readonly string[]) => {
	const read = createReportReader();
	const parts = chunks.map(read);
	return {
		text: parts.map(({text}) => text).join(''),
		reports: parts.flatMap(({reports}) => reports),
	};
};

const wheelDown = '\u001B[<65;10;5M';
const wheelUp = '\u001B[<64;10;5M';
const press = '\u001B[<0;10;5M';
const release = '\u001B[<0;10;5m';
const drag = '\u001B[<32;11;5M';
const white = '\u001B]11;rgb:ffff/ffff/f0f0\u001B\\';

describe('what a terminal sends', () => {
	test('is split into keys and reports', () => {
		expect(readAll(`a${wheelDown}b${wheelUp}\u001B[A${press}${release}${drag}c${white}`)).toEqual({
			text: 'ab\u001B[Ac',
			reports: [
				{type: 'wheel-turned', by: 1},
				{type: 'wheel-turned', by: -1},
				{type: 'clicked', column: 9, row: 4},
				{type: 'background-seen', background: 'light'},
			],
		});
	});

	test.each([press, white])(
		'never shows a piece of the report %j, wherever it is cut',
		(report) => {
			for (let cut = 3; cut < report.length; cut += 1) {
				const {text, reports} = readAll(report.slice(0, cut), `${report.slice(cut)}x`);
				expect(text, `cut at ${cut}`).toBe('x');
				expect(reports).toHaveLength(1);
			}
		},
	);

	test('arrives in the end when it only began like a report', () => {
		expect(readAll('\u001B[<1', 'x')).toEqual({text: '\u001B[<1x', reports: []});
		expect(readAll('\u001B]', 'x')).toEqual({text: '\u001B]x', reports: []});
	});

	test('keeps Esc, arrows and pastes as they are, at once', () => {
		for (const keys of ['\u001B', '\u001B[', '\u001B[A', '\u001B[200~a\u001B[201~', 'é晨']) {
			expect(readAll(keys)).toEqual({text: keys, reports: []});
		}
	});
});

describe('the background', () => {
	test.each([
		['rgb:0000/0000/0000', 'dark'],
		['rgb:1a1a/1b1b/2626', 'dark'],
		['rgb:ffff/ffff/ffff', 'light'],
		['rgb:fd/f6/e3', 'light'],
		['rgba:ffff/ffff/ffff/8000', 'light'],
		['rgb:f/f/f', 'light'],
		['#ffffff', undefined],
		['', undefined],
	])('%s is %s', (color, expected) => {
		expect(toBackground(color)).toBe(expected);
	});

	test.each([
		['15;0', 'dark'],
		['0;15', 'light'],
		['0;default;7', 'light'],
		['12;8', 'dark'],
		[undefined, 'dark'],
		['nonsense', 'dark'],
	])('is hinted at by COLORFGBG=%s: %s', (hint, expected) => {
		expect(backgroundHint(hint)).toBe(expected);
	});

	test('is asked for only where nothing would be printed instead', () => {
		expect(canBeAsked('xterm-256color')).toBe(true);
		expect(['linux', 'dumb', 'vt100', undefined].filter(canBeAsked)).toEqual([]);
	});
});

describe('a theme', () => {
	test('follows the background where it is auto, and only there', () => {
		expect(themeFor('auto', 'light')).toBe(themeFor('light', 'dark'));
		expect(themeFor('dark', 'light')).toBe(themeFor('auto', 'dark'));
		expect(themeFor('light', 'light')).not.toEqual(themeFor('dark', 'light'));
	});

	test('of no colour has none, and still tells what matters', () => {
		const looks = themeFor('none', 'light');
		expect(JSON.stringify(looks)).not.toContain('color":"');
		expect(looks.problem).not.toEqual(looks.plain);
	});
});
