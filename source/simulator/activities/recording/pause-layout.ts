import type {ActivityPlan} from '../activity-plan.js';
import {createRandom} from '../random.js';

/** Pauses by the timer second they begin at, and how long each lasts, in seconds; in order. */
export type PauseLayout = ReadonlyMap<number, number>;

/** Spreads the planned pauses over the activity, of unequal length but right in the sum. */
export const layOutPauses = (plan: ActivityPlan, seed: number): PauseLayout => {
	const {pauses, pauseSeconds, workoutSeconds} = plan;
	const layout = new Map<number, number>();
	const random = createRandom(seed);
	const shortest = 4;
	const weights = Array.from({length: pauses}, () => random.between(0.3, 1.7));
	const heaviest = weights.reduce((sum, weight) => sum + weight, 0);
	let left = pauseSeconds;
	for (const [index, weight] of weights.entries()) {
		const position = (index + random.between(0.2, 0.8)) / pauses;
		const second = Math.round(workoutSeconds * (0.06 + 0.88 * position));
		const spare = pauseSeconds - shortest * pauses;
		const isLast = index === pauses - 1;
		const seconds = isLast ? left : shortest + Math.floor((spare * weight) / heaviest);
		layout.set(second, seconds);
		left -= seconds;
	}

	return layout;
};
