import type {Leg, Recording, Stretch} from '../activities/recording/recording.js';
import {legTraits} from '../activities/sport-traits.js';
import {fill, zeroInLap} from './detail-names.js';
import {toCentimeters, toCentiseconds, toPace} from './detail-units.js';

/** COROS's kinds of lap lists. */
const wholeActivity = -1;
const automatic = 2;

const toLapItem = ({totals}: Stretch, index: number, sportType: number) => {
	const {mode, motion} = legTraits(sportType);
	const feet = motion === 'run' || motion === 'walk' ? 2 : 1;
	const pace = toPace(totals.averageSpeed);
	return {
		...fill(zeroInLap),
		adjustedPace: motion === 'run' ? Math.round(pace * 0.985) : 0,
		avgCadence: totals.averageCadence * feet,
		avgHr: totals.averageHeartRate,
		avgMoveSpeed: pace,
		avgPace: pace,
		avgPower: totals.averageWatts,
		avgSpeedV2: pace,
		calories: totals.kilocalories * 1000,
		distance: toCentimeters(totals.meters),
		elevGain: totals.ascent,
		endTimestamp: toCentiseconds(totals.end),
		lapIndex: index + 1,
		lapType: 0,
		maxCadence: totals.maximumCadence * feet,
		maxHr: totals.maximumHeartRate,
		maxPower: totals.maximumWatts,
		maxSpeed: toPace(totals.maximumSpeed),
		minHr: totals.minimumHeartRate,
		mode,
		pauseTime: toCentiseconds(totals.end - totals.start - totals.timer),
		speedUnit: 0,
		sportType,
		startTimestamp: toCentiseconds(totals.start),
		time: toCentiseconds(totals.timer),
		totalDescent: totals.descent,
	};
};

const fastest = (laps: readonly Stretch[]) => {
	const speeds = laps.map((lap) => lap.totals.averageSpeed);
	return speeds.length > 1 ? [speeds.indexOf(Math.max(...speeds)) + 1] : [];
};

const automaticLaps = (leg: Leg) => ({
	type: automatic,
	lapDistance: toCentimeters(legTraits(leg.sportType).lapMeters),
	fastLapIndexList: fastest(leg.laps),
	lapItemList: leg.laps.map((lap, index) => toLapItem(lap, index, leg.sportType)),
});

/** `lapList`: the automatic laps of every leg, and the whole as one lap. */
export const toLapList = (recording: Recording): Array<Record<string, unknown>> => {
	const {plan, samples, totals, legs} = recording;
	const whole = {first: 0, last: samples.length - 1, totals};
	return [
		...legs.filter((leg) => leg.laps.length > 0).map(automaticLaps),
		{
			type: wholeActivity,
			lapDistance: toCentimeters(plan.meters),
			fastLapIndexList: [],
			lapItemList: [toLapItem(whole, 0, plan.sportType)],
		},
	];
};
