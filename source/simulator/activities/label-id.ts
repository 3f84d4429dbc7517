/** An id of a real list (November 2022) and the second its activity began. */
const anchorId = 447_823_393_446_723_585n;
const anchorSecond = 1_668_268_514;
/** How fast COROS's ids grow, measured between that one and one of June 2026. */
const idsPerSecond = 280_039_000n;

/**
 * COROS's id for an activity: 18 decimal digits, far above 2^53, growing with time. Starts that
 * differ by a second give different ids, whatever the seeds.
 */
export const toLabelId = (startTime: number, seed: number): string => {
	const grown = BigInt(startTime - anchorSecond) * idsPerSecond;
	return String(anchorId + grown + BigInt(seed % 280_000_000));
};
