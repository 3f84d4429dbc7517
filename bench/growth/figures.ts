/** One thing that was measured at every size. */
export type Series = {
	readonly name: string;
	/** Milliseconds of the processor, in user mode, by size in the order of the sizes. */
	readonly ms: readonly number[];
	/** Largest resident memory of the process in megabytes, where it was one of its own. */
	readonly peakMb?: readonly number[];
};

/** What `media/growth.json` holds. */
export type Figures = {
	/** Activities. */
	readonly sizes: readonly number[];
	readonly node: string;
	readonly series: readonly Series[];
};

/**
 * By which power time grows between two sizes: 1 is a straight line, less is better, and what is
 * fixed, such as a start, makes it less.
 */
export const powerOf = (before: number, after: number, factor: number): number =>
	Math.log(after / before) / Math.log(factor);
