/**
 * Works on many items, a few at a time, and yields the results in the items' order. Items are taken
 * one by one as places become free: there may be any number of them.
 */
export async function* readAhead<Item, Result>(
	items: Iterable<Item>,
	places: number,
	work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
	const ahead: Array<Promise<Result>> = [];
	const take = async (): Promise<Result> => (await ahead.shift()) as Result;
	try {
		for (const item of items) {
			const result = work(item);
			result.catch(() => {}); // Reported when its turn comes; until then nobody listens.
			ahead.push(result);
			if (ahead.length >= places) {
				yield await take();
			}
		}

		while (ahead.length > 0) {
			yield await take();
		}
	} finally {
		await Promise.allSettled(ahead); // Nothing goes on behind the back of whoever leaves early.
	}
}
