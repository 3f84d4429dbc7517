import {expect, test} from 'vitest';
import {scrollTo} from '../../source/ui/scroll.js';
import {fc} from '../helpers/fast-check.js';

test.each([
	[0, 5, 10, 100, 0],
	[0, 7, 10, 100, 1],
	[0, 99, 10, 100, 90],
	[90, 50, 10, 100, 47],
	[20, 25, 10, 100, 20],
	[5, 2, 10, 4, 0],
])('from %i with the cursor at %i in %i of %i scrolls to %i', (top, cursor, height, count, to) => {
	expect(scrollTo(top, cursor, height, count)).toBe(to);
});

test('always shows the cursor, and no emptiness below the rows', () => {
	const sizes = fc.record({
		count: fc.integer({min: 1, max: 500}),
		height: fc.integer({min: 1, max: 60}),
		top: fc.nat(600),
		at: fc.nat(10_000),
	});
	fc.assert(
		fc.property(sizes, ({count, height, top: before, at}) => {
			const cursor = at % count;
			const top = scrollTo(before, cursor, height, count);
			expect(cursor).toBeGreaterThanOrEqual(top);
			expect(cursor).toBeLessThan(top + height);
			expect(top).toBeGreaterThanOrEqual(0);
			expect(top).toBeLessThanOrEqual(Math.max(0, count - height));
		}),
	);
});
