// Draws a terminal's screen as SVG.
import {screenColours, styleOf} from './cell-style.js';

const cell = {width: 8.4, height: 18};
const margin = 14;
const bar = 26;

const escapeXml = (text) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const round = (number) => Math.round(number * 10) / 10;

/** Neighbouring cells of one look, as runs of text. */
const runsOf = (line, columns) => {
	const runs = [];
	for (let x = 0; x < columns; x += 1) {
		const one = line.getCell(x);
		if (!one || one.getWidth() === 0) {
			continue;
		}

		const style = styleOf(one);
		const key = JSON.stringify(style);
		const last = runs.at(-1);
		const text = one.getChars() || ' ';
		// A wide character stands alone: its font decides its width, textLength puts it right.
		if (last?.key === key && one.getWidth() === 1 && !last.isWide) {
			last.text += text;
			last.cells += 1;
		} else {
			runs.push({key, style, x, text, cells: one.getWidth(), isWide: one.getWidth() > 1});
		}
	}

	return runs;
};

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

// Few fonts have braille, and none of the text's width: it is drawn dot by dot.
const drawBraille = (text, left, top, colour) => {
	const path = [...text].flatMap((character, index) => {
		const bits = character.codePointAt(0) - 0x2800;
		return brailleDots
			.filter(([, , bit]) => (bits & bit) !== 0)
			.map(([x, y]) => {
				const at = [left + (index + x / 2 + 0.13) * cell.width, top + (y / 4 + 0.06) * cell.height];
				return `M${at.map(round).join(' ')}h2v2h-2z`;
			});
	});
	return `<path fill="${colour}" d="${path.join('')}"/>`;
};

const isBraille = /^[\u2800-\u28FF]/;

const drawRun = ({style, x, text, cells, isWide}) => {
	const left = round(margin + x * cell.width);
	const width = round(cells * cell.width);
	const top = bar + margin;
	const ground = style.ground
		? `<rect x="${left}" y="${top}" width="${width}" height="${cell.height}" fill="${style.ground}"/>`
		: '';
	if (text.trim() === '') {
		return ground;
	}

	const look = [
		`fill="${style.colour}"`,
		style.bold && 'font-weight="700"',
		style.faint && 'opacity="0.6"',
		style.underlined && 'text-decoration="underline"',
	];
	// White space is squeezed by whoever draws the text: each word has a place of its own. Cells are
	// counted in characters, as a run of more than one holds no wide one.
	const words = [
		...text.matchAll(/[\u2800-\u28FF]+|[^\s\u2800-\u28FF]+(?: [^\s\u2800-\u28FF]+)*/g),
	].map(({0: word, index}) => {
		const from = round(left + (isWide ? 0 : index) * cell.width);
		if (isBraille.test(word)) {
			return drawBraille(word, from, top, style.colour);
		}

		const span = round((isWide ? cells : [...word].length) * cell.width);
		return `<text x="${from}" y="${top + 13}" textLength="${span}" lengthAdjust="spacingAndGlyphs" ${look.filter(Boolean).join(' ')}>${escapeXml(word)}</text>`;
	});
	return ground + words.join('');
};

/** The drawings of a screen's rows, each as if it were the first. */
export const drawRows = (terminal) => {
	const {active} = terminal.buffer;
	return Array.from({length: terminal.rows}, (_, y) => {
		const line = active.getLine(active.viewportY + y);
		return line ? runsOf(line, terminal.cols).map(drawRun).join('') : '';
	});
};

/** Rows at their places. Those that `shared` knows by a name are only referred to. */
export const placeRows = (rows, shared = new Map()) =>
	rows
		.map((row, y) => {
			const name = shared.get(row);
			if (row === '') {
				return '';
			}

			return name === undefined
				? `<g transform="translate(0 ${y * cell.height})">${row}</g>`
				: `<use href="#${name}" y="${y * cell.height}"/>`;
		})
		.join('');

/** A whole picture around drawings: a quiet window, as large as the terminal. */
export const toSvg = ({cols, rows}, content, style = '') => {
	const width = round(cols * cell.width + 2 * margin);
	const height = rows * cell.height + 2 * margin + bar;
	const dots = ['#e5707a', '#e3c27a', '#8fc98a']
		.map((fill, index) => `<circle cx="${18 + index * 18}" cy="15" r="5" fill="${fill}"/>`)
		.join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>text{font:14px "JetBrains Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}${style}</style><rect width="${width}" height="${height}" rx="9" fill="${screenColours.background}"/>${dots}${content}</svg>\n`;
};
