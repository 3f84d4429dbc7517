import {addToCrc} from './crc.js';

/** The header of one part of a FIT file. */
export type FitHeader = {
	/** 14, or 12 in old files, which have no header checksum. */
	readonly size: number;
	/** Bytes of records after the header; the part's checksum of two bytes follows them. */
	readonly dataSize: number;
	/** False only where a checksum is given and wrong: 0 means "not computed". */
	readonly checksumHolds: boolean;
};

const signature = 0x2e46_4954; // ".FIT"

/** The header's own first byte, if it is a size that a FIT header can have. */
export const headerSize = (view: DataView, at: number): 12 | 14 | undefined => {
	const size = view.getUint8(at);
	return size === 12 || size === 14 ? size : undefined;
};

/** Reads a header that is all there, or `undefined` where the bytes are no FIT header. */
export const readHeader = (bytes: Uint8Array): FitHeader | undefined => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const size = headerSize(view, 0);
	if (size === undefined || view.getUint32(8) !== signature) return undefined;
	const checksum = size === 14 ? view.getUint16(12, true) : 0;
	return {
		size,
		dataSize: view.getUint32(4, true),
		checksumHolds: checksum === 0 || checksum === addToCrc(0, bytes, 0, 12),
	};
};
