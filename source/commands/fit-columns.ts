/** A column of a table and how wide it wants to be, in cells. */
export type FlexibleColumn = {
	readonly wanted: number;
	/** Below that it says nothing. */
	readonly least: number;
	/** The smaller, the longer it stays when room runs out. */
	readonly rank: number;
};

/** Cells between two columns. */
export const columnGap = 2;

const total = (widths: ReadonlyMap<unknown, number>): number =>
	[...widths.values()].reduce((sum, width) => sum + width + columnGap, -columnGap);

/**
 * The columns that fit into so many cells, each with its width: those that matter least go first, the
 * others become narrower, and what is left over goes to those that matter most.
 */
export const fitColumns = <Column extends FlexibleColumn>(
	columns: readonly Column[],
	width: number,
): ReadonlyMap<Column, number> => {
	const byRank = [...columns].sort((a, b) => a.rank - b.rank);
	const kept = new Set(byRank);
	const least = () =>
		new Map(columns.filter((column) => kept.has(column)).map((column) => [column, column.least]));
	for (const column of [...byRank].reverse()) {
		if (kept.size > 1 && total(least()) > width) {
			kept.delete(column);
		}
	}

	const widths = least();
	for (const column of byRank.filter((one) => kept.has(one))) {
		const more = Math.min(column.wanted - column.least, width - total(widths));
		widths.set(column, column.least + Math.max(0, more));
	}

	return widths;
};
