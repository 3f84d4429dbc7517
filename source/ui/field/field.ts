const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** A line of text being edited: what stands before the caret, and what after it. */
export type Field = {readonly before: string; readonly after: string};

/** What an editing key does. */
export type FieldEdit =
	| 'left'
	| 'right'
	| 'start'
	| 'end'
	| 'erase-left'
	| 'erase-right'
	| 'erase-word'
	| 'erase-before';

/** A field holding that text, the caret at its end. */
export const toField = (text = ''): Field => ({before: text, after: ''});

export const fieldText = ({before, after}: Field): string => before + after;

// A paste brings line ends and worse along; a line of text holds none.
const unfit = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g;

/** Puts text in at the caret. */
export const typeInto = ({before, after}: Field, text: string): Field => ({
	before: before + text.replaceAll(unfit, ''),
	after,
});

const graphemes = (text: string): readonly string[] =>
	[...segmenter.segment(text)].map(({segment}) => segment);

/** Moves the caret or erases, by characters as people count them. */
export const editField = (field: Field, edit: FieldEdit): Field => {
	const {before, after} = field;
	switch (edit) {
		case 'left': {
			const last = graphemes(before).at(-1) ?? '';
			return {before: before.slice(0, before.length - last.length), after: last + after};
		}
		case 'right': {
			const first = graphemes(after)[0] ?? '';
			return {before: before + first, after: after.slice(first.length)};
		}
		case 'start':
			return {before: '', after: fieldText(field)};
		case 'end':
			return toField(fieldText(field));
		case 'erase-left': {
			const last = graphemes(before).at(-1) ?? '';
			return {before: before.slice(0, before.length - last.length), after};
		}
		case 'erase-right':
			return {before, after: after.slice(graphemes(after)[0]?.length ?? 0)};
		case 'erase-word':
			return {before: before.replace(/\S*\s*$/, ''), after};
		case 'erase-before':
			return {before: '', after};
	}
};
