import {finish, type Steps} from '../domain/steps.js';

type Inputs = readonly unknown[];

const areSame = (one: Inputs, other: Inputs): boolean =>
	one.length === other.length && one.every((input, index) => Object.is(input, other[index]));

/**
 * The same function, keeping its last answer: called again with the same arguments it does nothing.
 * Enough for a screen, which asks for one state at a time, and it never grows.
 */
export const rememberLast = <Arguments extends Inputs, Result>(
	compute: (...inputs: Arguments) => Result,
): ((...inputs: Arguments) => Result) => {
	let last: {readonly inputs: Arguments; readonly result: Result} | undefined;
	return (...inputs) => {
		const known = last;
		if (known && areSame(inputs, known.inputs)) {
			return known.result;
		}

		const result = compute(...inputs);
		last = {inputs, result};
		return result;
	};
};

/** Work that somebody has begun, and anybody may finish. */
type Work<Result> = {
	readonly inputs: Inputs;
	readonly steps: Steps<Result>;
	done?: {readonly result: Result};
};

/** A function of a long list whose work is in steps, and its last answer for each list. */
export type InSteps<Arguments extends Inputs, Result> = {
	/** The answer at once: what is left of the work is done now. */
	now(...inputs: Arguments): Result;
	/** The same in steps. Whoever begins may leave it, and others go on from there. */
	steps(...inputs: Arguments): Steps<Result>;
};

/**
 * Keeps a function's last answer for each list: while one list is shown, the answer for the next is
 * made ready. It holds no list.
 */
export const rememberInSteps = <List extends object, More extends Inputs, Result>(
	compute: (list: List, ...more: More) => Steps<Result>,
): InSteps<[list: List, ...more: More], Result> => {
	const ofLists = new WeakMap<List, Work<Result>>();

	const begin = (list: List, inputs: More): Work<Result> => {
		const known = ofLists.get(list);
		if (known && areSame(inputs, known.inputs)) {
			return known;
		}

		const work = {inputs, steps: compute(list, ...inputs)};
		ofLists.set(list, work);
		return work;
	};

	function* steps(list: List, ...more: More): Steps<Result> {
		const work = begin(list, more);
		for (;;) {
			if (work.done) {
				return work.done.result;
			}

			const step = work.steps.next();
			if (step.done) {
				work.done = {result: step.value};
			} else {
				yield;
			}
		}
	}

	return {steps, now: (...inputs) => finish(steps(...inputs))};
};
