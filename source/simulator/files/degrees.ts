/** Degrees x 10^7 as `11.3568550`. */
export const toDegrees = (value: number): string => (value / 1e7).toFixed(7);
