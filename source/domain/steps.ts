/** Work cut into short steps, each to its next `yield`. */
export type Steps<Result> = Generator<void, Result>;

/** Half a frame, so that a key pressed meanwhile is still answered in the next one. */
const longestTurnMs = 8;

const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
