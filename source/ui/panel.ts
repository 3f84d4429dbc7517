import type {Size} from './model.js';

/** Width of the text of a panel, a form on a screen of its own; it fits the smallest window. */
export const panelWidth = 56;

/** Lines a panel may take: what the smallest window has between header and footer. */
export const panelHeight = 12;

/** Cells a field's label takes, its mark included. */
export const labelWidth = 12;

/** Cells of a field's text. */
export const fieldWidth = panelWidth - labelWidth;

/** Cells left of a panel, and lines between it and the header. */
export const panelPlace = ({
	columns,
	rows,
}: Size): {readonly left: number; readonly top: number} => ({
	left: Math.max(1, Math.floor((columns - panelWidth) / 2)),
	top: Math.max(0, Math.floor((rows - 3 - panelHeight) / 3)),
});

/** What is left of a panel below so many lines: an empty line first, where there are more. */
export const linesBelow = (
	size: Size,
	taken: number,
): {readonly gap: 0 | 1; readonly lines: number} => {
	const left = size.rows - 3 - panelPlace(size).top - taken;
	const gap = left > 1 ? 1 : 0;
	return {gap, lines: Math.min(panelHeight, left - gap)};
};
