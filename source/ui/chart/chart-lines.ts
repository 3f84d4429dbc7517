import {fitCells} from '../../text/cells.js';
import {drawArea} from './area.js';
import type {Plot} from './canvas.js';
import type {Series} from './series.js';

/** Cells for the numbers at the left of a chart. */
export const labelWidth = 6;

/** A chart as lines: its title, and the area with its greatest and its least value beside it. */
export const chartLines = (
	series: Series,
	{
		title,
		columns,
		rows,
		format,
		plot,
	}: {
		readonly title: string;
		readonly columns: number;
		readonly rows: number;
		readonly format: (value: number) => string;
		readonly plot: Plot;
	},
): readonly string[] => {
	const size = {columns: Math.max(1, columns - labelWidth), rows: Math.max(1, rows - 1)};
	const area = drawArea(series, size, plot);
	const toLabel = (row: number): string => {
		if (row === 0) {
			return format(series.maximum);
		}

		return row === area.length - 1 ? format(series.minimum) : '';
	};
	const lines = area.map((line, row) =>
		`${fitCells(toLabel(row), labelWidth - 1, 'right')} ${line}`.trimEnd(),
	);
	return [fitCells(title, columns).trimEnd(), ...lines];
};
