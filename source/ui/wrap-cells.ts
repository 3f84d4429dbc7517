import {toPrintable} from '../domain/printable.js';
import {cellWidth, truncate} from '../text/cells.js';

/** Breaks a text at spaces into lines of at most so many cells. Safe to print. */
export const wrapCells = (text: string, width: number): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	for (const word of toPrintable(text).split(/\s+/)) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (cellWidth(longer) <= width) {
			line = longer;
		} else {
			lines.push(...(line === '' ? [] : [line]));
			line = truncate(word, width);
		}
	}

	return line === '' ? lines : [...lines, line];
};
