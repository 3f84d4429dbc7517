/** What a reading of a folder tells of one name in it. */
export type FolderEntry = {
	readonly name: string;
	isDirectory(): boolean;
};
