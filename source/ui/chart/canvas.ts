/** How dots become characters: eight to a cell, or one sign for a cell that has any. */
export type Plot = 'braille' | 'ascii';

/** Dots in a cell: it is about twice as tall as wide, so they are square. */
export const dotsAcross = 2;
export const dotsDown = 4;

/** A drawing in dots, the origin at the top left. */
export type Canvas = {
	/** In dots. */
	readonly width: number;
	readonly height: number;
	/** Sets a dot; one that lies outside is not seen. */
	set(x: number, y: number): void;
	/** Sets every dot from one to another. */
	line(x0: number, y0: number, x1: number, y1: number): void;
	/** The rows, as wide as the canvas. */
	rows(plot: Plot): readonly string[];
};

const bits = [
	[0x01, 0x08],
	[0x02, 0x10],
	[0x04, 0x20],
	[0x40, 0x80],
] as const;

const isMostlySet = (cell: number): boolean => {
	let count = 0;
	for (let left = cell; left > 0; left >>= 1) {
		count += left & 1;
	}

	return count >= 4;
};

// A blank of braille would be copied as a sign, and keep the line's end from being empty.
const toSign = (cell: number, plot: Plot): string => {
	if (cell === 0) {
		return ' ';
	}

	if (plot === 'braille') {
		return String.fromCodePoint(0x28_00 + cell);
	}

	return isMostlySet(cell) ? '#' : '*';
};

/** An empty canvas so many cells wide and high. */
export const createCanvas = (columns: number, rows: number): Canvas => {
	const width = columns * dotsAcross;
	const height = rows * dotsDown;
	const cells = new Uint8Array(columns * rows);

	const set = (x: number, y: number) => {
		const [column, row] = [Math.floor(x / dotsAcross), Math.floor(y / dotsDown)];
		const bit = bits[y % dotsDown]?.[x % dotsAcross];
		if (x >= 0 && x < width && y >= 0 && y < height && bit !== undefined) {
			const index = row * columns + column;
			cells[index] = (cells[index] ?? 0) | bit;
		}
	};

	return {
		width,
		height,
		set,
		line(x0, y0, x1, y1) {
			const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
			for (let step = 0; step <= steps; step += 1) {
				const part = step / steps;
				set(Math.round(x0 + (x1 - x0) * part), Math.round(y0 + (y1 - y0) * part));
			}
		},
		rows: (plot) =>
			Array.from({length: rows}, (_, row) =>
				Array.from(cells.subarray(row * columns, (row + 1) * columns), (cell) =>
					toSign(cell, plot),
				).join(''),
			),
	};
};
