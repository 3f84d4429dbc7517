import {expect, test} from 'vitest';
import {parseJson} from '../../source/coros/parse-json.js';
import {fc} from '../helpers/fast-check.js';

type Value = string | bigint | boolean | null | readonly Value[] | {readonly [key: string]: Value};

// Texts that look as if a long number stood in them.
const text = fc.oneof(
	fc.string(),
	fc.constantFrom(
		'476018273645546497',
		'[476018273645546497]',
		',476018273645546497,',
		'":476018273645546497}',
		'\\,476018273645546497]',
	),
);

const whole = fc.oneof(
	fc.bigInt({min: -999_999_999_999_999n, max: 999_999_999_999_999n}),
	fc.bigInt({min: -(10n ** 24n), max: 10n ** 24n}),
);

const {value} = fc.letrec<{value: Value}>((tie) => ({
	value: fc.oneof(
		{maxDepth: 4},
		whole,
		text,
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value'), {maxLength: 4}),
		fc.dictionary(text, tie('value'), {maxKeys: 4, noNullPrototype: true}),
	),
}));

const isList = (one: Value): one is readonly Value[] => Array.isArray(one);

/** JSON with numbers however long, and space where it may be. */
const write = (one: Value, space: string): string => {
	if (typeof one === 'bigint') {
		return String(one);
	}

	if (isList(one)) {
		return `[${space}${one.map((item) => write(item, space)).join(`${space},${space}`)}${space}]`;
	}

	return typeof one === 'object' && one !== null
		? `{${Object.entries(one)
				.map(
					([key, item]) => `${JSON.stringify(key)}${space}:${space}${write(item, space)}${space}`,
				)
				.join(',')}}`
		: JSON.stringify(one);
};

const expected = (one: Value): unknown => {
	if (typeof one === 'bigint') {
		return /\d{16}/.test(String(one)) ? String(one) : Number(one);
	}

	if (isList(one)) {
		return one.map(expected);
	}

	return typeof one === 'object' && one !== null
		? Object.fromEntries(Object.entries(one).map(([key, item]) => [key, expected(item)]))
		: one;
};

test('keeps long whole numbers as texts wherever they stand, and everything else as it is', () => {
	fc.assert(
		fc.property(value, fc.constantFrom('', ' ', '\n\t'), (one, space) => {
			expect(parseJson(`${space}${write(one, space)}${space}`)).toEqual(expected(one));
		}),
		{numRuns: 2000},
	);
});

test.each(['{"id":476018273645546497}', '[1, 476018273645546497 ]', '476018273645546497'])(
	'%s keeps every digit',
	(json) => {
		expect(JSON.stringify(parseJson(json))).toContain('"476018273645546497"');
	},
);

test.each(['', '{', '[476018273645546497', '{"a":476018273645546497', '1234567890123456 7'])(
	'%j is no JSON',
	(json) => {
		expect(() => parseJson(json)).toThrow(SyntaxError);
	},
);
