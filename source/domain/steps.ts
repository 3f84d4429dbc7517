/** Work cut into short steps, each to its next `yield`. */
export type Steps<Result> = Generator<void, Result>;

/** Half a frame, so that a key pressed meanwhile is still answered in the next one. */
const longestTurnMs = 8;

const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Items in one step: a fraction of a turn's work, if it is little that is done with each. */
const perStep = 500;

/** Whether all items pass a test, in steps of many items; ends at the first that does not. */
export function* everyInSteps<Item>(
	items: Iterable<Item>,
	test: (item: Item) => boolean,
): Steps<boolean> {
	let count = 0;
	for (const item of items) {
		if (!test(item)) {
			return false;
		}

		count += 1;
		if (count % perStep === 0) {
			yield;
		}
	}

	return true;
}

/** Does a little work with each item, in steps of many items. */
export function* forEachInSteps<Item>(
	items: Iterable<Item>,
	work: (item: Item) => void,
): Steps<void> {
	yield* everyInSteps(items, (item) => {
		work(item);
		return true;
	});
}

/** Does all the steps at once. */
export const finish = <Result>(steps: Steps<Result>): Result => {
	for (;;) {
		const {done, value} = steps.next();
		if (done) {
			return value;
		}
	}
};

/** Does all the steps, and lets keys and timers have their turn every few milliseconds. */
export const finishInTurns = async <Result>(steps: Steps<Result>): Promise<Result> => {
	let since = performance.now();
	for (;;) {
		const {done, value} = steps.next();
		if (done) {
			return value;
		}

		if (performance.now() - since > longestTurnMs) {
			await others();
			since = performance.now();
		}
	}
};
