import type {FitActivity, FitSummary} from '../../fit/fit-activity.js';
import {toRoute} from '../chart/route.js';
import {toSeries} from '../chart/series.js';
import type {Recording} from './recording.js';

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

/** Reduces a decoded file to what is drawn of it. */
export const toRecording = ({records, laps, sessions, complete}: FitActivity): Recording => {
	const {time, heartRate, altitude, latitude, longitude} = records;
	const first = time.find((at) => !Number.isNaN(at)) ?? 0;
	const last = time.findLast((at) => !Number.isNaN(at)) ?? first;
	return {
		isComplete: complete,
		seconds: Math.max(0, last - first),
		descentMeters: addUp(sessions.map(({descentMeters}) => descentMeters)),
		maximumHeartRate: largest(sessions.map(({maximumHeartRate}) => maximumHeartRate)),
		heartRate: toSeries(time, heartRate),
		altitude: toSeries(time, altitude),
		route: toRoute({time, latitude, longitude}),
		laps: laps.slice(0, mostLaps).map(toLap),
	};
};
