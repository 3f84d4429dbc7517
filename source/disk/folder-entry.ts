/** What a reading of a folder tells of one name in it. */
export type FolderEntry = {
	readonly name: string;
	isDirectory(): boolean;
};

// Hidden files are the program's own or the system's; these are the systems' that are not hidden.
export const isOfTheSystem = (name: string): boolean =>
	name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini|icon\r)$/i.test(name);
