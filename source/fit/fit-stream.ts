import {addToCrc} from './crc.js';
import {headerSize, readHeader} from './header.js';
import {createRecordWalk, type MessageListener} from './record-walk.js';

/** What was found once the bytes have ended: `fault` is a short phrase, `undefined` if all is well. */
export type FitStreamEnd = {readonly fault: string | undefined; readonly parts: number};

export type FitStream = {
	/** Takes the next bytes, cut anywhere. They are not kept: the caller may reuse them. */
	readonly write: (chunk: Uint8Array) => void;
	readonly end: () => FitStreamEnd;
	/** The first fault so far. */
	readonly fault: () => string | undefined;
};

const checksumSize = 2;

/** What is added to a record that was cut: most end in less, and then little is copied. */
const firstMore = 512;

const nothing = new Uint8Array(0);

const join = (first: Uint8Array, second: Uint8Array): Uint8Array => {
	const joined = new Uint8Array(first.length + second.length);
	joined.set(first);
	joined.set(second, first.length);
	return joined;
};

/**
 * Reads the container of a FIT file as it arrives: header, records, checksum, and again for each
 * part chained after it. A wrong checksum is a fault and reading goes on; where the structure
 * breaks, it stops. Holds no more than one chunk and the record that the last one cut.
 */
export const createFitStream = (listen: MessageListener): FitStream => {
	let phase: 'header' | 'records' | 'checksum' = 'header';
	let walk = createRecordWalk(listen);
	let rest: Uint8Array = nothing;
	let received = 0;
	let consumed = 0;
	/** Bytes that the file must have, as far as its headers have told. */
	let expected = 0;
	let dataLeft = 0;
	let crc = 0;
	let parts = 0;
	let fault: string | undefined;
	let stopped = false;

	const stop = (reason: string): 0 => {
		fault ??= reason;
		stopped = true;
		return 0;
	};

	const foreignBytes = () => stop(parts === 0 ? 'not a FIT file' : 'bytes after the end');

	/** Each phase returns how many bytes it used: none means that it needs more, or has stopped. */
	const phases = {
		header(bytes: Uint8Array, view: DataView, at: number): number {
			if (at === bytes.length) return 0;
			const size = headerSize(view, at);
			if (size === undefined) return foreignBytes();
			expected = consumed + size;
			if (at + size > bytes.length) return 0;
			const header = readHeader(bytes.subarray(at, at + size));
			if (header === undefined) return foreignBytes();
			if (header.dataSize === 0) return stop('holds no data');
			if (!header.checksumHolds) fault ??= 'header checksum does not match';
			expected += header.dataSize + checksumSize;
			dataLeft = header.dataSize;
			walk = createRecordWalk(listen);
			crc = addToCrc(0, bytes, at, at + size);
			phase = 'records';
			return size;
		},

		records(bytes: Uint8Array, view: DataView, at: number): number {
			const to = Math.min(bytes.length, at + dataLeft);
			const reached = walk(view, at, to);
			if (reached === undefined) return stop('a record has no definition');
			const used = reached - at;
			if (reached < to && to === at + dataLeft)
				return stop('a record runs past the end of the data');
			crc = addToCrc(crc, bytes, at, reached);
			dataLeft -= used;
			if (dataLeft === 0) phase = 'checksum';
			return used;
		},

		checksum(bytes: Uint8Array, _view: DataView, at: number): number {
			if (at + checksumSize > bytes.length) return 0;
			if (addToCrc(crc, bytes, at, at + checksumSize) !== 0) fault ??= 'checksum does not match';
			parts += 1;
			phase = 'header';
			return checksumSize;
		},
	};

	/** Reads as far as it can; returns how many bytes that were. */
	const read = (bytes: Uint8Array): number => {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		let at = 0;
		let used: number;
		do {
			used = phases[phase](bytes, view, at);
			at += used;
			consumed += used;
		} while (used > 0);

		return at;
	};

	/** Reads what was cut with so much of what follows as it needs; returns how much that was. */
	const readRest = (chunk: Uint8Array): number => {
		let from = 0;
		for (let more = firstMore; rest.length > 0 && from < chunk.length; more *= 2) {
			const to = Math.min(chunk.length, from + more);
			const joined = join(rest, chunk.subarray(from, to));
			const used = read(joined);
			if (stopped) return chunk.length;
			const isOver = used >= rest.length;
			from = isOver ? from + used - rest.length : to;
			rest = isOver ? nothing : joined.subarray(used);
		}

		return from;
	};

	return {
		write(chunk) {
			received += chunk.length;
			if (stopped) return;
			const from = readRest(chunk);
			if (!stopped && rest.length === 0) {
				const bytes = chunk.subarray(from);
				rest = new Uint8Array(bytes.subarray(read(bytes)));
			}

			if (stopped) rest = nothing;
		},

		end() {
			if (!stopped && received === 0) stop('no bytes');
			else if (!stopped && parts > 0 && phase === 'header' && rest.length > 0) foreignBytes();
			else if (!stopped && received < expected) {
				stop(`ends early: ${received} of ${expected} bytes`);
			}

			return {fault, parts};
		},

		fault: () => fault,
	};
};
