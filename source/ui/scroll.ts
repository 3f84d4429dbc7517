const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/** A valid index into so many rows; 0 where there are none. */
export const clampIndex = (index: number, count: number): number => clamp(index, count - 1);

/** The first visible row, moved no further than needed to show the cursor with rows around it. */
export const scrollTo = (top: number, cursor: number, height: number, count: number): number => {
	const margin = Math.min(3, Math.max(0, Math.floor((height - 1) / 2)));
	const lowest = cursor - margin;
	const highest = cursor + margin - height + 1;
	return clamp(Math.min(lowest, Math.max(top, highest)), Math.max(0, count - height));
};
