import stringWidth from 'string-width';
import {toPrintable} from '../domain/printable.js';

// Made when a text is cut for the first time: it takes longer than loading all of this.
let segmenter: Intl.Segmenter | undefined;

// What string-width would say anyway, without its cost.
const plain = /^[\u0020-\u007E]*$/;

/** Terminal cells a text takes; a CJK character or an emoji takes two. */
export const cellWidth = (text: string): number =>
	plain.test(text) ? text.length : stringWidth(text);

/** At most so many cells, the last one `…` when something had to go. Safe to print. */
export const truncate = (text: string, width: number): string => {
	const printable = toPrintable(text);
	if (cellWidth(printable) <= width) {
		return printable;
	}

	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	let kept = '';
	let used = 0;
	for (const {segment} of segmenter.segment(printable)) {
		const wide = cellWidth(segment);
		if (used + wide > width - 1) {
			break;
		}

		kept += segment;
		used += wide;
	}

	return width > 0 ? `${kept}…` : '';
};

/** Exactly so many cells: cut or filled with spaces. */
export const fitCells = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
	const cut = truncate(text, width);
	const space = ' '.repeat(Math.max(0, width - cellWidth(cut)));
	return align === 'left' ? cut + space : space + cut;
};
