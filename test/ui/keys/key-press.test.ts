import type {Key} from 'ink';
import {expect, test} from 'vitest';
import {toKeyPresses} from '../../../source/ui/keys/key-press.js';

const names = (input: string, key: Partial<Key> = {}) =>
	toKeyPresses(input, key as Key).map((press) => press.key);

test.each<[input: string, key: Partial<Key>, names: string[]]>([
	['j', {}, ['j']],
	['G', {shift: true}, ['G']],
	[' ', {}, ['space']],
	['jjjjj', {}, ['j', 'j', 'j', 'j', 'j']],
	['ab\rcd', {}, ['a', 'b', 'enter', 'c', 'd']],
	[
		'a\r\nb\tc',
		{},
		['a', 'b'].flatMap((letter) => [letter, letter === 'a' ? 'enter' : 'tab']).concat('c'),
	],
	['\u0004\u0004', {}, ['^d', '^d']],
	['e\u0308👨‍👩‍👧晨', {}, ['e\u0308', '👨‍👩‍👧', '晨']],
	['c', {ctrl: true}, ['^c']],
	['x', {meta: true}, []],
	['', {}, []],
	['', {upArrow: true}, ['up']],
	['', {downArrow: true, shift: true}, ['shift+down']],
	['', {pageUp: true}, ['pageup']],
	['', {return: true}, ['enter']],
	['', {escape: true, meta: true}, ['escape']],
	['', {backspace: true}, ['backspace']],
])('%j with %j is %j', (input, key, expected) => {
	expect(names(input, key)).toEqual(expected);
});

test('says what a key types', () => {
	const texts = toKeyPresses('a 晨\r', {} as Key).map(({text}) => text);
	expect(texts).toEqual(['a', ' ', '晨', undefined]);
});
