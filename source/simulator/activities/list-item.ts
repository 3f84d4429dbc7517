import type {ActivityPlan} from './activity-plan.js';
import {toDateNumber} from './calendar.js';
import {kilocaloriesOf, listSpeed, speedOf, trainingLoadOf} from './effort.js';
import {traitsOf} from './sport-traits.js';
import {quartersAt, toLocalDay} from './time-zone.js';

const lengthsOf = (plan: ActivityPlan, lapMeters: number) => {
	if (plan.sportType === 300) {
		return plan.meters / 25;
	}

	return lapMeters > 0 ? Math.ceil(plan.meters / lapMeters) : 0;
};

const mapImage = (id: string) => `https://s3eu.coros.com/activity/image/${id}.png`;

/**
 * An activity as `/activity/query` lists it: the same fields for every sport, zero where they do not
 * apply, in the order of a captured item of 2022 with the additions of 2026.
 */
export const toListItem = (plan: ActivityPlan, id: string): Record<string, unknown> => {
	const {mode, subMode, motion, outdoors, cadence: turns, lapMeters} = traitsOf(plan.sportType);
	const onFoot = motion === 'run' || motion === 'walk';
	const {value: averageSpeed, speedType} = listSpeed(plan, speedOf(plan));
	const {value: bestSpeed} = listSpeed(plan, speedOf(plan) * 1.045);
	const moved = plan.meters > 0;
	const cadence = moved ? (onFoot ? 2 : 1) * turns + (plan.seed % 5) - 2 : 0;
	const turning = turns > 0 && moved ? cadence : 0;
	const totalTime = plan.workoutSeconds + plan.pauseSeconds;
	const endTime = plan.startTime + totalTime;
	const downhill = outdoors && plan.ascent > 0;
	const strength = plan.sportType === 402;

	const item = {
		adjustedPace: motion === 'run' && moved ? Math.round(averageSpeed * 0.985) : 0,
		ascent: plan.ascent,
		avg5x10s: onFoot ? bestSpeed : 0,
		avgCadence: turning,
		avgHr: plan.heartRate,
		avgPower: plan.watts,
		avgSpeed: averageSpeed,
		avgStrkRate: turning,
		best: bestSpeed,
		best500m: onFoot ? bestSpeed : 0,
		bestKm: onFoot ? bestSpeed : 0,
		bestLen: bestSpeed,
		bodyTemperature: 0,
		cadence: turning,
		calorie: kilocaloriesOf(plan) * 1000 + (plan.seed % 1000),
		date: toDateNumber(toLocalDay(plan.place.zone, plan.startTime)),
		descent: plan.ascent,
		device: plan.watch.name,
		deviceId: plan.watch.deviceId,
		deviceSportMode: mode,
		distance: plan.meters,
		downhillDesc: downhill ? plan.ascent : 0,
		downhillDist: downhill ? plan.meters : 0,
		downhillTime: downhill ? plan.workoutSeconds : 0,
		endTime,
		endTimezone: quartersAt(plan.place.zone, endTime),
		hasMessage: plan.seed % 23 === 0 ? 1 : 0,
		imageUrl: outdoors && moved ? mapImage(id) : '',
		imageUrlType: outdoors && moved ? 1 : 0,
		isRunTest: 0,
		isShowMs: 0,
		labelId: id,
		lengths: lengthsOf(plan, lapMeters),
		max2s: 0,
		maxGrade: 0,
		maxSlope: 0,
		maxSpeed: motion === 'ride' || motion === 'ski' ? Math.round(averageSpeed * 1.7) : 0,
		mode,
		name: plan.name,
		np: motion === 'ride' && plan.watts > 0 ? Math.round(plan.watts * 1.08) : 0,
		pitch: 0,
		sets: strength ? 12 + (plan.seed % 9) : 0,
		speedType,
		sportType: plan.sportType,
		startTime: plan.startTime,
		startTimezone: quartersAt(plan.place.zone, plan.startTime),
		step: onFoot ? Math.round((turning * plan.workoutSeconds) / 60) : 0,
		subMode,
		swolf: motion === 'swim' ? 46 + (plan.seed % 9) : 0,
		total: plan.meters,
		totalDescent: plan.ascent,
		totalFishingTime: 0,
		totalReps: strength ? 110 + (plan.seed % 80) : 0,
		totalTime,
		trainingLoad: trainingLoadOf(plan),
		unitType: 2,
		waterTemperature: plan.sportType === 300 ? 2800 : 2100,
		workoutTime: plan.imported ? 0 : plan.workoutSeconds,
	};
	if (item.name !== undefined) {
		return item;
	}

	const {name: _, ...unnamed} = item;
	return unnamed;
};
