/** Seconds a kilometre; 0 where nothing moved. */
export const toPace = (metersPerSecond: number): number =>
	metersPerSecond > 0.05 ? Math.round(1000 / metersPerSecond) : 0;

/** Metres as COROS's details have them: centimetres. */
export const toCentimeters = (meters: number): number => Math.round(meters * 100);

/** Seconds, of time or since 1970, as COROS's details have them: hundredths. */
export const toCentiseconds = (seconds: number): number => Math.round(seconds * 100);
