// Either a whole string, passed over, or an integer too long for a double.
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * `JSON.parse` that keeps integers of 16 digits and more as strings: COROS's ids are above 2^53 and
 * a rounded id is another activity. Throws `SyntaxError` as `JSON.parse` does.
 */
export const parseJson = (text: string): unknown =>
	JSON.parse(
		text.replace(stringOrLongInteger, (token) => (token.startsWith('"') ? token : `"${token}"`)),
	);
