/** Waits until what is on its way to the network has gone. */
export const afterRequests = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A fraction of a frame: the network, the disk and the next picture want their share of it, too. */
const longestMs = 2;

const waiting: Array<() => void> = [];

const goOn = (): void => {
	const since = performance.now();
	do {
		waiting.shift()?.();
	} while (waiting.length > 0 && performance.now() - since < longestMs);
	if (waiting.length > 0) {
		setImmediate(goOn);
	}
};

/**
 * Does a short piece of work when it is its turn. All pieces of the program, whoever they belong to,
 * share a few milliseconds of each turn of the event loop: many of them at once, such as the files
 * of many downloads, keep a key waiting no longer than one does. A piece itself is never cut.
 */
export const inTurn = <Result>(work: () => Result): Promise<Result> =>
	new Promise((resolve, reject) => {
		waiting.push(() => {
			try {
				resolve(work());
			} catch (error) {
				reject(error);
			}
		});
		if (waiting.length === 1) {
			setImmediate(goOn);
		}
	});
