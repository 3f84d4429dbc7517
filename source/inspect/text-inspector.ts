import type {Inspector, Verdict} from './verdict.js';

/** Judges characters as they arrive. */
export type TextCheck = {
	/** Takes the next characters; returns a phrase as soon as something is wrong. */
	readonly write: (text: string) => string | undefined;
	/** Asked only where nothing was wrong before. */
	readonly end: () => Verdict;
};

/** Reads bytes as UTF-8, with or without a byte order mark, and has `check` judge the characters. */
export const createTextInspector = (check: TextCheck): Inspector => {
	const decoder = new TextDecoder('utf-8', {fatal: true});
	let fault: string | undefined;

	/** The next characters, or `undefined` where the bytes are none. */
	const decode = (chunk?: Uint8Array): string | undefined => {
		try {
			return decoder.decode(chunk, {stream: chunk !== undefined});
		} catch {
			return undefined;
		}
	};

	return {
		write(chunk) {
			if (fault !== undefined) return;
			const text = decode(chunk);
			if (text === undefined) fault = 'bytes that are not UTF-8 text';
			else if (text.includes('\0')) fault = 'NUL bytes in the text';
			else fault = check.write(text);
		},

		end() {
			if (fault === undefined && decode() === undefined) fault = 'ends inside a character';
			return fault === undefined ? check.end() : {ok: false, reason: fault};
		},
	};
};
