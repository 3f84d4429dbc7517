import {expect, test} from 'vitest';
import {finish} from '../../source/domain/steps.js';
import {rememberInSteps} from '../../source/ui/remember.js';

const setUp = () => {
	const done: string[] = [];
	const sum = rememberInSteps(function* (list: readonly number[], factor: number) {
		let result = 0;
		for (const number of list) {
			done.push(`${number} x ${factor}`);
			result += number * factor;
			yield;
		}

		return [result];
	});
	return {done, sum};
};

test('work that was begun in steps is finished by whoever asks, and done once', () => {
	const {done, sum} = setUp();
	const list = [1, 2, 3];
	const steps = sum.steps(list, 2);
	steps.next();
	steps.next();
	expect(done).toEqual(['1 x 2', '2 x 2']);
	const result = sum.now(list, 2);
	expect(result).toEqual([12]);
	expect(sum.now(list, 2)).toBe(result);
	expect(finish(steps)).toBe(result);
	expect(finish(sum.steps(list, 2))).toBe(result);
	expect(done).toHaveLength(3);
});

test('the answer for one list is kept while another one is asked for', () => {
	const {done, sum} = setUp();
	const [shown, next] = [[1], [2]];
	sum.now(shown, 1);
	const steps = sum.steps(next, 1);
	steps.next();
	sum.now(shown, 1);
	finish(steps);
	sum.now(shown, 1);
	sum.now(next, 1);
	expect(done).toEqual(['1 x 1', '2 x 1']);
	sum.now(next, 5);
	sum.now(next, 1);
	expect(done).toHaveLength(4);
});
