import type {Condition, Query, Term} from './query.js';

type Word = Extract<Condition, {kind: 'word'}>;

const isPartOf = (part: Word, whole: Word): boolean =>
	part.isCaseSensitive === whole.isCaseSensitive && whole.text.includes(part.text);

const isSame = (a: Condition, b: Condition): boolean => JSON.stringify(a) === JSON.stringify(b);

// Of more letters there is less; without more letters there would be more.
const implies = (after: Term, before: Term): boolean =>
	after.isExcluded === before.isExcluded &&
	(isSame(after.condition, before.condition) ||
		(!after.isExcluded &&
			after.condition.kind === 'word' &&
			before.condition.kind === 'word' &&
			isPartOf(before.condition, after.condition)));

/**
 * Whether all that one search finds was found by the one before it, so that nothing else need be
 * looked at: more letters of a word, more terms. Says no where it is not sure.
 */
export const narrows = (before: Query, after: Query): boolean =>
	before.terms.every((term, index) => {
		const next = after.terms[index];
		return next !== undefined && implies(next, term);
	});
