import type {FitActivity, FitRecords, FitSummary} from '../../source/fit/fit-activity.js';
import {fc} from '../helpers/fast-check.js';

const start = 1_795_000_000;

/** Any UTF-16 at all: controls, markup, halves of characters. */
export const anyText = fc
	.array(
		fc.oneof(
			fc.integer({min: 0, max: 0xffff}),
			fc.constantFrom(...'<>&"\'\u0000\u001b]]>'.split('').map((c) => c.charCodeAt(0))),
		),
		{maxLength: 12},
	)
	.map((codes) => String.fromCharCode(...codes));

const odd = fc.constantFrom(
	Number.NaN,
	Number.POSITIVE_INFINITY,
	Number.NEGATIVE_INFINITY,
	-0,
	1e300,
	-1e300,
	5e-324,
);

/** Mostly what a watch writes, at times anything that a column can hold. */
const among = (values: fc.Arbitrary<number>) =>
	fc.oneof(
		{weight: 6, arbitrary: values},
		{weight: 2, arbitrary: fc.constant(Number.NaN)},
		{weight: 1, arbitrary: odd},
		{weight: 1, arbitrary: fc.double()},
	);

const columns = {
	latitude: fc.oneof(fc.double({min: -90, max: 90, noNaN: true}), fc.constantFrom(-90, 90, 0)),
	longitude: fc.oneof(
		fc.double({min: -180, max: 180, noNaN: true}),
		fc.constantFrom(-180, 180, 179.999999999),
	),
	altitude: fc.integer({min: -2500, max: 63_000}).map((value) => value / 5),
	distance: fc.integer({min: 0, max: 5_000_000}).map((value) => value / 100),
	speed: fc.integer({min: 0, max: 65_534}).map((value) => value / 1000),
	heartRate: fc.integer({min: 1, max: 254}),
	cadence: fc.integer({min: 0, max: 254}),
	power: fc.integer({min: 0, max: 65_534}),
	temperature: fc.integer({min: -127, max: 126}),
} as const satisfies Partial<Record<keyof FitRecords, fc.Arbitrary<number>>>;

/** Mostly a second on, at times a fraction, a leap, backwards or no time at all. */
const anyTimes = (count: number) =>
	fc
		.array(
			fc.oneof(
				{weight: 6, arbitrary: fc.constant(1)},
				fc.constantFrom(0, 0.25, 0.5, 30, -3, 1e12),
				odd,
			),
			{
				minLength: count,
				maxLength: count,
			},
		)
		.map((steps) => {
			let now = start;
			return steps.map((step) => {
				if (Number.isFinite(step) && Math.abs(step) < 1e9) now += step;
				return Number.isFinite(step) ? now + (step === 1e12 ? 1e12 : 0) : step;
			});
		});

const anyRecords: fc.Arbitrary<FitRecords> = fc.integer({min: 0, max: 30}).chain((count) => {
	const column = (values: fc.Arbitrary<number>) =>
		fc
			.array(among(values), {minLength: count, maxLength: count})
			.map((list) => Float64Array.from(list));
	return fc.record({
		count: fc.constant(count),
		time: anyTimes(count).map((list) => Float64Array.from(list)),
		latitude: column(columns.latitude),
		longitude: column(columns.longitude),
		altitude: column(columns.altitude),
		distance: column(columns.distance),
		speed: column(columns.speed),
		heartRate: column(columns.heartRate),
		cadence: column(columns.cadence),
		power: column(columns.power),
		temperature: column(columns.temperature),
	});
});

const maybe = (values: fc.Arbitrary<number>) =>
	fc.oneof(values, fc.constant(undefined), fc.double());
const moment = fc.oneof(fc.constant(undefined), fc.integer({min: start - 5, max: start + 60}));

const anySummary: fc.Arbitrary<FitSummary> = fc.record({
	startTime: moment,
	endTime: moment,
	elapsedSeconds: maybe(fc.integer({min: 0, max: 90_000})),
	timerSeconds: maybe(fc.integer({min: 0, max: 90_000})),
	distanceMeters: maybe(columns.distance),
	ascentMeters: maybe(fc.nat()),
	descentMeters: maybe(fc.nat()),
	kilocalories: maybe(fc.integer({min: 0, max: 65_534})),
	sport: fc.oneof(fc.constant(undefined), fc.integer({min: 0, max: 255})),
	subSport: fc.constant(undefined),
	averageSpeed: maybe(columns.speed),
	maximumSpeed: maybe(columns.speed),
	averageHeartRate: maybe(columns.heartRate),
	maximumHeartRate: maybe(columns.heartRate),
	averageCadence: maybe(columns.cadence),
	maximumCadence: maybe(columns.cadence),
	averagePower: maybe(columns.power),
	maximumPower: maybe(columns.power),
});

/** Any activity that the types allow, whether a FIT file can hold it or not. */
export const anyActivity: fc.Arbitrary<FitActivity> = fc.record({
	complete: fc.boolean(),
	records: anyRecords,
	laps: fc.array(anySummary, {maxLength: 4}),
	sessions: fc.array(anySummary, {maxLength: 3}),
	pauses: fc.array(
		fc
			.tuple(fc.nat(40), fc.nat(20))
			.map(([from, length]) => ({from: start + from, to: start + from + length})),
		{maxLength: 3},
	),
	device: fc.record({
		manufacturer: fc.constantFrom(undefined, 294, 1),
		product: fc.oneof(fc.constant(undefined), fc.nat(70_000)),
		productName: fc.oneof(fc.constant(undefined), anyText),
	}),
	utcOffsetSeconds: fc.constant(undefined),
	createdAt: fc.constant(undefined),
});
