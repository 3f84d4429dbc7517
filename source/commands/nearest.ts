import leven, {closestMatch} from 'leven';

/** Letters that may be wrong: three, and of a short word less than three in five. */
const isNear = (distance: number, length: number): boolean =>
	distance <= 3 && (length - distance) / length > 0.4;

const sorted = (word: string): string => [...word].sort().join('');

/**
 * The one that a word was probably meant for: with its letters in another order, with a few wrong,
 * or only begun. Undefined where none is near.
 */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
	const typed = word.toLowerCase();
	const swapped = known.find((one) => sorted(one) === sorted(typed));
	if (swapped !== undefined) {
		return swapped;
	}

	const best = closestMatch(typed, known);
	if (best !== undefined && isNear(leven(typed, best), Math.max(typed.length, best.length))) {
		return best;
	}

	return typed.length < 3 ? undefined : known.find((one) => one.startsWith(typed));
};
