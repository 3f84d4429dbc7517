/** CRC-16 of every byte value: polynomial 0xA001 (reflected 0x8005), as the FIT protocol asks. */
const table = Uint16Array.from({length: 256}, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
	return crc;
});

/**
 * Carries a FIT checksum, which begins at 0, over `bytes[from, to)`. Over data followed by its own
 * checksum it comes to 0.
 */
export const addToCrc = (crc: number, bytes: Uint8Array, from: number, to: number): number => {
	let sum = crc;
	for (let at = from; at < to; at += 1) {
		sum = (sum >>> 8) ^ (table[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
	}

	return sum;
};
