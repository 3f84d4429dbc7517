// Draws a terminal's screen as SVG.
import {screenColours, styleOf} from './cell-style.js';
import {dotsPath, isDots, isLines, linesPath, partsOf} from './drawn-signs.js';

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
	const parts = [...partsOf(text)].map(({0: part, index}) => {
		const from = round(left + (isWide ? 0 : index) * cell.width);
		const faint = style.faint ? ' opacity="0.6"' : '';
		if (isDots(part)) {
			return `<path fill="${style.colour}"${faint} d="${dotsPath(part, from, top, cell)}"/>`;
		}

		if (isLines(part)) {
			return `<path fill="none" stroke="${style.colour}"${faint} d="${linesPath(part, from, top, cell)}"/>`;
		}

		const span = round((isWide ? cells : [...part].length) * cell.width);
		return `<text x="${from}" y="${top + 13}" textLength="${span}" lengthAdjust="spacingAndGlyphs" ${look.filter(Boolean).join(' ')}>${escapeXml(part)}</text>`;
	});
	return ground + parts.join('');
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
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>text{font-family:"JetBrains Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:14px;white-space:pre}${style}</style><rect width="${width}" height="${height}" rx="9" fill="${screenColours.background}"/>${dots}${content}</svg>\n`;
};
