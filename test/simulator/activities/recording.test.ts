import {describe, expect, test} from 'vitest';
import {recordActivity} from '../../../source/simulator/activities/recording/record-activity.js';
import {noFix, type Recording} from '../../../source/simulator/activities/recording/recording.js';
import {sample, variants} from './variants.js';

const recordings = sample.map((activity) => ({activity, recording: recordActivity(activity)}));

const fixes = ({samples}: Recording) =>
	Array.from({length: samples.length}, (_, index) => index).filter(
		(index) => samples.latitude[index] !== noFix,
	);

/** Metres between two samples, on a sphere. */
const between = ({samples}: Recording, a: number, b: number) => {
	const radians = Math.PI / 1.8e9;
	const turn = samples.longitude[b]! - samples.longitude[a]!;
	const east = (((turn + 5.4e9) % 3.6e9) - 1.8e9) * radians;
	const north = (samples.latitude[b]! - samples.latitude[a]!) * radians;
	return 6_371_000 * Math.hypot(north, east * Math.cos(samples.latitude[a]! * radians));
};

describe('a recording', () => {
	test('agrees with the list on start, end, timer, distance and climbing', () => {
		for (const {activity, recording} of recordings) {
			const {item, plan} = activity;
			const {samples} = recording;
			const last = samples.length - 1;
			expect(samples.time[0]).toBe(item.startTime);
			expect(samples.time[last]).toBe(item.endTime);
			expect(samples.moving[last]).toBe(plan.workoutSeconds);
			expect(samples.meters[last]).toBeCloseTo(Number(item.distance), 6);
			let climbed = 0;
			for (let index = 1; index <= last; index++) {
				climbed += Math.max(0, samples.altitude[index]! - samples.altitude[index - 1]!);
			}

			expect(Math.abs(climbed - plan.ascent)).toBeLessThanOrEqual(Math.max(2, plan.ascent * 0.02));
		}
	});

	test('has the average heart rate of the list, rising from a resting one', () => {
		for (const {activity, recording} of recordings) {
			const beats = recording.samples.heartRate.filter((value) => value > 0);
			const mean = beats.reduce((sum, value) => sum + value, 0) / Math.max(1, beats.length);
			expect(Math.abs(mean - Number(activity.item.avgHr))).toBeLessThan(1.5);
			if (beats.length > 1500) expect(beats[0]!).toBeLessThan(mean - 5);
		}
	});

	test('has a sample every second and none in pauses', () => {
		for (const {activity, recording} of recordings) {
			const {samples, pauses} = recording;
			const after = new Map(pauses.map(({stop, start}) => [start, start - stop]));
			const wrong: number[] = [];
			let paused = 0;
			for (let index = 1; index < samples.length; index++) {
				const gap = samples.time[index]! - samples.time[index - 1]!;
				const pause = after.get(samples.time[index]!);
				if (gap !== (pause ?? 1)) wrong.push(index);
				paused += pause ?? 0;
			}

			expect(wrong).toEqual([]);
			expect(paused).toBe(activity.plan.pauseSeconds);
			expect(pauses).toHaveLength(activity.plan.pauses);
		}
	});

	test('never goes back and never faster than its sport allows', () => {
		for (const {recording} of recordings) {
			const {meters, speed} = recording.samples;
			expect(meters.every((value, index) => index === 0 || value >= meters[index - 1]!)).toBe(true);
			expect(Math.max(...speed)).toBeLessThan(24);
		}
	});

	test('covers on the map about the distance it says, and comes back', () => {
		for (const {activity, recording} of recordings) {
			const known = fixes(recording);
			if (known.length < 600) continue;
			let covered = 0;
			for (let index = 1; index < known.length; index++) {
				covered += between(recording, known[index - 1]!, known[index]!);
			}

			const ratio = covered / activity.plan.meters;
			expect(ratio, activity.id).toBeGreaterThan(0.93);
			expect(ratio, activity.id).toBeLessThan(1.1);
			const apart = between(recording, known[0]!, known.at(-1)!);
			expect(apart, activity.id).toBeLessThan(Math.max(150, activity.plan.meters * 0.03));
		}
	});

	test('has no position in the first seconds, and none at all indoors', () => {
		for (const {activity, recording} of recordings) {
			expect(fixes(recording)[0] ?? 3).toBeGreaterThanOrEqual(3);
			if (!activity.formats.includes('gpx') && activity.plan.sportType !== 1234) {
				expect(fixes(recording)).toEqual([]);
			}
		}
	});

	test('has laps that lie end to end over all of it', () => {
		for (const {recording} of recordings) {
			for (const {laps, first, last, totals} of recording.legs) {
				if (laps.length === 0) continue;
				expect(laps[0]!.first).toBe(first);
				expect(laps.at(-1)!.last).toBe(last);
				expect(laps.slice(1).map((lap) => lap.first)).toEqual(
					laps.slice(0, -1).map((lap) => lap.last),
				);
				const timer = laps.reduce((sum, lap) => sum + lap.totals.timer, 0);
				expect(timer).toBe(totals.timer);
			}
		}
	});

	test('crosses the 180th meridian without leaving the map', () => {
		const recording = recordActivity(variants['run across the date line']);
		const longitudes = fixes(recording).map((index) => recording.samples.longitude[index]!);
		expect(longitudes.some((value) => value > 1.79e9)).toBe(true);
		expect(longitudes.some((value) => value < -1.79e9)).toBe(true);
		expect(longitudes.every((value) => Math.abs(value) < 1.8e9)).toBe(true);
	});

	test('loses the satellites now and then in the middle', () => {
		const gaps = recordings.filter(({recording}) => {
			const known = fixes(recording);
			const missing = known.length > 0 && known.at(-1)! - known[0]! + 1 - known.length;
			return missing && missing > 14;
		});
		expect(gaps.length).toBeGreaterThan(3);
		expect(gaps.length).toBeLessThan(recordings.length / 2);
	});
});
