import {toPrintable} from '../domain/printable.js';
import {cellWidth} from '../text/cells.js';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** At most so many cells, keeping the end, as for paths. Safe to print. */
export const truncateStart = (text: string, width: number): string => {
	const printable = toPrintable(text);
	if (cellWidth(printable) <= width) {
		return printable;
	}

	const graphemes = [...segmenter.segment(printable)].map(({segment}) => segment);
	let kept = '';
	for (const grapheme of graphemes.reverse()) {
		if (cellWidth(grapheme + kept) > width - 1) {
			break;
		}

		kept = grapheme + kept;
	}

	return `…${kept}`;
};
