import type {Breaker} from './breaker.js';
import {wait} from './cancel.js';
import {isKnownError, type KnownError} from './known-error.js';

/** How often to try, and how long to wait in between. */
export type RetryPolicy = {
	/** Tries in all, the first one included. */
	readonly attempts: number;
	/** The longest wait before the second try, in milliseconds; it doubles from try to try. */
	readonly baseMs: number;
	/** Ends the tries of all that share it once the service fails at everything. */
	readonly breaker?: Breaker;
};

export const defaultRetry: RetryPolicy = {attempts: 4, baseMs: 500};

const longestWaitMs = 30_000;

/** When the service asks for more than this, the run ends instead of hanging about. */
export const longestRetryAfterMs = 5 * 60_000;

/** The wait before try number `next` (2, 3, …): half fixed, half chance, so clients spread out. */
export const backoffMs = (next: number, baseMs: number, random = Math.random): number => {
	const most = Math.min(longestWaitMs, baseMs * 2 ** (next - 2));
	return Math.round(most / 2 + (most / 2) * random());
};

/** The error and the wait, where trying again makes sense; otherwise undefined. */
export const waitBeforeRetry = (
	error: unknown,
	next: number,
	{attempts, baseMs, breaker}: RetryPolicy,
): {readonly error: KnownError; readonly waitMs: number} | undefined => {
	if (!isKnownError(error) || !error.canRetry || next > attempts || breaker?.isOpen) {
		return undefined;
	}

	const asked = error.retryAfterMs ?? 0;
	return asked > longestRetryAfterMs
		? undefined
		: {error, waitMs: Math.max(asked, backoffMs(next, baseMs))};
};

/** Runs a task that may be repeated safely, until it succeeds or the policy gives up. */
export const withRetry = async <Result>(
	policy: RetryPolicy,
	signal: AbortSignal,
	task: () => Promise<Result>,
): Promise<Result> => {
	for (let next = 2; ; next += 1) {
		policy.breaker?.check();
		try {
			const result = await task();
			policy.breaker?.succeeded();
			return result;
		} catch (error) {
			policy.breaker?.failed(error);
			const retry = waitBeforeRetry(error, next, policy);
			if (!retry) {
				throw error;
			}

			await wait(retry.waitMs, signal);
		}
	}
};
