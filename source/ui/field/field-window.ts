import {toPrintable} from '../../domain/printable.js';
import {cellWidth} from '../../text/cells.js';
import type {Field} from './field.js';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

// Spaces at the ends count while one types; making a text safe would trim them.
const toSafe = (text: string): string => toPrintable(`|${text}|`).slice(1, -1);

const toSigns = (text: string, hiddenBy: string | undefined): readonly string[] =>
	[...segmenter.segment(toSafe(text))].map(({segment}) => hiddenBy ?? segment);

/** As many of the signs as fit. */
const takeFitting = (signs: readonly string[], width: number): readonly string[] => {
	let left = width;
	const end = signs.findIndex((sign) => {
		left -= cellWidth(sign);
		return left < 0;
	});
	return end === -1 ? signs : signs.slice(0, end);
};

/** The part of a field that fits in so many cells, and in which of them the caret stands. */
export type FieldWindow = {readonly text: string; readonly caret: number};

/**
 * What is seen of a field: the caret always is, and `…` where there is more. With a sign given, every
 * character is that sign.
 */
export const fieldWindow = (
	{before, after}: Field,
	width: number,
	hiddenBy?: string,
): FieldWindow => {
	const all = toSigns(before, hiddenBy);
	// One cell stays free for the caret behind the last character.
	const near = takeFitting(all.toReversed(), width - 1).toReversed();
	const left = (near.length < all.length ? ['…', ...near.slice(1)] : near).join('');
	const caret = cellWidth(left);
	const rest = toSigns(after, hiddenBy);
	const next = takeFitting(rest, width - caret);
	// The character under the caret stays what it is.
	const isCut = next.length < rest.length && next.length > 1;
	return {text: left + (isCut ? [...next.slice(0, -1), '…'] : next).join(''), caret};
};
