import {noFix, type Recording} from '../activities/recording/recording.js';
import type {SportTraits} from '../activities/sport-traits.js';
import type {FitValue} from './fit-bytes.js';
import {base, type FieldShape, type FitMessages, type MessageShape} from './fit-messages.js';
import {toFitTime} from './fit-time.js';

/** COROS's own factor, in place of 2^31 / 180. */
const semicirclesPerDegree = 11_930_465;
/** The watch knows its speed and cadence a little later than it knows the time. */
const settlingSeconds = 6;
const altitudeAfter = 3;
const effortPace = 16;

/** What a record has, one bit each; every combination is a shape of its own. */
const has = {
	position: 1,
	heart: 2,
	altitude: 4,
	speed: 8,
	cadence: 16,
	power: 32,
	stride: 64,
	effort: 128,
};

const fieldsOf = (bits: number): FieldShape[] => {
	const when = (bit: number, ...fields: FieldShape[]) => (bits & bit ? fields : []);
	return [
		[253, 4, base.uint32],
		...when(has.position, [0, 4, base.sint32], [1, 4, base.sint32]),
		[5, 4, base.uint32],
		...when(has.heart, [3, 1, base.uint8]),
		...when(has.altitude, [2, 2, base.uint16]),
		...when(has.speed, [6, 2, base.uint16]),
		[42, 1, base.enum],
		...when(has.cadence, [4, 1, base.uint8]),
		...when(has.power, [7, 2, base.uint16], [29, 4, base.uint32]),
		...when(has.stride, [85, 2, base.uint16]),
	];
};

/** Step length in millimetres x 10, to the centimetre. */
const stepLength = (speed: number, cadence: number) =>
	cadence > 0 ? Math.min(650, Math.round((speed * 3000) / cadence)) * 100 : 0;

/** A writer of the sample at an index, as COROS's watches lay out records. */
export const createRecordWriter = (
	messages: FitMessages,
	recording: Recording,
): ((index: number, traits: SportTraits) => void) => {
	const {plan, samples} = recording;
	const shapes = new Map<number, MessageShape>();
	let accumulated = 0;

	const shapeOf = (bits: number) => {
		const known = shapes.get(bits) ?? {
			message: 20,
			fields: fieldsOf(bits),
			developerFields: bits & has.effort ? [effortPace] : [],
		};
		shapes.set(bits, known);
		return known;
	};

	return (index, traits) => {
		const moving = samples.moving[index] ?? 0;
		const settled = moving >= settlingSeconds;
		const latitude = samples.latitude[index] ?? noFix;
		const beats = samples.heartRate[index] ?? 0;
		const speed = samples.speed[index] ?? 0;
		const runs = settled && traits.motion === 'run' && plan.meters > 0;
		const bits =
			(latitude === noFix ? 0 : has.position) |
			// A watch that finds no pulse at all writes zeros.
			(beats > 0 || (plan.heartRate === 0 && settled) ? has.heart : 0) |
			(traits.outdoors && moving >= altitudeAfter ? has.altitude : 0) |
			(settled && plan.meters > 0 ? has.speed : 0) |
			(settled && traits.cadence > 0 && plan.meters > 0 ? has.cadence : 0) |
			(settled && plan.watts > 0 ? has.power : 0) |
			(runs ? has.stride : 0) |
			(runs && plan.watch.hasEffortPace ? has.effort : 0);

		const values: FitValue[] = [toFitTime(samples.time[index] ?? 0)];
		const put = (bit: number, ...some: number[]) => bits & bit && values.push(...some);
		const longitude = samples.longitude[index] ?? noFix;
		put(
			has.position,
			Math.round((latitude / 1e7) * semicirclesPerDegree),
			Math.round((longitude / 1e7) * semicirclesPerDegree),
		);
		values.push(Math.round(samples.meters[index] ?? 0) * 100);
		put(has.heart, beats);
		put(has.altitude, (Math.round(samples.altitude[index] ?? 0) + 500) * 5);
		put(has.speed, Math.min(65_000, Math.round(speed * 1000)));
		values.push(traits.fitSport);
		put(has.cadence, samples.cadence[index] ?? 0);
		accumulated += bits & has.power ? (samples.watts[index] ?? 0) : 0;
		put(has.power, samples.watts[index] ?? 0, accumulated);
		put(has.stride, stepLength(speed, samples.cadence[index] ?? 0));
		put(has.effort, speed * 1.012);
		messages.write(shapeOf(bits), values);
	};
};
