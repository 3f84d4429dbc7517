import type {PlannedLeg} from '../activity-plan.js';
import {kilocaloriesOf} from '../effort.js';
import {mixSeed} from '../random.js';
import type {SimulatedActivity} from '../simulated-activity.js';
import {legTraits} from '../sport-traits.js';
import {joinLegs} from './join-legs.js';
import {cutLaps} from './lap-cuts.js';
import {playLeg} from './leg-series.js';
import {layOutPauses} from './pause-layout.js';
import type {Leg, Recording, Stretch, Totals} from './recording.js';
import {sumUp} from './totals.js';

const wholeAsLeg = ({plan}: SimulatedActivity): PlannedLeg => ({
	sportType: plan.sportType,
	seconds: plan.workoutSeconds,
	meters: plan.meters,
	ascent: plan.ascent,
	heartRate: plan.heartRate,
});

/**
 * What the watch recorded of an activity: the same every time, and in agreement with its list item
 * on start, times, distance, climbing and heart rate.
 */
export const recordActivity = (activity: SimulatedActivity): Recording => {
	const {plan} = activity;
	const planned = plan.legs.length > 0 ? plan.legs : [wholeAsLeg(activity)];
	const layout = layOutPauses(plan, mixSeed(plan.seed, 7));
	const series = planned.map((leg, number) => playLeg(plan, leg, layout, number));
	const {samples, pauses, ends} = joinLegs(series, layout, plan.startTime);
	const burning = kilocaloriesOf(plan) / Math.max(1, plan.workoutSeconds);
	const stretch = (first: number, last: number): Stretch => ({
		first,
		last,
		totals: sumUp(samples, first, last, burning),
	});

	// The watch sums up on its own, from more than it writes down: those sums are the list's.
	const totals: Totals = {
		...sumUp(samples, 0, samples.length - 1, burning),
		ascent: plan.ascent,
		descent: plan.ascent,
		averageHeartRate: plan.heartRate,
		averageWatts: plan.watts,
		kilocalories: kilocaloriesOf(plan),
	};
	const legs = planned.map(({sportType}, number): Leg => {
		const first = ends[number - 1] ?? 0;
		const last = ends[number] ?? samples.length - 1;
		const traits = legTraits(sportType);
		const cuts = cutLaps(
			samples,
			first,
			last,
			sportType === 0 ? {...traits, outdoors: false} : traits,
		);
		const laps = cuts.map((end, index) => stretch(cuts[index - 1] ?? first, end));
		const whole = planned.length === 1 ? {first, last, totals} : stretch(first, last);
		return {...whole, sportType, laps};
	});
	return {plan, samples, pauses, legs, totals};
};
