const ascii = /^[\u0000-\u007F]*$/;

/** Text as searched: without accents, and in lower case unless case counts. */
export const foldCase = (text: string, isCaseSensitive: boolean): string => {
	// Most names are plain, and folding costs more than searching.
	const bare = ascii.test(text) ? text : text.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
	return isCaseSensitive ? bare : bare.toLowerCase();
};
