import {judge, printTable} from '../print-table.js';
import {median, quantile} from '../statistics.js';
import type {Variant} from './prepare.js';
import {findStatus, readPosition, untilSettled, untilUseful} from './screen.js';

const aim = 1.6;

type Start = {readonly paint: number; readonly answer: number; readonly settled: number};

const startOnce = async (variant: Variant): Promise<Start> => {
	const terminal = variant.open();
	const paint = (await untilUseful(terminal, variant)) - terminal.startedAt;
	if (variant.kind === 'node') {
		await terminal.exit;
		return {paint, answer: Number.NaN, settled: Number.NaN};
	}

	const status = findStatus(terminal);
	const pressedAt = performance.now();
	terminal.press('j');
	const seen = terminal.until(() => readPosition(terminal, status) === 2, 'an answer to the key');
	const answer = (await seen) - pressedAt;
	await untilSettled(terminal, variant);
	const settled = performance.now() - terminal.startedAt;
	terminal.press('q');
	await terminal.exit;
	return {paint, answer, settled};
};

/**
 * From the start of the process to the first useful screen; then how long a key pressed at that very
 * moment waits, and when the list has been compared with the service's.
 */
export const measureFirstPaint = async (
	variants: readonly Variant[],
	runs: number,
): Promise<void> => {
	const starts = new Map<Variant, Start[]>(variants.map((variant) => [variant, []]));
	for (let run = 0; run < runs; run += 1) {
		// Everybody once a round, so that a busy moment of the machine meets all of them.
		for (const variant of variants) {
			starts.get(variant)?.push(await startOnce(variant));
		}
	}

	const mediansOf = (variant: Variant, key: keyof Start) =>
		median((starts.get(variant) ?? []).map((start) => start[key]));
	console.log(`\nFirst paint, ms, ${runs} runs; aim: at most ${aim} times bare Ink`);
	printTable(
		['', 'median', 'p95', 'min', 'x bare Ink', 'aim', 'first key', 'settled'],
		variants.map((variant) => {
			const paints = (starts.get(variant) ?? []).map(({paint}) => paint);
			const bare = variants.find(({kind, size}) => kind === 'ink' && size === variant.size);
			const ratio = median(paints) / (bare ? mediansOf(bare, 'paint') : Number.NaN);
			const others = (['answer', 'settled'] as const).map((key) => mediansOf(variant, key));
			return [
				variant.name,
				median(paints).toFixed(0),
				quantile(paints, 0.95).toFixed(0),
				Math.min(...paints).toFixed(0),
				ratio.toFixed(2),
				variant.kind === 'app' ? judge(ratio <= aim) : '',
				...others.map((value) => (Number.isNaN(value) ? '' : value.toFixed(0))),
			];
		}),
	);
};
