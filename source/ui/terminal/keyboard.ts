import type {KeyPress, Paste} from '../keys/key-press.js';

export type Typed = KeyPress | Paste;

/** Where what is typed can be heard, by one listener at a time; kept while there is none. */
export type Keyboard = {
	/** Whether somebody listens. */
	isHeard(): boolean;
	type(typed: readonly Typed[]): void;
	/** Hands over what was kept first. Returns how to stop listening. */
	subscribe(listener: (typed: Typed) => void): () => void;
	/** Nobody listens from now on; what is given is kept for whoever does next. */
	hold(typed: readonly Typed[]): void;
};

export const createKeyboard = (): Keyboard => {
	let listener: ((typed: Typed) => void) | undefined;
	let kept: readonly Typed[] = [];
	return {
		isHeard: () => listener !== undefined,
		type(typed) {
			if (listener) {
				typed.forEach(listener);
			} else {
				kept = [...kept, ...typed];
			}
		},
		subscribe(next) {
			listener = next;
			const waiting = kept;
			kept = [];
			waiting.forEach(next);
			return () => {
				if (listener === next) {
					listener = undefined;
				}
			};
		},
		hold(typed) {
			listener = undefined;
			kept = typed;
		},
	};
};
