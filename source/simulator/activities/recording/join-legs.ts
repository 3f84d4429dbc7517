import type {LegSeries} from './leg-series.js';
import type {PauseLayout} from './pause-layout.js';
import {noFix, type Pause, type Samples} from './recording.js';

/** After a pause the watch looks for satellites again, in seconds. */
const searchSeconds = 4;

const createSamples = (length: number) => ({
	length,
	time: new Float64Array(length),
	moving: new Uint32Array(length),
	latitude: new Int32Array(length),
	longitude: new Int32Array(length),
	meters: new Float64Array(length),
	altitude: new Float64Array(length),
	speed: new Float64Array(length),
	heartRate: new Uint8Array(length),
	cadence: new Uint8Array(length),
	watts: new Uint16Array(length),
});

/**
 * Puts legs one after the other and pauses in between. A pause is a hole in time: the sample before
 * it is the last before the stop, and one more, standing, opens what follows. `ends` are the
 * samples at which legs end.
 */
export const joinLegs = (
	series: readonly LegSeries[],
	layout: PauseLayout,
	startTime: number,
): {
	readonly samples: Samples;
	readonly pauses: readonly Pause[];
	readonly ends: readonly number[];
} => {
	const seconds = series.reduce((sum, leg) => sum + leg.meters.length - 1, 0);
	const samples = createSamples(seconds + 1 + layout.size);
	const pauses: Pause[] = [];
	const ends: number[] = [];
	let index = 0;
	let moving = 0;
	let paused = 0;
	let before = 0;
	let hiddenUntil = 0;

	const put = (leg: LegSeries, second: number, standing: boolean) => {
		const hidden = moving < hiddenUntil;
		samples.time[index] = startTime + moving + paused;
		samples.moving[index] = moving;
		samples.latitude[index] = hidden ? noFix : (leg.latitude[second] ?? noFix);
		samples.longitude[index] = hidden ? noFix : (leg.longitude[second] ?? noFix);
		samples.meters[index] = before + (leg.meters[second] ?? 0);
		samples.altitude[index] = leg.altitude[second] ?? 0;
		samples.speed[index] = standing ? 0 : (leg.speed[second] ?? 0);
		samples.heartRate[index] = leg.heartRate[second] ?? 0;
		samples.cadence[index] = standing ? 0 : (leg.cadence[second] ?? 0);
		samples.watts[index] = standing ? 0 : (leg.watts[second] ?? 0);
		index++;
	};

	for (const [number, leg] of series.entries()) {
		const length = leg.meters.length - 1;
		for (let second = number === 0 ? 0 : 1; second <= length; second++) {
			moving = second === 0 ? 0 : moving + 1;
			put(leg, second, false);
			const pause = layout.get(moving);
			if (pause !== undefined) {
				const stop = startTime + moving + paused;
				paused += pause;
				pauses.push({stop, start: stop + pause});
				hiddenUntil = moving + searchSeconds;
				put(leg, second, true);
			}
		}

		before += leg.meters[length] ?? 0;
		ends.push(index - 1);
	}

	return {samples, pauses, ends};
};
