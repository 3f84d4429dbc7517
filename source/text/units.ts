import type {Units} from '../domain/settings.js';
import {formatCount, formatDuration} from './measures.js';

/** What long and short distances are measured in. */
export const unitNames = {
	metric: {distance: 'km', height: 'm'},
	imperial: {distance: 'mi', height: 'ft'},
} as const satisfies Record<Units, unknown>;

const metersPerMile = 1609.344;

/** How many metres the unit of long distances is. */
export const distanceUnit: Readonly<Record<Units, number>> = {
	metric: 1000,
	imperial: metersPerMile,
};

const metersPerYard = 0.9144;
const feetPerMeter = 1 / 0.3048;

/** A height in the unit it is shown in. */
export const toHeight = (meters: number, units: Units): number =>
	units === 'metric' ? meters : meters * feetPerMeter;

/** The number alone: `1,204` metres or feet. */
export const formatHeight = (meters: number, units: Units): string =>
	formatCount(toHeight(meters, units));

const slowest = 3600;

const perDistance = (speed: number, meters: number, unit: string): string =>
	// Slower than that, somebody stood still or the distance is wrong.
	meters / speed < slowest ? `${formatDuration(meters / speed)} ${unit}` : '';

/** `5:32 /km` or a mile. */
export const formatRunPace = (metersPerSecond: number, units: Units): string =>
	units === 'metric'
		? perDistance(metersPerSecond, 1000, '/km')
		: perDistance(metersPerSecond, metersPerMile, '/mi');

/** `1:52 /100m` or yards. */
export const formatSwimPace = (metersPerSecond: number, units: Units): string =>
	units === 'metric'
		? perDistance(metersPerSecond, 100, '/100m')
		: perDistance(metersPerSecond, 100 * metersPerYard, '/100yd');

/** `28.4 km/h` or miles. */
export const formatSpeed = (metersPerSecond: number, units: Units): string =>
	units === 'metric'
		? `${(metersPerSecond * 3.6).toFixed(1)} km/h`
		: `${((metersPerSecond * 3600) / metersPerMile).toFixed(1)} mph`;
