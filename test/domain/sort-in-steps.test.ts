import {expect, test} from 'vitest';
import {sortInSteps} from '../../source/domain/sort-in-steps.js';
import {finish} from '../../source/domain/steps.js';
import {fc} from '../helpers/fast-check.js';

type Item = {readonly key: number; readonly at: number};

const byKey = (a: Item, b: Item) => a.key - b.key;

test('sorts as toSorted does, equal items in the order they had', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(50), {maxLength: 3000, size: 'max'}), (keys) => {
			const items = keys.map((key, at) => ({key, at}));
			expect(finish(sortInSteps(items, byKey))).toEqual(items.toSorted(byKey));
			expect(items.map(({key}) => key)).toEqual(keys);
		}),
		{numRuns: 60, seed: 20_261_122, endOnFailure: true},
	);
});

test('never compares more than a step is worth at a time', () => {
	let compared = 0;
	let most = 0;
	const items = Array.from({length: 20_000}, (_, index) => (index * 7919) % 20_011);
	const steps = sortInSteps(items, (a, b) => {
		compared += 1;
		return a - b;
	});
	for (const _ of steps) {
		most = Math.max(most, compared);
		compared = 0;
	}

	expect(Math.max(most, compared)).toBeLessThan(512 * 10);
});
