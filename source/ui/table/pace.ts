import type {Activity} from '../../domain/activity.js';
import {type SportFamily, toSport} from '../../domain/sport.js';
import {formatDuration} from '../../text/measures.js';

/** Meters a second while the timer ran, where both are known. */
export const metersPerSecond = ({distanceMeters, workoutSeconds}: Activity): number | undefined =>
	distanceMeters && workoutSeconds ? distanceMeters / workoutSeconds : undefined;

// Slower than that, somebody stood still or the distance is wrong.
const slowest = 3600;

const minutesPer = (meters: number, speed: number, unit: string): string =>
	meters / speed < slowest ? `${formatDuration(meters / speed)} ${unit}` : '';

const byFamily: {readonly [Family in SportFamily]?: (speed: number) => string} = {
	run: (speed) => minutesPer(1000, speed, '/km'),
	hike: (speed) => minutesPer(1000, speed, '/km'),
	swim: (speed) => minutesPer(100, speed, '/100m'),
	ride: (speed) => `${(speed * 3.6).toFixed(1)} km/h`,
	snow: (speed) => `${(speed * 3.6).toFixed(1)} km/h`,
	water: (speed) => `${(speed * 3.6).toFixed(1)} km/h`,
	multi: (speed) => `${(speed * 3.6).toFixed(1)} km/h`,
};

/** How fast, in the way people of that sport say it: `5:32 /km`, `1:52 /100m`, `28.4 km/h`. */
export const formatPace = (activity: Activity): string => {
	const speed = metersPerSecond(activity);
	return speed === undefined ? '' : (byFamily[toSport(activity.sportType).family]?.(speed) ?? '');
};
