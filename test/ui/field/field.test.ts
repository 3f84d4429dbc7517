import {describe, expect, test} from 'vitest';
import {cellWidth} from '../../../source/text/cells.js';
import {
	editField,
	type FieldEdit,
	fieldText,
	toField,
	typeInto,
} from '../../../source/ui/field/field.js';
import {fieldWindow} from '../../../source/ui/field/field-window.js';
import {fc} from '../../helpers/fast-check.js';
import {wickedNames} from '../activities.js';

const edits: readonly FieldEdit[] = [
	'left',
	'right',
	'start',
	'end',
	'erase-left',
	'erase-right',
	'erase-word',
	'erase-before',
];

describe('a field', () => {
	test.each<[FieldEdit, string, string]>([
		['left', 'ann@exampl', 'e org'],
		['right', 'ann@example ', 'org'],
		['start', '', 'ann@example org'],
		['end', 'ann@example org', ''],
		['erase-left', 'ann@exampl', ' org'],
		['erase-right', 'ann@example', 'org'],
		['erase-word', '', ' org'],
		['erase-before', '', ' org'],
	])('%s leaves %j|%j', (edit, before, after) => {
		expect(editField({before: 'ann@example', after: ' org'}, edit)).toEqual({before, after});
	});

	test('counts characters as people do', () => {
		const field = toField('a👨‍👩‍👧‍👦');
		expect(editField(field, 'erase-left')).toEqual({before: 'a', after: ''});
		expect(editField(field, 'left')).toEqual({before: 'a', after: '👨‍👩‍👧‍👦'});
	});

	test('erases the word and the space behind it', () => {
		expect(editField(toField('one two  '), 'erase-word')).toEqual({before: 'one ', after: ''});
	});

	test('takes text in at the caret, without line ends and escapes', () => {
		const field = editField(toField('ac'), 'left');
		expect(typeInto(field, 'b\r\n\u001B')).toEqual({before: 'ab', after: 'c'});
	});

	test('moving never changes the text', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'grapheme'}),
				fc.array(fc.constantFrom<FieldEdit>('left', 'right', 'start', 'end')),
				(text, moves) => {
					const typed = typeInto(toField(), text);
					expect(fieldText(moves.reduce(editField, typed))).toBe(fieldText(typed));
				},
			),
		);
	});
});

describe('what is seen of a field', () => {
	test('is the part around the caret', () => {
		const field = toField('abcdefghij');
		expect(fieldWindow(field, 20)).toEqual({text: 'abcdefghij', caret: 10});
		expect(fieldWindow(field, 5)).toEqual({text: '…hij', caret: 4});
		expect(fieldWindow(editField(field, 'start'), 5)).toEqual({text: 'abcd…', caret: 0});
	});

	test('keeps spaces at the end, where the caret stands', () => {
		expect(fieldWindow(toField('a b '), 10)).toEqual({text: 'a b ', caret: 4});
	});

	test('is one sign for each character of a secret', () => {
		expect(fieldWindow(toField('pä👍!'), 10, '•')).toEqual({text: '••••', caret: 4});
	});

	test('fits, with the caret inside, whatever is typed and wherever one goes', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...wickedNames),
				fc.array(fc.constantFrom(...edits), {maxLength: 12}),
				fc.integer({min: 4, max: 60}),
				(text, keys, width) => {
					const field = keys.reduce(editField, typeInto(toField(), text));
					const shown = fieldWindow(field, width);
					expect(shown.caret).toBeLessThan(width);
					expect(cellWidth(shown.text)).toBeLessThanOrEqual(width);
				},
			),
		);
	});
});
