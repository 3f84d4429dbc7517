import type {Recording} from '../activities/recording/recording.js';
import {traitsOf} from '../activities/sport-traits.js';

type Zone = {readonly left: number; readonly right: number};

/** COROS's numbers: which quantity, and in which units the scopes are. */
const heartRate = {type: 126, zoneType: 3} as const;
const pace = {type: 130, zoneType: 0} as const;

const toZones = (bounds: readonly number[]): Zone[] =>
	bounds.slice(1).map((right, index) => ({left: bounds[index] ?? 0, right}));

const heartZones = toZones([0, 114, 132, 149, 162, 171, 220]);
/** Milliseconds a kilometre, the slower bound first. */
const paceZones = toZones([900_000, 390_000, 345_000, 305_000, 280_000, 255_000, 0]);

const countSeconds = (
	zones: readonly Zone[],
	values: Iterable<number>,
	isWithin: (value: number, zone: Zone) => boolean,
) => {
	const seconds = zones.map(() => 0);
	for (const value of values) {
		const index = zones.findIndex((zone) => isWithin(value, zone));
		seconds[index] = (seconds[index] ?? 0) + 1;
	}

	const total = seconds.reduce((sum, part) => sum + part, 0);
	return zones.map((zone, index) => ({
		zoneIndex: index,
		leftScope: zone.left,
		rightScope: zone.right,
		second: seconds[index] ?? 0,
		percent: total > 0 ? Math.round((100 * (seconds[index] ?? 0)) / total) : 0,
	}));
};

/** `zoneList`: seconds in the zones of heart rate and, on foot, of pace. */
export const toZoneList = ({plan, samples}: Recording): Array<Record<string, unknown>> => {
	const beats = samples.heartRate.filter((value) => value > 0);
	const speeds = samples.speed.filter((value) => value > 1.12);
	const byHeart = {
		...heartRate,
		zoneItemList: countSeconds(heartZones, beats, (value, zone) => value < zone.right),
	};
	const byPace = {
		...pace,
		zoneItemList: countSeconds(paceZones, speeds, (value, zone) => 1_000_000 / value >= zone.right),
	};
	return [
		...(beats.length > 0 ? [byHeart] : []),
		...(traitsOf(plan.sportType).motion === 'run' && plan.meters > 0 ? [byPace] : []),
	];
};
