import {KnownError} from '../domain/known-error.js';

/** A fault in the command line, with what would be right. */
export const usage = (detail: string): KnownError => new KnownError('usage', {detail});

/** What a word may have been meant for: what is compared with it, and what is to be written then. */
export type Candidates = ReadonlyMap<string, string>;

/** A word that nothing is called. */
export class WrongWord extends KnownError {
	readonly word: string;
	readonly candidates: Candidates;

	constructor(detail: string, word: string, known: readonly string[] | Candidates) {
		super('usage', {detail});
		this.word = word;
		this.candidates = Array.isArray(known)
			? new Map(known.map((one: string) => [one, one]))
			: (known as Candidates);
	}
}
