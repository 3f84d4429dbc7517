import type {Activity} from '../../domain/activity.js';
import type {Units} from '../../domain/settings.js';
import {type SportFamily, toSport} from '../../domain/sport.js';
import {formatRunPace, formatSpeed, formatSwimPace} from '../../text/units.js';

/** Meters a second while the timer ran, where both are known. */
export const metersPerSecond = ({
	distanceMeters,
	workoutSeconds,
}: Pick<Activity, 'distanceMeters' | 'workoutSeconds'>): number | undefined =>
	distanceMeters && workoutSeconds ? distanceMeters / workoutSeconds : undefined;

const byFamily: {
	readonly [Family in SportFamily]?: (metersPerSecond: number, units: Units) => string;
} = {
	run: formatRunPace,
	hike: formatRunPace,
	swim: formatSwimPace,
	ride: formatSpeed,
	snow: formatSpeed,
	water: formatSpeed,
	multi: formatSpeed,
};

/** How fast, in the way people of that sport say it: `5:32 /km`, `1:52 /100m`, `28.4 km/h`. */
export const formatPace = (
	activity: Pick<Activity, 'distanceMeters' | 'workoutSeconds' | 'sportType'>,
	units: Units = 'metric',
): string => {
	const speed = metersPerSecond(activity);
	return speed === undefined
		? ''
		: (byFamily[toSport(activity.sportType).family]?.(speed, units) ?? '');
};

/** Whether people of that sport speak of pace, not of speed. */
export const hasPace = (sportType: number): boolean =>
	['run', 'hike', 'swim'].includes(toSport(sportType).family);
