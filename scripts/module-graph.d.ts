export type BundleFile = {
	/** Name in `dist/`. */
	readonly file: string;
	/** Absolute paths. */
	readonly modules: readonly string[];
	/** Names in `dist/`. */
	readonly loads: readonly string[];
};

export function readModuleGraph(): Promise<BundleFile[]>;
