import path from 'node:path';
import {judge, printTable} from '../print-table.js';
import {median, pause, quantile} from '../statistics.js';
import type {Terminal} from '../terminal.js';
import type {Prepared, Variant} from './prepare.js';
import {cpuMs, hasFigures} from './process-figures.js';
import {untilSettled} from './screen.js';

// Two frames at 60 Hz.
const aimMs = 33;
const aimRepaints = 8;
const watchMs = 5000;
const presses = 120;

// Not in step with the repaints of the progress, which come every quarter of a second.
const paceMs = 67;

/** A key, and what it changes on the screen. */
type Key = {
	readonly name: string;
	choose(terminal: Terminal): string;
	see(terminal: Terminal): unknown;
};

const isHelp = (terminal: Terminal) => terminal.lines().some((line) => line.includes('Keys'));

// The place of the cursor and the file under it: files come and go, and it may stay on its line.
const readCursor = (terminal: Terminal): string => {
	const lines = terminal.lines();
	const row = lines.findIndex((line) => line.startsWith('❯'));
	return `${row} ${/^.*? (?:FIT|TCX)/.exec(lines[row] ?? '')?.[0]}`;
};

const firstTransfer = 5;

const keys: readonly Key[] = [
	// The help over the download, and away again.
	{name: 'help', choose: () => '?', see: isHelp},
	// Among the transfers under way, between the first and the second.
	{
		name: 'cursor',
		choose: (terminal) => (Number.parseInt(readCursor(terminal), 10) > firstTransfer ? 'k' : 'j'),
		see: readCursor,
	},
];

const pressOften = async (terminal: Terminal, {name, choose, see}: Key): Promise<number[]> => {
	const times: number[] = [];
	for (let press = 0; press < presses; press += 1) {
		const before = see(terminal);
		const key = choose(terminal);
		const pressedAt = performance.now();
		terminal.press(key);
		times.push((await terminal.until(() => see(terminal) !== before, name)) - pressedAt);
		await pause(paceMs);
	}

	return times;
};

const measureOne = async (
	variant: Variant,
	folder: string,
): Promise<ReadonlyArray<readonly string[]>> => {
	const terminal = variant.open(folder);
	const sees = (what: RegExp) => () => what.test(terminal.lines().join('\n'));
	await untilSettled(terminal, variant);
	terminal.press('a');
	await terminal.until(sees(/marked/), 'marks');
	terminal.press('e');
	await terminal.until(sees(/Enter start/), 'the dialog');
	terminal.press('\r');
	await terminal.until(sees(/stop/), 'the download');
	await pause(1000);

	let repaints = 0;
	// One for several parts of the same frame: they follow each other at once.
	let paintedAt = 0;
	const stop = terminal.onPaint(() => {
		const now = performance.now();
		repaints += now - paintedAt > 20 ? 1 : 0;
		paintedAt = now;
	});
	const cpu = hasFigures ? cpuMs(terminal.pid) : Number.NaN;
	await pause(watchMs);
	const used = ((hasFigures ? cpuMs(terminal.pid) : Number.NaN) - cpu) / watchMs;
	stop();

	const answers: Array<readonly [string, readonly number[]]> = [];
	for (const key of keys) {
		answers.push([key.name, await pressOften(terminal, key)]);
	}

	terminal.kill();
	await terminal.exit;
	const rate = repaints / (watchMs / 1000);
	return answers.map(([name, times]) => {
		const p95 = quantile(times, 0.95);
		return [
			`${variant.name}, ${name}`,
			median(times).toFixed(1),
			p95.toFixed(1),
			judge(p95 <= aimMs),
			rate.toFixed(1),
			judge(rate <= aimRepaints),
			`${(used * 100).toFixed(0)} %`,
		];
	});
};

/** Keys while eight files at a time come in as fast as they can, with 10,000 activities behind. */
export const measureTransfers = async ({variants, root}: Prepared): Promise<void> => {
	const fewest = Math.min(...variants.flatMap(({count}) => count ?? []));
	const rows: Array<readonly string[]> = [];
	for (const [index, variant] of variants.filter(({count}) => count === fewest).entries()) {
		rows.push(...(await measureOne(variant, path.join(root, `exported-${index}`))));
	}

	console.log('\nKey to paint while files arrive, ms; repaints a second without keys');
	printTable(['', 'p50', 'p95', 'aim', 'repaints', 'aim', 'CPU'], rows);
};
