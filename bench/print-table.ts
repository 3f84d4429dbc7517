/** Prints rows under their titles: the first column to the left, the others to the right. */
export const printTable = (
	titles: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
): void => {
	const widths = titles.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	for (const row of [titles, ...rows]) {
		const cells = row.map((cell, column) =>
			column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
		);
		console.log(cells.join('  ').trimEnd());
	}
};

/** What was aimed at, beside what was measured. */
export const judge = (isMet: boolean): string => (isMet ? 'ok' : 'missed');
