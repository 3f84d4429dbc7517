/** A time limit tied to a caller's signal. */
export type Deadline = {
	/** Aborts when the caller does or when time is up. */
	readonly signal: AbortSignal;
	/** Whether it was the clock, not the caller. */
	readonly expired: boolean;
	/** Starts the clock anew: something was heard. */
	extend(): void;
	/** Stops the clock and lets go of the caller's signal. */
	clear(): void;
};

/** Creates a deadline of `milliseconds` from now, which can be extended up to `most` in all. */
export const createDeadline = (
	milliseconds: number,
	caller: AbortSignal,
	most = Number.POSITIVE_INFINITY,
): Deadline => {
	const end = Date.now() + most;
	const controller = new AbortController();
	let expired = false;
	const stop = () => controller.abort(caller.reason);
	const expire = () => {
		expired = true;
		controller.abort();
	};
	let timer = setTimeout(expire, milliseconds);
	caller.addEventListener('abort', stop, {once: true});
	if (caller.aborted) {
		stop();
	}

	return {
		signal: controller.signal,
		get expired() {
			return expired;
		},
		extend() {
			clearTimeout(timer);
			timer = setTimeout(expire, Math.min(milliseconds, end - Date.now()));
		},
		clear() {
			clearTimeout(timer);
			caller.removeEventListener('abort', stop);
		},
	};
};
