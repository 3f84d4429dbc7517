import {wait} from '../domain/cancel.js';
import {KnownError} from '../domain/known-error.js';
import {longestRetryAfterMs} from '../domain/retry.js';
import {allow, greet, halve, hear, type PaceState, startPace, welcome} from './pace-rule.js';

/**
 * How hard the service is asked. Work enters and leaves; how many places there are follows what the
 * service says and how quickly it does, as `pace-rule.ts` decides. A refusal for asking too much
 * pauses everyone as well.
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
	/** A file came through. */
	succeed(): void;
	/** A question was answered as it should be. */
	greet(): void;
	/** An answer to a kind of request began after so many milliseconds. */
	answered(kind: string, ms: number): void;
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

/** Creates a pace with at most `most` places, a few of them open at first. */
export const createPace = (most: number, pauseMs = defaultPauseMs): Pace => {
	let state = startPace(most);
	let inside = 0;
	let pausedUntil = 0;
	const waiting: Array<() => void> = [];

	const admit = () => {
		while (inside < state.places) {
			const next = waiting.shift();
			if (!next) {
				return;
			}

			inside += 1;
			next();
		}
	};

	const change = (next: PaceState) => {
		state = next;
		admit();
	};

	return {
		get limit() {
			return state.places;
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
			change(allow(state, wanted));
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
				change(halve(state));
			}

			pausedUntil = Math.max(pausedUntil, Date.now() + waitMs);
		},
		succeed() {
			change(welcome(state));
		},
		greet() {
			change(greet(state));
		},
		answered(kind, ms) {
			change(hear(state, kind, ms));
		},
	};
};
