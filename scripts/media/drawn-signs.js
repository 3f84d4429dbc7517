// Signs that are drawn rather than written: few fonts have them all, and hardly any as high and as
// wide as a cell, so that lines would have gaps.

const brailleDots = [
	[0, 0, 1],
	[0, 1, 2],
	[0, 2, 4],
	[1, 0, 8],
	[1, 1, 16],
	[1, 2, 32],
	[0, 3, 64],
	[1, 3, 128],
];

const round = (number) => Math.round(number * 10) / 10;

/** Whether a text begins with such a sign; a text holds only dots or only lines. */
export const isDots = (text) => /^[\u2800-\u28FF]/.test(text);
export const isLines = (text) => /^[─│╭╮╰╯]/.test(text);

/** The parts of a text: dots, lines, and words with no more than a space between them. */
export const partsOf = (text) =>
	text.matchAll(
		/[\u2800-\u28FF]+|[─│╭╮╰╯]+|[^\s\u2800-\u28FF─│╭╮╰╯]+(?: [^\s\u2800-\u28FF─│╭╮╰╯]+)*/g,
	);

/** Braille, dot by dot, as the data of a path that is filled. */
export const dotsPath = (text, left, top, cell) =>
	[...text]
		.flatMap((character, index) => {
			const bits = character.codePointAt(0) - 0x2800;
			return brailleDots
				.filter(([, , bit]) => (bits & bit) !== 0)
				.map(([x, y]) => {
					const from = left + (index + x / 2 + 0.13) * cell.width;
					return `M${round(from)} ${round(top + (y / 4 + 0.06) * cell.height)}h2v2h-2z`;
				});
		})
		.join('');

/** Lines and round corners, as the data of a path that is stroked. */
export const linesPath = (text, left, top, cell) => {
	const middle = top + cell.height / 2;
	const bottom = top + cell.height;
	const corner = cell.width / 2;
	return [...text]
		.map((sign, index) => {
			const from = round(left + index * cell.width);
			const center = round(from + cell.width / 2);
			const to = round(from + cell.width);
			switch (sign) {
				case '─':
					return `M${from} ${middle}H${to}`;
				case '│':
					return `M${center} ${top}V${bottom}`;
				case '╭':
					return `M${center} ${bottom}V${middle + corner}Q${center} ${middle} ${to} ${middle}`;
				case '╮':
					return `M${from} ${middle}Q${center} ${middle} ${center} ${middle + corner}V${bottom}`;
				case '╰':
					return `M${center} ${top}V${middle - corner}Q${center} ${middle} ${to} ${middle}`;
				default:
					return `M${from} ${middle}Q${center} ${middle} ${center} ${middle - corner}V${top}`;
			}
		})
		.join('')
		.replaceAll(/(?<=H)[\d.]+M[\d.]+ [\d.]+H(?=[\d.]+)/g, '');
};
