import type {ActivityPlan} from './activity-plan.js';
import {traitsOf} from './sport-traits.js';

const restingHeartRate = 46;

/** Kilocalories: by heart rate where there is one, else by time alone. */
export const kilocaloriesOf = (plan: ActivityPlan): number => {
	const hours = plan.workoutSeconds / 3600;
	return Math.round(hours * (plan.heartRate > 0 ? 6.3 * (plan.heartRate - restingHeartRate) : 420));
};

/** COROS's training load: about 100 for an hour of brisk running, nothing without heart rate. */
export const trainingLoadOf = (plan: ActivityPlan): number => {
	if (plan.heartRate === 0) {
		return 0;
	}

	const intensity = (plan.heartRate - restingHeartRate) / 102;
	const hours = plan.workoutSeconds / 3600;
	// Very long days count less an hour, as on the watch.
	return Math.round((104 * hours * intensity ** 2) / (1 + 0.03 * hours));
};

/** Metres a second while the timer ran; 0 where no distance is measured. */
export const speedOf = (plan: ActivityPlan): number =>
	plan.workoutSeconds > 0 ? plan.meters / plan.workoutSeconds : 0;

/** How COROS shows a speed: seconds a kilometre on foot, km/h x 100 on wheels and skis. */
export const listSpeed = (
	plan: ActivityPlan,
	metersPerSecond: number,
): {readonly value: number; readonly speedType: number} => {
	const {motion} = traitsOf(plan.sportType);
	if (metersPerSecond < 0.05) {
		return {value: 0, speedType: 0};
	}

	switch (motion) {
		case 'ride':
		case 'ski':
			return {value: Math.round(metersPerSecond * 360), speedType: 1};
		case 'swim':
			return {value: Math.round(100 / metersPerSecond), speedType: 2};
		case 'row':
			return {value: Math.round(500 / metersPerSecond), speedType: 4};
		default:
			return {value: Math.round(1000 / metersPerSecond), speedType: 3};
	}
};
