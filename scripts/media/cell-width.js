// How wide characters are. The emulator's own table is of 2010: an emoji takes one cell there.
import stringWidth from 'string-width';

const known = new Map();

const widthOf = (codePoint) => {
	const width = known.get(codePoint) ?? Math.min(2, stringWidth(String.fromCodePoint(codePoint)));
	known.set(codePoint, width);
	return width;
};

// As the emulator keeps it: the width in bits 1 and 2, whether it joins the one before in bit 0.
const toProperties = (width, joins) => (width << 1) | (joins ? 1 : 0);
const toWidth = (properties) => (properties >> 1) & 3;

/** Makes the emulator count cells as today's terminals and the program do. */
export const countCells = (terminal) => {
	terminal.unicode.register({
		version: 'today',
		wcwidth: widthOf,
		charProperties(codePoint, preceding) {
			const width = widthOf(codePoint);
			const before = toWidth(preceding);
			return width === 0 && before > 0 ? toProperties(before, true) : toProperties(width, false);
		},
	});
	terminal.unicode.activeVersion = 'today';
};
