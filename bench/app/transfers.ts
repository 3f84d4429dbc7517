import path from 'node:path';
import {judge, printTable} from '../print-table.js';
import {median, pause, quantile} from '../statistics.js';
import type {Prepared, Variant} from './prepare.js';
import {cpuMs, hasFigures} from './process-figures.js';
import {untilSettled} from './screen.js';

const aimMs = 66;
const aimRepaints = 8;
const watchMs = 5000;
const presses = 60;
const paceMs = 70;

const measureOne = async (variant: Variant, folder: string): Promise<readonly string[]> => {
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

	const times: number[] = [];
	for (let press = 0; press < presses; press += 1) {
		// The help over the download, and away again.
		const isOpen = sees(/Keys/)();
		const pressedAt = performance.now();
		terminal.press('?');
		await terminal.until(() => sees(/Keys/)() !== isOpen, 'the help');
		times.push(performance.now() - pressedAt);
		await pause(paceMs);
	}

	terminal.kill();
	await terminal.exit;
	const p95 = quantile(times, 0.95);
	const rate = repaints / (watchMs / 1000);
	return [
		variant.name,
		median(times).toFixed(1),
		p95.toFixed(1),
		judge(p95 <= aimMs),
		rate.toFixed(1),
		judge(rate <= aimRepaints),
		`${(used * 100).toFixed(0)} %`,
	];
};

/** Keys while eight files at a time come in as fast as they can, with 10,000 activities behind. */
export const measureTransfers = async ({variants, root}: Prepared): Promise<void> => {
	const fewest = Math.min(...variants.flatMap(({count}) => count ?? []));
	const rows: Array<readonly string[]> = [];
	for (const [index, variant] of variants.filter(({count}) => count === fewest).entries()) {
		rows.push(await measureOne(variant, path.join(root, `exported-${index}`)));
	}

	console.log('\nKey to paint while files arrive, ms; repaints a second without keys');
	printTable(['', 'p50', 'p95', 'aim', 'repaints', 'aim', 'CPU'], rows);
};
