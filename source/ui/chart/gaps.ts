const shortest = 30;

const mostLooked = 1000;

/**
 * How many seconds two samples may be apart without a gap between them: five times their usual
 * distance, since watches that save power write one every minute or two.
 */
export const longestStep = (time: Float64Array): number => {
	const stride = Math.max(1, Math.ceil(time.length / mostLooked));
	const steps: number[] = [];
	for (let index = 1; index < time.length; index += stride) {
		const step = (time[index] ?? Number.NaN) - (time[index - 1] ?? Number.NaN);
		if (step > 0) {
			steps.push(step);
		}
	}

	steps.sort((a, b) => a - b);
	return Math.max(shortest, 5 * (steps[Math.floor(steps.length / 2)] ?? 0));
};
