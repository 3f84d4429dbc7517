export type ConvertOptions = {
	/** What the activity is called; a FIT file does not say. Any characters. */
	readonly name?: string | undefined;
};
