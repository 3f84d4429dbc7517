/** A piece of a text between spaces; quotes keep pieces together and are not part of them. */
export type RawToken = {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** Whether any of it was quoted: then it is nothing but words. */
	readonly isQuoted: boolean;
};

const piece = /(?:"[^"]*(?:"|$)|[^\s"])+/g;

/** Splits at spaces, but not within quotes; a quote that is still open reaches to the end. */
export const splitTokens = (text: string): readonly RawToken[] =>
	[...text.matchAll(piece)].map(({0: raw, index}) => ({
		start: index,
		end: index + raw.length,
		text: raw.replaceAll('"', ''),
		isQuoted: raw.includes('"'),
	}));
