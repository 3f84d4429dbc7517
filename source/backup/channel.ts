/** Many writers, one reader. What is sent is read in order; `fail` is thrown after all of it. */
export type Channel<Item> = {
	send(item: Item): void;
	/** Nothing more will be sent. */
	close(): void;
	fail(error: unknown): void;
	readonly items: AsyncIterable<Item>;
};

/** Creates a channel. It does not hold writers back: for small things only. */
export const createChannel = <Item>(): Channel<Item> => {
	let queue: Item[] = [];
	let ended = false;
	let failure: {readonly error: unknown} | undefined;
	let wake = () => {};

	async function* read(): AsyncGenerator<Item> {
		for (;;) {
			const batch = queue;
			queue = [];
			yield* batch;
			if (queue.length > 0) {
				continue;
			}

			if (failure) {
				throw failure.error;
			}

			if (ended) {
				return;
			}

			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	}

	return {
		send(item) {
			queue.push(item);
			wake();
		},
		close() {
			ended = true;
			wake();
		},
		fail(error) {
			failure ??= {error};
			wake();
		},
		items: read(),
	};
};
