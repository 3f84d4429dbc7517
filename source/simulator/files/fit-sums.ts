import type {Totals} from '../activities/recording/recording.js';
import type {SportTraits} from '../activities/sport-traits.js';
import type {FitValue} from './fit-bytes.js';
import {base, type FieldShape, type MessageShape} from './fit-messages.js';
import {toFitTime} from './fit-time.js';

/** What laps and sessions are written from. */
export type Sum = {
	readonly totals: Totals;
	readonly traits: SportTraits;
	/** Degrees Celsius. */
	readonly temperature: number;
	readonly hasEffortPace: boolean;
};

type Entry = readonly [field: FieldShape, value: number];

const u8 = (number: number, value: number): Entry => [[number, 1, base.uint8], value];
const u16 = (number: number, value: number): Entry => [
	[number, 2, base.uint16],
	Math.min(65_534, Math.round(value)),
];
const u32 = (number: number, value: number): Entry => [[number, 4, base.uint32], Math.round(value)];

const speed = (value: number) => value * 1000;

/** Average step length in millimetres x 10, to the centimetre. */
const stepLength = ({averageSpeed, averageCadence}: Totals) =>
	averageCadence > 0 ? Math.round((averageSpeed * 3000) / averageCadence) * 100 : 0;

const effortPace = 16;
/** Shapes never change, so all files share them. */
const known = new Map<string, MessageShape>();

/** One shape object for each set of fields, so that equal laps share a definition. */
const shapeFor = (message: number, entries: readonly Entry[], hasEffortPace: boolean) => {
	const key = `${message} ${entries.map(([[number]]) => number).join()} ${hasEffortPace}`;
	const shape = known.get(key) ?? {
		message,
		fields: entries.map(([field]) => field),
		developerFields: hasEffortPace ? [effortPace] : [],
	};
	known.set(key, shape);
	return shape;
};

const toMessage = (message: number, entries: readonly Entry[], sum: Sum) => {
	const withEffort = sum.hasEffortPace && sum.traits.motion === 'run';
	const values: FitValue[] = entries.map(([, value]) => value);
	if (withEffort) {
		values.push(sum.totals.averageSpeed * 1.012);
	}

	return {shape: shapeFor(message, entries, withEffort), values};
};

/** A lap message in COROS's order of fields: runs have strides and ground contact, others power. */
export const toLap = (sum: Sum): {readonly shape: MessageShape; readonly values: FitValue[]} => {
	const {totals, traits, temperature} = sum;
	const head: Entry[] = [
		u32(2, toFitTime(totals.start)),
		u32(253, toFitTime(totals.end)),
		u32(8, totals.timer * 1000),
		u32(7, (totals.end - totals.start) * 1000),
		u32(9, totals.meters * 100),
		u16(11, totals.kilocalories),
		u8(16, totals.maximumHeartRate),
		u8(63, totals.minimumHeartRate),
		u8(15, totals.averageHeartRate),
		u16(14, speed(totals.maximumSpeed)),
		u16(13, speed(totals.averageSpeed)),
		u8(17, totals.averageCadence),
		[[25, 1, base.enum], traits.fitSport],
	];
	const warmth: Entry = [[50, 1, base.sint8], temperature];
	const tail: Entry[] =
		traits.motion === 'run'
			? [
					warmth,
					u16(120, stepLength(totals)),
					u8(18, totals.maximumCadence),
					u16(22, totals.descent),
					u16(21, totals.ascent),
					u16(19, totals.averageWatts),
					// Stance time, its share, oscillation and their ratio: written as 0 without a pod.
					...[79, 78, 77, 118].map((number) => u16(number, 0)),
				]
			: [
					u16(20, totals.maximumWatts),
					u16(19, totals.averageWatts),
					warmth,
					u16(22, totals.descent),
					u16(21, totals.ascent),
					u32(41, totals.averageWatts * totals.timer),
					u16(33, totals.averageWatts * 1.05),
				];
	return toMessage(19, [...head, ...tail], sum);
};

/** A session message in COROS's order of fields. Without heart rate the average is left out. */
export const toSession = (
	sum: Sum,
): {readonly shape: MessageShape; readonly values: FitValue[]} => {
	const {totals, traits, temperature} = sum;
	const runs = traits.motion === 'run';
	const entries: Entry[] = [
		u32(2, toFitTime(totals.start)),
		u32(253, toFitTime(totals.end)),
		[[5, 1, base.enum], traits.fitSport],
		...(traits.fitSubSport === undefined ? [] : [[[6, 1, base.enum], traits.fitSubSport] as const]),
		u32(7, (totals.end - totals.start) * 1000),
		u32(8, totals.timer * 1000),
		u32(9, totals.meters * 100),
		u16(22, totals.ascent),
		u16(23, totals.descent),
		u16(11, totals.kilocalories),
		...(runs ? [u32(10, (totals.averageCadence * totals.timer) / 60)] : []),
		u8(19, totals.maximumCadence),
		u8(18, totals.averageCadence),
		...(runs ? [u16(134, stepLength(totals))] : []),
		u8(17, totals.maximumHeartRate),
		u8(64, totals.minimumHeartRate),
		...(totals.averageHeartRate > 0 ? [u8(16, totals.averageHeartRate)] : []),
		u16(15, speed(totals.maximumSpeed)),
		u16(14, speed(totals.averageSpeed)),
		[[57, 1, base.sint8], temperature],
		u16(20, totals.averageWatts),
		...(runs
			? [91, 133, 89, 132].map((number) => u16(number, 0))
			: [
					u16(21, totals.maximumWatts),
					u32(48, totals.averageWatts * totals.timer),
					u16(34, totals.averageWatts * 1.05),
				]),
	];
	return toMessage(18, entries, sum);
};
