/** A value of a FIT field: a number, a text, or raw bytes. */
export type FitValue = number | string | readonly number[];

/** Little-endian bytes that grow as they are written. */
export type FitBytes = {
	/** Writes a value into exactly `size` bytes; texts and short lists are padded with zeros. */
	put(value: FitValue, size: number, isFloat?: boolean): void;
	/** What was written, in memory of its own. */
	take(): Uint8Array;
};

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0) & 0x7f);

export const createFitBytes = (): FitBytes => {
	let bytes = new Uint8Array(16_384);
	let view = new DataView(bytes.buffer);
	let length = 0;

	const makeRoom = (size: number) => {
		if (length + size > bytes.length) {
			const larger = new Uint8Array(bytes.length * 2 + size);
			larger.set(bytes);
			bytes = larger;
			view = new DataView(larger.buffer);
		}
	};

	const putNumber = (value: number, size: number, isFloat: boolean) => {
		if (isFloat) {
			view.setFloat32(length, value, true);
		} else if (size === 4) {
			view.setUint32(length, value >>> 0, true);
		} else if (size === 2) {
			view.setUint16(length, value & 0xffff, true);
		} else {
			bytes[length] = value & 0xff;
		}
	};

	return {
		put: (value, size, isFloat = false) => {
			makeRoom(size);
			if (typeof value === 'number') {
				putNumber(value, size, isFloat);
			} else {
				bytes.set((typeof value === 'string' ? ascii(value) : value).slice(0, size), length);
			}

			length += size;
		},
		take: () => bytes.slice(0, length),
	};
};
