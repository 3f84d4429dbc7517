import {longestStep} from './gaps.js';

/** A quantity over time, in steps of equal length; NaN where nothing was recorded. */
export type Series = {
	readonly values: Float32Array;
	/** Of the samples themselves. */
	readonly minimum: number;
	readonly maximum: number;
};

/** More steps than any window has dots. */
const mostSteps = 512;

/** Averages samples into steps; undefined where there are none. */
export const toSeries = (
	time: Float64Array,
	samples: Float64Array,
	steps = Math.min(mostSteps, samples.length),
): Series | undefined => {
	const first = time.find((at) => !Number.isNaN(at)) ?? 0;
	const last = time.findLast((at) => !Number.isNaN(at)) ?? first;
	const sums = new Float64Array(steps);
	const counts = new Uint32Array(steps);
	const toStep = (at: number) =>
		last > first ? Math.min(steps - 1, Math.floor(((at - first) / (last - first)) * steps)) : 0;
	const longest = longestStep(time);
	let minimum = Number.POSITIVE_INFINITY;
	let maximum = Number.NEGATIVE_INFINITY;
	const previous = {at: Number.NEGATIVE_INFINITY, value: 0, step: 0};
	for (let index = 0; index < samples.length; index += 1) {
		const value = samples[index] ?? Number.NaN;
		const at = time[index] ?? Number.NaN;
		if (Number.isNaN(value) || Number.isNaN(at) || at < first || at > last) {
			continue;
		}

		const step = toStep(at);
		sums[step] = (sums[step] ?? 0) + value;
		counts[step] = (counts[step] ?? 0) + 1;
		minimum = Math.min(minimum, value);
		maximum = Math.max(maximum, value);
		// Samples further apart than steps are long, but near enough: a straight line between them.
		if (at - previous.at <= longest) {
			for (let between = previous.step + 1; between < step; between += 1) {
				const part = (between - previous.step) / (step - previous.step);
				sums[between] = previous.value + (value - previous.value) * part;
				counts[between] = 1;
			}
		}

		previous.at = at;
		previous.value = value;
		previous.step = step;
	}

	const values = Float32Array.from(sums, (sum, step) => sum / (counts[step] ?? 0));
	return minimum <= maximum ? {values, minimum, maximum} : undefined;
};

/** The same over so many steps: averaged where they are fewer, repeated where they are more. */
export const resample = (values: Float32Array, count: number): Float32Array =>
	Float32Array.from({length: count}, (_, index) => {
		const from = Math.floor((index * values.length) / count);
		const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / count));
		const known = values.subarray(from, to).filter((value) => !Number.isNaN(value));
		return known.reduce((sum, value) => sum + value, 0) / known.length;
	});
