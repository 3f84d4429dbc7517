import {describe, expect, test} from 'vitest';
import {parseQuery} from '../../../source/domain/query/parse-query.js';
import type {Condition} from '../../../source/domain/query/query.js';
import {fc} from '../../helpers/fast-check.js';

const only = (text: string, units: 'metric' | 'imperial' = 'metric'): Condition | undefined =>
	parseQuery(text, units).terms[0]?.condition;

describe('a comparison', () => {
	test.each<[text: string, measure: string, operator: string, value: number]>([
		['>20km', 'distance', '>', 20_000],
		['<=5mi', 'distance', '<=', 8046.72],
		['>=500m', 'distance', '>=', 500],
		['>1,5km', 'distance', '>', 1500],
		['>1.5KM', 'distance', '>', 1500],
		['<1h', 'time', '<', 3600],
		['<1h30', 'time', '<', 5400],
		['<1h05min', 'time', '<', 3900],
		['>45min', 'time', '>', 2700],
		['>90s', 'time', '>', 90],
		['>1:30:00', 'time', '>', 5400],
		['time<51:20', 'time', '<', 3080],
		['time>90', 'time', '>', 5400],
		['dist>42', 'distance', '>', 42_000],
		['load>200', 'load', '>', 200],
		['hr<150', 'heartRate', '<', 150],
		['<150bpm', 'heartRate', '<', 150],
		['HR>=150bpm', 'heartRate', '>=', 150],
		['asc>500', 'ascent', '>', 500],
		['climb>500m', 'ascent', '>', 500],
		['ascent>1000ft', 'ascent', '>', 304.8],
		['>1000ft', 'ascent', '>', 304.8],
		['>800kcal', 'energy', '>', 800],
	])('%s means %s %s %d', (text, measure, operator, value) => {
		expect(only(text)).toEqual({
			kind: 'measure',
			measure,
			operator,
			value: expect.closeTo(value, 6),
		});
	});

	test('takes bare numbers in the units that are shown', () => {
		expect(only('dist>10', 'imperial')).toMatchObject({value: 16_093.44});
		expect(only('asc>1000', 'imperial')).toMatchObject({value: 304.8});
		expect(only('hr>150', 'imperial')).toMatchObject({value: 150});
	});
});

describe('days', () => {
	test.each<[text: string, from: string | undefined, to: string | undefined]>([
		['2026', '2026-01-01', '2026-12-31'],
		['2026-05', '2026-05-01', '2026-05-31'],
		['2024-02', '2024-02-01', '2024-02-29'],
		['2026-05-03', '2026-05-03', '2026-05-03'],
		['2026-05..2026-09', '2026-05-01', '2026-09-30'],
		['2025..2026', '2025-01-01', '2026-12-31'],
		['2025-11-03..2026', '2025-11-03', '2026-12-31'],
		['..2025', undefined, '2025-12-31'],
		['2026-06..', '2026-06-01', undefined],
	])('%s go from %s to %s', (text, from, to) => {
		expect(only(text)).toEqual({kind: 'days', from, to});
	});
});

describe('a word', () => {
	test.each<[text: string, found: string, isCaseSensitive: boolean]>([
		['morning', 'morning', false],
		['Morning', 'Morning', true],
		['brün', 'brun', false],
		['BRÜN', 'BRUN', true],
		['晨跑', '晨跑', false],
		['10', '10', false],
		['3.5', '3.5', false],
		['5000', '5000', false],
		['"two words"', 'two words', false],
		['two" "words', 'two words', false],
		['"still open', 'still open', false],
		['"2026"', '2026', false],
		['">20km"', '>20km', false],
		['a>b', 'a>b', false],
		['10-mile', '10-mile', false],
		['a..b', 'a..b', false],
		['constructor>3', 'constructor>3', false],
		['http://x', 'http://x', false],
	])('%s is searched as %s, case counting: %s', (text, found, isCaseSensitive) => {
		expect(only(text)).toEqual({kind: 'word', text: found, isCaseSensitive});
	});
});

test.each<[text: string, condition: Condition]>([
	['sport:run', {kind: 'sport', wanted: 'run'}],
	['sport:"Trail Run"', {kind: 'sport', wanted: 'Trail Run'}],
	['SPORT:tra', {kind: 'sport', wanted: 'tra'}],
	['sport:4711', {kind: 'sport', wanted: '4711'}],
	['is:new', {kind: 'backed-up', isBackedUp: false}],
	['is:saved', {kind: 'backed-up', isBackedUp: true}],
])('%s is %j', (text, condition) => {
	expect(only(text)).toEqual(condition);
});

test.each([
	'>',
	'<=',
	'>20',
	'>20k',
	'>20parsecs',
	'load>',
	'load>x',
	'hr>5km',
	'asc<1h',
	'load>1h30',
	'>constructor',
	'2026-',
	'2026-1',
	'2026-13',
	'2026-02-30',
	'2026.',
	'..',
	'2026-13..',
	'2026..2025',
	'2026..20',
	'sport:',
	'sport:quidditch',
	'is:',
	'is:constructor',
	'-',
	'""',
	'->',
])('%s leaves nothing out, and is told from the rest', (text) => {
	const {tokens, terms} = parseQuery(`run ${text} 2026`);
	expect(tokens.map(({term}) => term !== undefined)).toEqual([true, false, true]);
	expect(terms).toHaveLength(2);
});

test.each(['-race', '-2026', '->20km', '-sport:run', '-is:new', '-"two words"'])(
	'%s excludes',
	(text) => {
		const [plain] = parseQuery(text.slice(1)).terms;
		expect(parseQuery(text).terms).toEqual([{...plain, isExcluded: true}]);
	},
);

test('says where each piece stands', () => {
	const text = ' run  "a b" >20 ';
	const pieces = parseQuery(text).tokens.map(({start, end}) => text.slice(start, end));
	expect(pieces).toEqual(['run', '"a b"', '>20']);
});

test('has a meaning for every text, and loses nothing that was typed', () => {
	const bit = fc.constantFrom(
		...[
			'-',
			'"',
			' ',
			'>',
			'<',
			'=',
			'..',
			'2026',
			'-05',
			':',
			'sport',
			'is',
			'load',
			'km',
			'é',
			'ẞ',
		],
	);
	const text = fc.oneof(
		fc.string({unit: 'binary'}),
		fc
			.array(fc.oneof(bit, fc.string({maxLength: 3})), {maxLength: 12})
			.map((bits) => bits.join('')),
	);
	fc.assert(
		fc.property(text, fc.constantFrom('metric' as const, 'imperial' as const), (typed, units) => {
			const {tokens, terms} = parseQuery(typed, units);
			expect(terms.length).toBeLessThanOrEqual(tokens.length);
			const pieces = tokens.map(({start, end}) => typed.slice(start, end)).join('');
			expect(pieces.replaceAll(/\s/g, '')).toBe(typed.replaceAll(/\s/g, ''));
		}),
		{numRuns: 2000},
	);
});
