import {createCanvas, dotsAcross, type Plot} from './canvas.js';
import {resample, type Series} from './series.js';

/** A series as an area standing on its least value; nothing stands where nothing was recorded. */
export const drawArea = (
	{values, minimum, maximum}: Series,
	{columns, rows}: {readonly columns: number; readonly rows: number},
	plot: Plot,
): readonly string[] => {
	const canvas = createCanvas(columns, rows);
	const range = maximum - minimum;
	const most = canvas.height - 1;
	for (const [x, value] of resample(values, columns * dotsAcross).entries()) {
		// What never changes stands halfway up.
		const part = range > 0 ? (value - minimum) / range : 0.5;
		if (!Number.isNaN(value)) {
			canvas.line(x, Math.round(most * (1 - part)), x, most);
		}
	}

	return canvas.rows(plot);
};
