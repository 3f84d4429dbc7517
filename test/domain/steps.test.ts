import {expect, test} from 'vitest';
import {everyInSteps, finish, finishInTurns, forEachInSteps} from '../../source/domain/steps.js';

function* countTo(last: number): Generator<void, number> {
	let count = 0;
	while (count < last) {
		count += 1;
		yield;
	}

	return count;
}

/** Steps that each hold the thread longer than anybody should. */
function* hog(steps: number, done: string[]): Generator<void, string> {
	for (let step = 0; step < steps; step += 1) {
		const until = performance.now() + 20;
		while (performance.now() < until);
		done.push('step');
		yield;
	}

	return 'done';
}

test('does all the steps, at once or in turns', async () => {
	expect(finish(countTo(3))).toBe(3);
	expect(await finishInTurns(countTo(1000))).toBe(1000);
});

test('lets others have their turn between long steps', async () => {
	const done: string[] = [];
	const told = finishInTurns(hog(3, done));
	setImmediate(() => done.push('key'));
	expect(await told).toBe('done');
	expect(done.indexOf('key')).toBeLessThan(done.length - 1);
});

test('passes on what a step throws', async () => {
	// biome-ignore lint/correctness/useYield: it never gets so far
	function* broken(): Generator<void, never> {
		throw new Error('no');
	}

	expect(() => finish(broken())).toThrow('no');
	await expect(finishInTurns(broken())).rejects.toThrow('no');
});

test('does a little with each of many items in far fewer steps, and ends where nothing is left to ask', () => {
	const items = Array.from({length: 2000}, (_, index) => index);
	const seen: number[] = [];
	const steps = [...forEachInSteps(items, (item) => seen.push(item))];
	expect(seen).toEqual(items);
	expect(steps.length).toBeGreaterThan(1);
	expect(steps.length).toBeLessThan(20);
	expect(finish(everyInSteps(items, (item) => item < 2000))).toBe(true);
	let asked = 0;
	const isSmall = (item: number) => {
		asked += 1;
		return item < 700;
	};
	expect(finish(everyInSteps(items, isSmall))).toBe(false);
	expect(asked).toBe(701);
});
