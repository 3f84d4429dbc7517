import {isKnownError} from './known-error.js';

/** Counts failures in a row, so that a service that fails at everything is left alone. */
export type Breaker = {
	/** Throws the last failure when there were too many: nothing more is asked. */
	check(): void;
	succeeded(): void;
	failed(error: unknown): void;
	readonly isOpen: boolean;
};

/** So many requests in a row without one answer that makes sense. */
const mostFailures = 5;

/** Whether an error says that the service, or the way to it, is in trouble: exit code 5. */
export const isServiceTrouble = (error: unknown): boolean =>
	isKnownError(error) && error.exitCode === 5;

/** Creates a breaker for one operation: whoever starts another one may ask again. */
export const createBreaker = (): Breaker => {
	let failures = 0;
	let last: unknown;
	const breaker: Breaker = {
		get isOpen() {
			return failures >= mostFailures;
		},
		check() {
			if (breaker.isOpen) {
				throw last;
			}
		},
		succeeded() {
			failures = 0;
		},
		failed(error) {
			if (isServiceTrouble(error)) {
				failures += 1;
				last = error;
			}
		},
	};
	return breaker;
};
