/** A FIT field as it is written: number, type and value. */
export type Field = readonly [number: number, type: FieldType, value: number | string];

/** FIT base type byte and size; `clippedU32` is COROS's defect, a uint32 declared with one byte. */
const types = {
	enum: [0x00, 1],
	s8: [0x01, 1],
	u8: [0x02, 1],
	s16: [0x83, 2],
	u16: [0x84, 2],
	s32: [0x85, 4],
	u32: [0x86, 4],
	text: [0x07, 16],
	f32: [0x88, 4],
	clippedU32: [0x86, 1],
} as const;

export type FieldType = keyof typeof types;

/** CRC-16 by the protocol's own nibble table: written apart from the one under test. */
export const crc16 = (bytes: Iterable<number>): number => {
	const table = [
		0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401, 0xa001, 0x6c00, 0x7800, 0xb401,
		0x5000, 0x9c01, 0x8801, 0x4400,
	];
	let crc = 0;
	for (const byte of bytes) {
		for (const nibble of [byte & 0xf, byte >> 4]) {
			crc = (crc >> 4) ^ table[crc & 0xf]! ^ table[nibble]!;
		}
	}

	return crc;
};

const write = (type: FieldType, value: number | string, littleEndian: boolean): number[] => {
	const bytes = new Uint8Array(types[type][1]);
	const view = new DataView(bytes.buffer);
	if (typeof value === 'string') bytes.set(new TextEncoder().encode(value).subarray(0, 16));
	else if (type === 'f32') view.setFloat32(0, value, littleEndian);
	else if (bytes.length === 4) view.setUint32(0, value, littleEndian);
	else if (bytes.length === 2) view.setUint16(0, value, littleEndian);
	else view.setUint8(0, value);
	return [...bytes];
};

export type PartOptions = {
	readonly headerSize?: 12 | 14;
	/** Replaces the header's checksum. */
	readonly headerCrc?: number;
	/** Replaces the file's checksum. */
	readonly crc?: number;
};

/** Header, records and checksum around record bytes. */
export const fitPart = (records: Iterable<number>, options: PartOptions = {}): Uint8Array => {
	const data = [...records];
	const size = options.headerSize ?? 14;
	const part = new Uint8Array(size + data.length + 2);
	const view = new DataView(part.buffer);
	part.set([size, 0x20]);
	view.setUint16(2, 2178, true);
	view.setUint32(4, data.length, true);
	part.set([0x2e, 0x46, 0x49, 0x54], 8);
	if (size === 14) view.setUint16(12, options.headerCrc ?? crc16(part.subarray(0, 12)), true);
	part.set(data, size);
	view.setUint16(size + data.length, options.crc ?? crc16(part.subarray(0, -2)), true);
	return part;
};

/** Collects messages as COROS does: all of local type 0, defined anew when the fields change. */
export const createFitWriter = ({bigEndian = false} = {}) => {
	const records: number[] = [];
	let layout = '';

	const u16 = (value: number) =>
		bigEndian ? [value >> 8, value & 0xff] : [value & 0xff, value >> 8];

	const writer = {
		records,

		/** Defines local type `local`; `developer` are [number, size] of developer fields. */
		define(
			local: number,
			message: number,
			fields: readonly (readonly [number, FieldType, ...unknown[]])[],
			developer: readonly (readonly [number, number])[] = [],
		) {
			records.push(0x40 | local | (developer.length > 0 ? 0x20 : 0), 0, bigEndian ? 1 : 0);
			records.push(...u16(message), fields.length);
			for (const [number, type] of fields) records.push(number, types[type][1], types[type][0]);
			if (developer.length > 0) records.push(developer.length);
			for (const [number, size] of developer) records.push(number, size, 0);
			return writer;
		},

		/** One data record with this header byte, its fields defined before. */
		data(header: number, fields: readonly Field[], developer: readonly number[] = []) {
			records.push(header, ...fields.flatMap(([, type, value]) => write(type, value, !bigEndian)));
			records.push(...developer);
			return writer;
		},

		/** A message of local type 0, with a definition where it differs from the one before. */
		message(message: number, fields: readonly Field[]) {
			const wanted = JSON.stringify([message, fields.map(([number, type]) => [number, type])]);
			if (wanted !== layout) writer.define(0, message, fields);
			layout = wanted;
			return writer.data(0, fields);
		},

		finish: (options?: PartOptions) => fitPart(records, options),
	};

	return writer;
};
