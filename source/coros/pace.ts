import {wait} from '../domain/cancel.js';
import {KnownError} from '../domain/known-error.js';
import {longestRetryAfterMs} from '../domain/retry.js';

/**
 * How hard the service is asked. Work enters and leaves; a refusal for asking too much halves the
 * places and pauses everyone; a run of successes gives the places back one by one.
 */
export type Pace = {
	/** Waits for a free place. Pair with `leave`. Rejects when the signal aborts. */
	enter(signal: AbortSignal): Promise<void>;
	leave(): void;
	/**
	 * Waits until no pause is on: called before each request. Throws `rate-limited` where the service
	 * asked for more than anybody waits for, so that nobody asks before that.
	 */
	ready(signal: AbortSignal): Promise<void>;
	/** The service asked to slow down; `waitMs` is how long it said, if it did. */
	slowDown(waitMs?: number): void;
	/** Something went well. */
	succeed(): void;
	/** Changes how many places there are at most. */
	allow(most: number): void;
	/** How many places there are now. */
	readonly limit: number;
};

const defaultPauseMs = 2000;

/** The service asked for a pause of so many milliseconds. */
export const toLongPause = (waitMs: number): KnownError => {
	const minutes = Math.ceil(waitMs / 60_000);
	const wait = minutes > 48 * 60 ? 'days' : minutes > 120 ? 'hours' : 'minutes';
	const length = {days: 24 * 60, hours: 60, minutes: 1}[wait];
	return new KnownError('rate-limited', {
		detail: `for ${Math.ceil(minutes / length)} ${wait}`,
		hint: 'Nothing is asked before that: run again later, with fewer files at once (--concurrency) if it happens often.',
		retryAfterMs: waitMs,
	});
};

/** Creates a pace with at most `most` places, all open at first. */
export const createPace = (places: number, pauseMs = defaultPauseMs): Pace => {
	let most = places;
	let limit = places;
	let inside = 0;
	let successes = 0;
	let pausedUntil = 0;
	const waiting: Array<() => void> = [];

	const admit = () => {
		while (inside < limit) {
			const next = waiting.shift();
			if (!next) {
				return;
			}

			inside += 1;
			next();
		}
	};

	return {
		get limit() {
			return limit;
		},
		enter(signal) {
			return new Promise((resolve, reject) => {
				if (signal.aborted) {
					reject(signal.reason);
					return;
				}

				const giveUp = () => {
					waiting.splice(waiting.indexOf(enter), 1);
					reject(signal.reason);
				};
				const enter = () => {
					signal.removeEventListener('abort', giveUp);
					resolve();
				};
				signal.addEventListener('abort', giveUp, {once: true});
				waiting.push(enter);
				admit();
			});
		},
		allow(wanted) {
			// Places lost to a refusal come back by successes alone.
			limit = limit === most ? wanted : Math.min(limit, wanted);
			most = wanted;
			admit();
		},
		leave() {
			inside -= 1;
			admit();
		},
		async ready(signal) {
			for (let left = pausedUntil - Date.now(); left > 0; left = pausedUntil - Date.now()) {
				if (left > longestRetryAfterMs) {
					throw toLongPause(left);
				}

				await wait(left, signal);
			}
		},
		slowDown(waitMs = pauseMs) {
			// Requests already under way are refused together: that is one refusal, not eight.
			if (pausedUntil <= Date.now()) {
				limit = Math.max(1, Math.floor(limit / 2));
			}

			successes = 0;
			pausedUntil = Math.max(pausedUntil, Date.now() + waitMs);
		},
		succeed() {
			successes += 1;
			if (successes >= limit && limit < most) {
				limit += 1;
				successes = 0;
				admit();
			}
		},
	};
};
