import {checkJsonSize} from './json-size.js';

// Whole strings, passed over, and whole numbers. Every match ends where its token ends, so that each
// character is read once, whatever a service sends; strings without an end were refused before.
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

const longInteger = /^-?\d{16,}$/;

// Where one may stand, or a text that looks so: COROS's ids are strings, as a rule, and there is none.
const mayHoldOne = /(?:^|[:,[])\s*-?\d{16,}\s*(?:[,\]}]|$)/;

/**
 * `JSON.parse` that keeps integers of 16 digits and more as strings: COROS's ids are above 2^53 and
 * a rounded id is another activity. Throws `SyntaxError` as `JSON.parse` does, and where values are
 * nested or repeated without end.
 */
export const parseJson = (text: string, mostValues?: number): unknown => {
	checkJsonSize(text, mostValues);
	if (!mayHoldOne.test(text)) {
		return JSON.parse(text);
	}

	return JSON.parse(
		text.replace(stringOrNumber, (token) => (longInteger.test(token) ? `"${token}"` : token)),
	);
};
