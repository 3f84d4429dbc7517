import {addToCrc} from '../../fit/crc.js';
import {createFitBytes, type FitValue} from './fit-bytes.js';

/** FIT base types by name. */
export const base = {
	enum: 0x00,
	sint8: 0x01,
	uint8: 0x02,
	text: 0x07,
	byte: 0x0d,
	sint16: 0x83,
	uint16: 0x84,
	sint32: 0x85,
	uint32: 0x86,
	float32: 0x88,
} as const;

/** A field as a definition message declares it: number, bytes, base type. */
export type FieldShape = readonly [number: number, size: number, baseType: number];

/** What a definition message declares. Developer fields are all 32-bit floats of developer 0. */
export type MessageShape = {
	readonly message: number;
	readonly fields: readonly FieldShape[];
	readonly developerFields: readonly number[];
};

/** Writes messages of any shape; says how they are shaped whenever that changes, as COROS does. */
export type FitMessages = {
	write(shape: MessageShape, values: readonly FitValue[]): void;
	/** The whole file: header, messages and both checksums. */
	finish(profileVersion: number): Uint8Array;
};

const headerSize = 14;
/** COROS writes everything as local message 0, so each new shape replaces the last. */
const definitionHeader = 0x40;
const developerFlag = 0x20;
const float32Size = 4;

const addCrc = (file: Uint8Array, from: number, to: number, at: number) => {
	const crc = addToCrc(0, file, from, to);
	file[at] = crc & 0xff;
	file[at + 1] = crc >>> 8;
};

/** Puts header and checksums around messages; protocol 2.0. */
const wrap = (messages: Uint8Array, profileVersion: number) => {
	const file = new Uint8Array(headerSize + messages.length + 2);
	const view = new DataView(file.buffer);
	file[0] = headerSize;
	file[1] = 0x20;
	view.setUint16(2, profileVersion, true);
	view.setUint32(4, messages.length, true);
	file.set([0x2e, 0x46, 0x49, 0x54], 8);
	addCrc(file, 0, 12, 12);
	file.set(messages, headerSize);
	addCrc(file, 0, headerSize + messages.length, headerSize + messages.length);
	return file;
};

export const createFitMessages = (): FitMessages => {
	const bytes = createFitBytes();
	let current: MessageShape | undefined;

	const define = ({message, fields, developerFields}: MessageShape) => {
		bytes.put(definitionHeader | (developerFields.length > 0 ? developerFlag : 0), 1);
		bytes.put([0, 0], 2);
		bytes.put(message, 2);
		bytes.put(fields.length, 1);
		for (const field of fields) {
			bytes.put(field, 3);
		}

		if (developerFields.length > 0) {
			bytes.put(developerFields.length, 1);
			for (const number of developerFields) {
				bytes.put([number, float32Size, 0], 3);
			}
		}
	};

	return {
		write: (shape, values) => {
			if (shape !== current) {
				define(shape);
				current = shape;
			}

			bytes.put(0, 1);
			for (const [index, [, size, baseType]] of shape.fields.entries()) {
				bytes.put(values[index] ?? 0, size, baseType === base.float32);
			}

			for (const index of shape.developerFields.keys()) {
				bytes.put(values[shape.fields.length + index] ?? 0, float32Size, true);
			}
		},
		finish: (profileVersion) => wrap(bytes.take(), profileVersion),
	};
};
