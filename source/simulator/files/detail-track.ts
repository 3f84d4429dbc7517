import {noFix, type Recording} from '../activities/recording/recording.js';
import {traitsOf} from '../activities/sport-traits.js';
import {toCentimeters, toCentiseconds, toPace} from './detail-units.js';

/** COROS sends a point a second; this one is content with so many in all. */
const mostPoints = 600;

/** `frequencyList`, thinned; coordinates are degrees x 10^7, the altitude metres. */
export const toTrack = ({plan, samples}: Recording): Array<Record<string, number>> => {
	const {motion, cadence, outdoors} = traitsOf(plan.sportType);
	const feet = motion === 'run' || motion === 'walk' ? 2 : 1;
	const step = Math.max(1, Math.ceil(samples.length / mostPoints));
	const points: Array<Record<string, number>> = [];
	for (let index = 0; index < samples.length; index += step) {
		const latitude = samples.latitude[index] ?? noFix;
		const beats = samples.heartRate[index] ?? 0;
		points.push({
			timestamp: toCentiseconds(samples.time[index] ?? 0),
			distance: toCentimeters(samples.meters[index] ?? 0),
			level: 0,
			...(latitude === noFix ? {} : {gpsLat: latitude, gpsLon: samples.longitude[index] ?? 0}),
			...(beats === 0 ? {} : {heart: beats}),
			...(plan.meters > 0 ? {speed: toPace(samples.speed[index] ?? 0)} : {}),
			...(cadence > 0 ? {cadence: (samples.cadence[index] ?? 0) * feet} : {}),
			...(plan.watts > 0 ? {power: samples.watts[index] ?? 0} : {}),
			...(outdoors ? {altitude: Math.round(samples.altitude[index] ?? 0)} : {}),
		});
	}

	return points;
};
