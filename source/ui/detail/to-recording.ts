import type {Steps} from '../../domain/steps.js';
import type {FitActivity, FitRecords, FitSummary} from '../../fit/fit-activity.js';
import {toRoute} from '../chart/route.js';
import {toSeries} from '../chart/series.js';
import type {Curves, Recording} from './recording.js';

const mostLaps = 1000;

const toLap = ({timerSeconds, elapsedSeconds, distanceMeters, ...lap}: FitSummary) => ({
	meters: distanceMeters,
	seconds: timerSeconds ?? elapsedSeconds,
	ascentMeters: lap.ascentMeters,
	averageHeartRate: lap.averageHeartRate,
});

const addUp = (values: ReadonlyArray<number | undefined>): number | undefined =>
	values.reduce(
		(sum, value) => (value === undefined ? sum : (sum ?? 0) + value),
		undefined as number | undefined,
	);

const largest = (values: ReadonlyArray<number | undefined>): number | undefined => {
	const known = values.filter((value) => value !== undefined);
	return known.length > 0 ? Math.max(...known) : undefined;
};

function* toCurves(at: Float64Array, {heartRate, altitude}: FitRecords): Steps<Curves> {
	const first = at.find((place) => !Number.isNaN(place)) ?? 0;
	const last = at.findLast((place) => !Number.isNaN(place)) ?? first;
	yield;
	const heartRates = toSeries(at, heartRate);
	yield;
	const altitudes = toSeries(at, altitude);
	yield;
	return {length: Math.max(0, last - first), heartRate: heartRates, altitude: altitudes};
}

/** Reduces a decoded file to what is drawn of it. */
export function* toRecording(activity: FitActivity): Steps<Recording> {
	const {records, laps, sessions, complete} = activity;
	const {time, distance, latitude, longitude} = records;
	const overDistance = yield* toCurves(distance, records);
	const overTime = yield* toCurves(time, records);
	return {
		isComplete: complete,
		descentMeters: addUp(sessions.map(({descentMeters}) => descentMeters)),
		maximumHeartRate: largest(sessions.map(({maximumHeartRate}) => maximumHeartRate)),
		overTime,
		overDistance: overDistance.length > 0 ? overDistance : undefined,
		route: yield* toRoute({time, latitude, longitude}),
		laps: laps.slice(0, mostLaps).map(toLap),
	};
}
