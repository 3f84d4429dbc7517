/**
 * Decides who may ask while it is not known whether the service works. Until the first link was
 * given, until the first file began to come, and after a failure of the service, one file at a time
 * is tried and the others wait: a service in trouble hears from one, not from eight.
 */
export type Gate = {
	/** Whether this one would not have to wait for leave now. */
	isOpenTo(who: object): boolean;
	/** Waits for leave to try. The result goes to `failed`. Rejects when the signal aborts. */
	enter(who: object, signal: AbortSignal): Promise<Leave>;
	/** With a link, waits until files are known to come, or it falls to this one to try that. */
	follow(who: object, leave: Leave, signal: AbortSignal): Promise<Leave>;
	/** It was answered: all may ask that. */
	answered(question: Question): void;
	/** A try went through: the trouble is over. */
	succeeded(): void;
	/** A try failed by the service's fault; those that were under way with it count as one. */
	failed(who: object, leave: Leave): void;
	/** A file is through with all its tries. */
	leave(who: object): void;
	/** So many tries failed one after the other that trying one more time is no use in this run. */
	readonly isSpent: boolean;
	/** The last tries went through, to the end: what comes is as good as believed. */
	readonly isTrusting: boolean;
};

/** For a link, and for the file behind it: these come from different hosts. */
export type Question = 'link' | 'file';

/** Leave to try; `isProbe` where the others wait for its result. */
export type Leave = {readonly round: number; readonly isProbe: boolean};

const mostRounds = 6;

/** The first file may be the one that is stuck: after so long without an answer another is tried. */
const patienceMs = 2000;

export const createGate = (): Gate => {
	const proven = new Set<Question>();
	let round = 0;
	let hasSucceeded = false;
	let holder: object | undefined;
	let heldSince = 0;
	let waiting: Array<() => void> = [];

	const wake = () => {
		const woken = waiting;
		waiting = [];
		for (const one of woken) {
			one();
		}
	};

	/** Waits to be woken, or until patience is at an end. */
	const turn = (signal: AbortSignal) =>
		new Promise<void>((resolve, reject) => {
			const settle = () => {
				clearTimeout(timer);
				signal.removeEventListener('abort', stop);
				waiting = waiting.filter((one) => one !== go);
			};
			const stop = () => {
				settle();
				reject(signal.reason);
			};
			const go = () => {
				settle();
				resolve();
			};
			const timer = setTimeout(() => {
				settle();
				resolve();
			}, patienceMs);
			signal.addEventListener('abort', stop, {once: true});
			waiting.push(go);
		});

	const enter = async (who: object, question: Question, signal: AbortSignal): Promise<Leave> => {
		for (;;) {
			signal.throwIfAborted();
			if (proven.has(question) && round === 0) {
				return {round, isProbe: false};
			}

			if (holder === undefined || holder === who) {
				holder = who;
				heldSince = performance.now();
				return {round, isProbe: true};
			}

			await turn(signal);
			if (!proven.has(question) && round === 0 && performance.now() - heldSince >= patienceMs) {
				holder = who;
			}
		}
	};

	return {
		get isSpent() {
			return round >= mostRounds;
		},
		get isTrusting() {
			return hasSucceeded && round === 0;
		},
		isOpenTo: (who) =>
			(proven.has('link') && round === 0) || holder === undefined || holder === who,
		enter: (who, signal) => enter(who, 'link', signal),
		follow: async (who, leave, signal) => (proven.has('file') ? leave : enter(who, 'file', signal)),
		answered(question) {
			if (!proven.has(question)) {
				proven.add(question);
				wake();
			}
		},
		succeeded() {
			proven.add('link').add('file');
			hasSucceeded = true;
			round = 0;
			holder = undefined;
			wake();
		},
		failed(who, {round: entered}) {
			round += entered === round ? 1 : 0;
			holder ??= who;
		},
		leave(who) {
			if (holder === who) {
				holder = undefined;
				wake();
			}
		},
	};
};
