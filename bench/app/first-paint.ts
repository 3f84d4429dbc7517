import {judge, printTable} from '../print-table.js';
import {median, quantile} from '../statistics.js';
import type {Terminal} from '../terminal.js';
import type {Variant} from './prepare.js';
import {cpuMs, hasFigures} from './process-figures.js';
import {findStatus, isSettled, readPosition, untilUseful} from './screen.js';

const aim = 1.6;

type Start = {
	/** From the start of the process to the first useful screen. */
	readonly paint: number;
	/** What it computed until then: steadier than the clock on a busy machine. */
	readonly cpu: number;
	/** The longest that a key waited until the list had been compared with the service's. */
	readonly worstKey: number;
	readonly settled: number;
};

// Somebody who is impatient: every answer is followed by the next key.
const pressUntilSettled = async (terminal: Terminal, variant: Variant): Promise<number> => {
	const status = await findStatus(terminal);
	let worst = 0;
	// Down and up again: the rows that are known at first come to an end.
	let key = 'k';
	do {
		const before = readPosition(terminal, status);
		const pressedAt = performance.now();
		key = key === 'j' ? 'k' : 'j';
		terminal.press(key);
		const seen = terminal.until(() => readPosition(terminal, status) !== before, 'another row');
		worst = Math.max(worst, (await seen) - pressedAt);
	} while (!isSettled(terminal, variant));
	return worst;
};

const startOnce = async (variant: Variant): Promise<Start> => {
	const terminal = variant.open();
	const paint = (await untilUseful(terminal, variant)) - terminal.startedAt;
	if (variant.kind === 'node') {
		await terminal.exit;
		return {paint, cpu: Number.NaN, worstKey: Number.NaN, settled: Number.NaN};
	}

	const cpu = hasFigures ? cpuMs(terminal.pid) : Number.NaN;
	const worstKey = await pressUntilSettled(terminal, variant);
	const settled = performance.now() - terminal.startedAt;
	terminal.press('q');
	await terminal.exit;
	return {paint, cpu, worstKey, settled};
};

const whole = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(0));

/** How long the app takes until there is something to look at, and until it has found its rest. */
export const measureFirstPaint = async (
	variants: readonly Variant[],
	runs: number,
): Promise<void> => {
	const rounds: Array<Map<Variant, Start>> = [];
	for (let run = 0; run < runs; run += 1) {
		// Everybody once a round, so that a busy moment of the machine meets all of them.
		const round = new Map<Variant, Start>();
		for (const variant of variants) {
			round.set(variant, await startOnce(variant));
		}

		rounds.push(round);
	}

	const valuesOf = (variant: Variant | undefined, key: keyof Start): readonly number[] =>
		rounds.map((round) => (variant && round.get(variant)?.[key]) ?? Number.NaN);
	console.log(`\nFirst paint, ms, ${runs} runs; aim: at most ${aim} times bare Ink`);
	printTable(
		['', 'median', 'p95', 'min', 'x bare Ink', 'aim', 'CPU', 'worst key', 'settled'],
		variants.map((variant) => {
			const paints = valuesOf(variant, 'paint');
			const bares = valuesOf(
				variants.find(({kind, size}) => kind === 'ink' && size === variant.size),
				'paint',
			);
			// Of each round by itself, for the same reason.
			const ratio = median(paints.map((paint, round) => paint / (bares[round] ?? Number.NaN)));
			return [
				variant.name,
				whole(median(paints)),
				whole(quantile(paints, 0.95)),
				whole(Math.min(...paints)),
				ratio.toFixed(2),
				variant.kind === 'app' ? judge(ratio <= aim) : '',
				whole(median(valuesOf(variant, 'cpu'))),
				variant.kind === 'app' ? whole(median(valuesOf(variant, 'worstKey'))) : '',
				variant.kind === 'app' ? whole(median(valuesOf(variant, 'settled'))) : '',
			];
		}),
	);
};
