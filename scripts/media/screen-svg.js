// Draws a terminal's screen as SVG.
import {screenColours, styleOf} from './cell-style.js';

const cell = {width: 8.4, height: 18};
const margin = 14;
const bar = 26;

const escape = (text) =>
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

const drawRun = ({style, x, text, cells}, y) => {
	const left = round(margin + x * cell.width);
	const width = round(cells * cell.width);
	const top = bar + margin + y * cell.height;
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
	// Leading and trailing spaces would be lost or squeezed: the run is drawn without them.
	const lead = text.length - text.trimStart().length;
	const shown = text.trim();
	const from = round(left + lead * cell.width);
	const span = round((cells - lead - (text.length - text.trimEnd().length)) * cell.width);
	return `${ground}<text x="${from}" y="${top + 13}" textLength="${span}" lengthAdjust="spacingAndGlyphs" ${look.filter(Boolean).join(' ')}>${escape(shown)}</text>`;
};

/** The drawing of a screen, without the frame around it. */
export const drawScreen = (terminal) => {
	const {active} = terminal.buffer;
	const rows = [];
	for (let y = 0; y < terminal.rows; y += 1) {
		const line = active.getLine(active.viewportY + y);
		rows.push(
			line
				? runsOf(line, terminal.cols)
						.map((run) => drawRun(run, y))
						.join('')
				: '',
		);
	}

	return rows.join('');
};

/** A whole picture around drawings: a quiet window, as large as the terminal. */
export const toSvg = ({cols, rows}, content, style = '') => {
	const width = round(cols * cell.width + 2 * margin);
	const height = rows * cell.height + 2 * margin + bar;
	const dots = ['#e5707a', '#e3c27a', '#8fc98a']
		.map((fill, index) => `<circle cx="${18 + index * 18}" cy="15" r="5" fill="${fill}"/>`)
		.join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>text{font:14px "JetBrains Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}${style}</style><rect width="${width}" height="${height}" rx="9" fill="${screenColours.background}"/>${dots}${content}</svg>\n`;
};
