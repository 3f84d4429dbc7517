import type {Samples, Totals} from './recording.js';

/** Sums up the samples from `first` to `last`, both included. */
export const sumUp = (
	samples: Samples,
	first: number,
	last: number,
	kilocaloriesPerSecond: number,
): Totals => {
	let ascent = 0;
	let descent = 0;
	let maximumSpeed = 0;
	const heart = {sum: 0, count: 0, low: 255, high: 0};
	const turns = {sum: 0, count: 0, high: 0};
	const power = {sum: 0, high: 0};
	for (let index = first; index <= last; index++) {
		if (index > first) {
			const rise = (samples.altitude[index] ?? 0) - (samples.altitude[index - 1] ?? 0);
			ascent += Math.max(0, rise);
			descent += Math.max(0, -rise);
		}

		maximumSpeed = Math.max(maximumSpeed, samples.speed[index] ?? 0);
		const beats = samples.heartRate[index] ?? 0;
		if (beats > 0) {
			heart.sum += beats;
			heart.count++;
			heart.low = Math.min(heart.low, beats);
			heart.high = Math.max(heart.high, beats);
		}

		const turning = samples.cadence[index] ?? 0;
		if (turning > 0) {
			turns.sum += turning;
			turns.count++;
			turns.high = Math.max(turns.high, turning);
		}

		power.sum += samples.watts[index] ?? 0;
		power.high = Math.max(power.high, samples.watts[index] ?? 0);
	}

	const timer = (samples.moving[last] ?? 0) - (samples.moving[first] ?? 0);
	const meters = (samples.meters[last] ?? 0) - (samples.meters[first] ?? 0);
	return {
		start: samples.time[first] ?? 0,
		end: samples.time[last] ?? 0,
		timer,
		meters,
		ascent: Math.round(ascent),
		descent: Math.round(descent),
		averageSpeed: timer > 0 ? meters / timer : 0,
		maximumSpeed,
		averageHeartRate: heart.count > 0 ? Math.round(heart.sum / heart.count) : 0,
		maximumHeartRate: heart.high,
		minimumHeartRate: heart.count > 0 ? heart.low : 0,
		averageCadence: turns.count > 0 ? Math.round(turns.sum / turns.count) : 0,
		maximumCadence: turns.high,
		averageWatts: Math.round(power.sum / (last - first + 1)),
		maximumWatts: power.high,
		kilocalories: Math.round(timer * kilocaloriesPerSecond),
	};
};
