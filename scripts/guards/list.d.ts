export type Guard = {
	readonly promise: string;
	readonly file: string;
	/** As it stands in the file, once. */
	readonly guard: string;
	readonly without: string;
	readonly test: string;
	/** What the names of its tests hold; empty for all in the file. */
	readonly name: string;
};

export const guards: readonly Guard[];
