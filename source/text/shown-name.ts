import {toPrintable} from '../domain/printable.js';

// Made when a name needs it: it takes longer than loading all of this.
let segmenter: Intl.Segmenter | undefined;

const pictograph = /^\p{Extended_Pictographic}/u;
const invisible = /\p{Default_Ignorable_Code_Point}|\u20E3/gu;

// Terminals do not agree how wide a family, a skin tone or a keycap is, and where one takes more
// than was reckoned, everything after it is out of its column. About single signs they agree.
const toSingleSigns = (text: string): string => {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return [...segmenter.segment(text)]
		.map(({segment}) =>
			pictograph.test(segment)
				? String.fromCodePoint(segment.codePointAt(0) ?? 0)
				: segment.replaceAll(invisible, ''),
		)
		.join('');
};

const ascii = /^[\u0020-\u007E]*$/;

/** A name as a screen shows it: safe to print, as wide as it is reckoned, never nothing at all. */
export const shownName = ({name}: {readonly name: string}): string => {
	const printable = toPrintable(name);
	const shown = ascii.test(printable)
		? printable
		: toSingleSigns(printable.normalize('NFC')).trim();
	return shown || '(no name)';
};
