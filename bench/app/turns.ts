import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {printTable} from '../print-table.js';
import {median, pause} from '../statistics.js';
import type {Prepared, Variant} from './prepare.js';
import {untilSettled, untilUseful} from './screen.js';

const runs = 5;

// Run inside the program: how long each turn of its event loop took, and what of it the collector.
const probe = `
import {writeFileSync} from 'node:fs';
import {PerformanceObserver} from 'node:perf_hooks';
const turns = [];
const pauses = [];
const collect = (entries) => {
	for (const {startTime, duration} of entries) pauses.push({from: startTime, ms: duration});
};
const observer = new PerformanceObserver((list) => collect(list.getEntries()));
observer.observe({entryTypes: ['gc']});
let from = performance.now();
const turn = () => {
	const ms = performance.now() - from;
	if (ms > 1) turns.push({from, ms});
	from = performance.now();
	setImmediate(turn);
};
setImmediate(turn);
process.on('exit', () => {
	collect(observer.takeRecords());
	const report = {origin: performance.timeOrigin, turns, pauses};
	writeFileSync(process.env.COROS_BENCH_TURNS, JSON.stringify(report));
});`;

type Span = {readonly from: number; readonly ms: number};

type Report = {
	/** When the process began, ms of Unix time; the spans count from there. */
	readonly origin: number;
	readonly turns: readonly Span[];
	readonly pauses: readonly Span[];
};

/** What of a turn is not the collector's. */
const ownMs = (turn: Span, pauses: readonly Span[]): number =>
	pauses
		.filter(({from}) => from >= turn.from && from < turn.from + turn.ms)
		.reduce((left, {ms}) => left - ms, turn.ms);

const measureOnce = async (variant: Variant, file: string) => {
	const terminal = variant.open(undefined, {
		COROS_BENCH_TURNS: file,
		NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(probe)}`,
	});
	await untilUseful(terminal, variant);
	const paintedAt = Date.now();
	await untilSettled(terminal, variant);
	if (variant.kind === 'ink') {
		terminal.press('j'); // What Ink takes to paint something for the second time.
	}

	await pause(1000);
	terminal.press('q');
	await terminal.exit;
	const {origin, turns, pauses} = JSON.parse(await readFile(file, 'utf8')) as Report;
	const since = paintedAt - origin;
	const seen = turns.filter(({from}) => from > since);
	const owns = seen.map((turn) => ownMs(turn, pauses)).toSorted((a, b) => b - a);
	return {
		own: owns[0] ?? 0,
		long: owns.filter((ms) => ms > 17).length,
		pause: Math.max(0, ...pauses.filter(({from}) => from > since).map(({ms}) => ms)),
	};
};

/**
 * How long the app's thread does one thing while it reads list and folder, from the first picture on:
 * nobody's key is answered meanwhile.
 */
export const measureTurns = async ({variants, root}: Prepared): Promise<void> => {
	const rows: string[][] = [];
	for (const variant of variants.filter(({kind, size}) => kind !== 'node' && size.rows === 40)) {
		const found = [];
		for (let run = 0; run < runs; run += 1) {
			found.push(await measureOnce(variant, path.join(root, 'turns.json')));
		}

		const owns = found.map(({own}) => own);
		rows.push([
			variant.name,
			median(owns).toFixed(0),
			Math.min(...owns).toFixed(0),
			median(found.map(({long}) => long)).toFixed(0),
			median(found.map(({pause: ms}) => ms)).toFixed(0),
		]);
	}

	console.log(
		'\nLongest turn of the event loop after the first picture, ms; without the collector',
	);
	printTable(['', 'median', 'min', 'longer than 17', 'longest pause of the collector'], rows);
};
