/** Knows what runs. */
export type Busy = {
	/** The same events; whoever waits waits for their end. */
	watch<Event, Result>(events: AsyncGenerator<Event, Result>): AsyncGenerator<Event, Result>;
	/** Waits until nothing runs. */
	idle(): Promise<void>;
};

export const createBusy = (): Busy => {
	const running = new Set<Promise<void>>();
	return {
		async *watch(events) {
			let end = () => {};
			const ended = new Promise<void>((resolve) => {
				end = resolve;
			});
			running.add(ended);
			try {
				return yield* events;
			} finally {
				running.delete(ended);
				end();
			}
		},
		async idle() {
			while (running.size > 0) {
				await Promise.all(running);
			}
		},
	};
};
