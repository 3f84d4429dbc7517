import type {Inspector, Verdict} from './verdict.js';

/** Judges characters as they arrive. */
export type TextCheck = {
	/** Takes the next characters; returns a phrase as soon as something is wrong. */
	readonly write: (text: string) => string | undefined;
	/** Asked only where nothing was wrong before. */
	readonly end: () => Verdict;
};

const beyondAscii = /[\u0080-\u00FF]/;

/** Reads bytes as UTF-8, with or without a byte order mark, and has `check` judge the characters. */
export const createTextInspector = (check: TextCheck): Inspector => {
	let decoder: InstanceType<typeof TextDecoder> | undefined;
	let hasBegun = false;
	/** The decoder may wait for the rest of a character. */
	let isCut = false;
	let fault: string | undefined;

	const decodeAny = (chunk?: Uint8Array): string | undefined => {
		// It takes off a byte order mark, which is one at the beginning alone.
		decoder ??= new TextDecoder('utf-8', {fatal: true, ignoreBOM: hasBegun});
		try {
			return decoder.decode(chunk, {stream: chunk !== undefined});
		} catch {
			return undefined;
		}
	};

	/**
	 * The next characters, or `undefined` where the bytes are none. Nearly all are plain ASCII: those
	 * need no decoder, which makes four bytes of garbage of each.
	 */
	const decode = (chunk: Uint8Array): string | undefined => {
		const {buffer, byteOffset, byteLength} = chunk;
		if (byteLength === 0) return '';
		const plain = isCut ? '\u0080' : Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
		const isPlain = !beyondAscii.test(plain);
		const text = isPlain ? plain : decodeAny(chunk);
		isCut = !isPlain && (chunk.at(-1) ?? 0) > 0x7f;
		hasBegun = true;
		return text;
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
			if (fault === undefined && isCut && decodeAny() === undefined)
				fault = 'ends inside a character';
			return fault === undefined ? check.end() : {ok: false, reason: fault};
		},
	};
};
