/** Bytes of one element, by the low five bits of the base type byte; its top bit only says "wide". */
const sizes = [1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8];

/** Whether a field of `size` bytes holds whole elements of its base type. */
export const fitsBaseType = (size: number, baseType: number): boolean => {
	const element = sizes[baseType & 0x1f];
	return element !== undefined && size > 0 && size % element === 0;
};

const valueUnless = (invalid: number, value: number): number =>
	value === invalid ? Number.NaN : value;

/**
 * The element at `at` as a plain number, unscaled. NaN where it holds its type's "invalid" value,
 * and for text and 64-bit types, which no number read here uses.
 */
export const readNumber = (
	view: DataView,
	at: number,
	baseType: number,
	littleEndian: boolean,
): number => {
	switch (baseType & 0x1f) {
		case 0: // enum
		case 2: // uint8
		case 13: // byte
			return valueUnless(0xff, view.getUint8(at));
		case 1:
			return valueUnless(0x7f, view.getInt8(at));
		case 3:
			return valueUnless(0x7fff, view.getInt16(at, littleEndian));
		case 4:
			return valueUnless(0xffff, view.getUint16(at, littleEndian));
		case 5:
			return valueUnless(0x7fff_ffff, view.getInt32(at, littleEndian));
		case 6:
			return valueUnless(0xffff_ffff, view.getUint32(at, littleEndian));
		case 8:
			return view.getFloat32(at, littleEndian);
		case 9:
			return view.getFloat64(at, littleEndian);
		case 10: // The "z" types: 0 is invalid
			return valueUnless(0, view.getUint8(at));
		case 11:
			return valueUnless(0, view.getUint16(at, littleEndian));
		case 12:
			return valueUnless(0, view.getUint32(at, littleEndian));
		default:
			return Number.NaN;
	}
};
