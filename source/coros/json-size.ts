/** Real answers come to a dozen. What is kept of them is written again, and writers use the stack. */
const mostLevels = 64;

/** A page of the list comes to eight thousand; a value takes many times its letters in memory. */
const usualValues = 250_000;

const code = (character: string): number => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const comma = code(',');
const openings = new Set([code('['), code('{')]);
const closings = new Set([code(']'), code('}')]);

const endOfString = (text: string, start: number): number => {
	for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
		let before = at;
		while (text.charCodeAt(before - 1) === backslash) {
			before -= 1;
		}

		// Of two backslashes one makes the other a letter.
		if ((at - before) % 2 === 0) {
			return at;
		}
	}

	throw new SyntaxError('a string without an end');
};

/**
 * Looks at JSON before it is parsed, reading each character once and keeping none: throws
 * `SyntaxError` for more levels or values than any real answer has, and for a string without an end.
 */
export const checkJsonSize = (text: string, mostValues = usualValues): void => {
	let levels = 0;
	let values = 0;
	for (let at = 0; at < text.length; at += 1) {
		const character = text.charCodeAt(at);
		if (character === quote) {
			at = endOfString(text, at);
		} else if (openings.has(character)) {
			levels += 1;
			values += 1;
		} else if (closings.has(character)) {
			levels -= 1;
		} else if (character === comma) {
			values += 1;
		}

		if (levels > mostLevels || values > mostValues) {
			throw new SyntaxError('more than any answer holds');
		}
	}
};
