import type {TextCheck} from './text-inspector.js';

const separators = ',;\t';

/** The last row of every COROS export seen; without it nobody can tell a whole file from a cut one. */
const lastRow = /^"?Summary\b/;

/**
 * Checks what can be checked of a table as text: a first line of more than one column, and quotes
 * that close. COROS's CSV is one row a lap, fields quoted, and holds no date.
 */
export const createCsvCheck = (): TextCheck => {
	let isQuoted = false;
	let hasColumns = false;
	let isHeaderOver = false;
	let isLineOver = false;
	let line = '';

	return {
		write(text) {
			for (const character of text) {
				// A line's first characters stay until the next line begins.
				if (isLineOver) line = '';
				isLineOver = character === '\n' && !isQuoted;
				if (line.length < 10 && !isLineOver) line += character;

				if (character === '"') isQuoted = !isQuoted;
				else if (isHeaderOver || isQuoted) continue;
				else if (separators.includes(character)) hasColumns = true;
				else if (character === '\n') isHeaderOver = true;
			}

			return isHeaderOver && !hasColumns ? 'no columns in the first line' : undefined;
		},

		end() {
			if (!hasColumns) return {ok: false, reason: 'no columns in the first line'};
			if (isQuoted) return {ok: false, reason: 'ends early: inside a quoted field'};
			const isClosed = isLineOver && lastRow.test(line);
			return {ok: true, startTime: undefined, ...(!isClosed && {openEnded: true})};
		},
	};
};
