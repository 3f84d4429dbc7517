import {kilocaloriesOf, trainingLoadOf} from '../activities/effort.js';
import type {Recording} from '../activities/recording/recording.js';
import {traitsOf} from '../activities/sport-traits.js';
import {quartersAt} from '../activities/time-zone.js';
import {fill, unknown, unknownInSummary, zeroInSummary} from './detail-names.js';
import {toCentimeters, toCentiseconds, toPace} from './detail-units.js';

/** The `summary` of `/activity/detail/query`, scaled as it is there and not as in the list. */
export const toSummary = (
	recording: Recording,
	item: Readonly<Record<string, unknown>>,
	userId: string,
): Record<string, unknown> => {
	const {plan, samples, totals} = recording;
	const {mode, motion, outdoors, lapMeters} = traitsOf(plan.sportType);
	const feet = motion === 'run' || motion === 'walk' ? 2 : 1;
	const low = outdoors ? samples.altitude.reduce((a, b) => Math.min(a, b), 9000) : unknown;
	const high = outdoors ? samples.altitude.reduce((a, b) => Math.max(a, b), -500) : unknown;
	const pace = toPace(totals.averageSpeed);
	const load = trainingLoadOf(plan);

	return {
		...fill(zeroInSummary),
		...fill(unknownInSummary, unknown),
		...(plan.name === undefined ? {} : {name: plan.name}),
		adjustedPace: item.adjustedPace,
		aerobicEffect: Math.min(5, Math.round(load / 2.8) / 10),
		anaerobicEffect: Math.min(4, Math.round(load / 9) / 10),
		avg5x10s: item.avg5x10s,
		avgCadence: totals.averageCadence * feet,
		avgElev: outdoors ? Math.round((low + high) / 2) : unknown,
		avgHr: totals.averageHeartRate,
		avgMoveSpeed: pace,
		avgPace: pace,
		avgPower: totals.averageWatts,
		avgSpeed: item.avgSpeed,
		avgStepLen:
			totals.averageCadence > 0
				? Math.round((totals.averageSpeed * 6000) / (totals.averageCadence * feet))
				: 0,
		bestKm: item.bestKm,
		calories: kilocaloriesOf(plan) * 1000 + (plan.seed % 1000),
		currentVo2Max: motion === 'run' ? 50 + (plan.seed % 4) : unknown,
		deviceSportMode: mode,
		distance: toCentimeters(plan.meters),
		elevGain: plan.ascent,
		endTimestamp: toCentiseconds(totals.end),
		isShowMs: false,
		lapDistance: toCentimeters(lapMeters),
		max10sList: [],
		maxCadence: totals.maximumCadence * feet,
		maxElev: outdoors ? Math.round(high) : unknown,
		maxHr: totals.maximumHeartRate,
		maxPower: totals.maximumWatts,
		maxSpeed: toPace(totals.maximumSpeed),
		minElev: outdoors ? Math.round(low) : unknown,
		noPerformanceReasonTip: '',
		np: item.np,
		pauseTime: toCentiseconds(plan.pauseSeconds),
		pdrMode: false,
		planId: '0',
		programId: '0',
		speedType: item.speedType,
		speedUnit: 0,
		sportMode: mode,
		sportType: plan.sportType,
		startTimestamp: toCentiseconds(totals.start),
		timezone: quartersAt(plan.place.zone, totals.start),
		totalCadence: Math.round((totals.averageCadence * feet * totals.timer) / 60),
		totalDescent: plan.ascent,
		totalTime: toCentiseconds(totals.end - totals.start),
		trainingLoad: load,
		unitType: 2,
		userId,
		workoutTime: toCentiseconds(plan.imported ? 0 : totals.timer),
	};
};
