import type {Steps} from './steps.js';

/** Items that are sorted or merged in one step, where a comparison takes a fraction of a microsecond. */
const atOnce = 512;

type Compare<Item> = (a: Item, b: Item) => number;

function* merge<Item>(
	first: readonly Item[],
	second: readonly Item[],
	compare: Compare<Item>,
): Steps<readonly Item[]> {
	const merged: Item[] = [];
	let a = 0;
	let b = 0;
	while (a < first.length && b < second.length) {
		const [left, right] = [first[a] as Item, second[b] as Item];
		if (compare(left, right) <= 0) {
			merged.push(left);
			a += 1;
		} else {
			merged.push(right);
			b += 1;
		}

		if (merged.length % atOnce === 0) {
			yield;
		}
	}

	for (const item of a < first.length ? first.slice(a) : second.slice(b)) {
		merged.push(item);
	}

	return merged;
}

/** Sorts as `toSorted` does, equal items in the order they had, in steps that keep nobody waiting. */
export function* sortInSteps<Item>(
	items: readonly Item[],
	compare: Compare<Item>,
): Steps<readonly Item[]> {
	let runs: Array<readonly Item[]> = [];
	for (let from = 0; from < items.length; from += atOnce) {
		runs.push(items.slice(from, from + atOnce).sort(compare));
		yield;
	}

	while (runs.length > 1) {
		const longer: Array<readonly Item[]> = [];
		for (let at = 0; at < runs.length; at += 2) {
			const [first, second] = [runs[at] ?? [], runs[at + 1]];
			longer.push(second ? yield* merge(first, second, compare) : first);
		}

		runs = longer;
	}

	return runs[0] ?? [];
}
