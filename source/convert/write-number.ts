/** Beyond this a value is no measurement, and would be written with an exponent before long. */
const mostMeasured = 1e9;

/** A number with so many decimals at most, `4.2` for 4.20; nothing where it is missing. */
export const decimal = (value: number | undefined, digits: 1 | 2 | 3): string => {
	if (value === undefined || !(Math.abs(value) < mostMeasured)) return '';
	const scale = 10 ** digits;
	return String(Math.round(value * scale) / scale);
};

/** A whole number between two bounds; nothing where it is missing or beyond them. */
export const whole = (value: number | undefined, least: number, most: number): string => {
	if (value === undefined) return '';
	const rounded = Math.round(value);
	return rounded >= least && rounded <= most ? String(rounded) : '';
};

/**
 * Degrees to the millimetre. A FIT coordinate is a whole number of 8.4e-8 degrees: eight decimals
 * give back the very number that the watch wrote, seven would not.
 */
export const degrees = (value: number): string => value.toFixed(8);

const east = degrees(180);
const west = degrees(-180);

/** Degrees of longitude: the schemas end before the 180th meridian east, which is the one west too. */
export const toLongitude = (value: number): string => {
	const text = degrees(value);
	return text === east ? west : text;
};
