import {mkdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {toActivity} from '../source/coros/to-activity.js';
import {createArchiveMemory} from '../source/disk/archive-memory.js';
import {openStateFile} from '../source/disk/state-file.js';
import {toStateText} from '../source/disk/state-pieces.js';
import {exportFormats} from '../source/domain/export-format.js';
import {smallActivity} from '../test/helpers/small-activity.js';
import {makeState} from './make-archive.js';
import {printTable} from './print-table.js';
import {benchFolder} from './program.js';

// The state of a backup by its size: how long it takes to read, what a checkpoint costs, and for how
// long at once it keeps anything else from being done, in pieces and in one go.

const sizes = [100, 1000, 10_000, 100_000];
const runs = 3;
const now = new Date('2026-01-01T00:00:00.000Z');

/** Runs work; how long it took, and the longest time in which nothing else had its turn, in ms. */
const watch = async (work: () => Promise<void> | void): Promise<{ms: number; pause: number}> => {
	let pause = 0;
	let last = performance.now();
	let isOver = false;
	const look = () => {
		pause = Math.max(pause, performance.now() - last);
		last = performance.now();
		if (!isOver) {
			setImmediate(look);
		}
	};
	setImmediate(look);
	const startedAt = performance.now();
	await work();
	const ms = performance.now() - startedAt;
	await new Promise((resolve) => setImmediate(resolve));
	isOver = true;
	return {ms, pause};
};

const rows: string[][] = [];
for (const size of sizes) {
	const folder = benchFolder();
	mkdirSync(folder, {recursive: true});
	const activities = Array.from(
		{length: size},
		(_, index) => toActivity(smallActivity(index, {start: 1_777_615_200 - index * 600}).item)!,
	);
	// What is in the files does not matter here, but that each is another.
	const made = makeState(activities, exportFormats, (index, format) =>
		Buffer.from(`${index} ${format}`),
	);
	const file = path.join(folder, '.corosexport_state.json');
	writeFileSync(file, toStateText(made, now));
	const none = Number.POSITIVE_INFINITY;
	const best = {read: none, readPause: none, pieces: none, pause: none};
	const whole = {ms: none};
	for (let run = 0; run < runs; run += 1) {
		let state = await openStateFile(folder, {readOnly: true});
		const read = await watch(async () => {
			state = await openStateFile(folder, {readOnly: true});
			createArchiveMemory(state.initial);
		});
		const memory = createArchiveMemory(made);
		const pieces = await watch(() => state.write(memory.toPieces(now), () => {}));
		const once = await watch(() => writeFileSync(file, toStateText(made, now)));
		best.read = Math.min(best.read, read.ms);
		best.readPause = Math.min(best.readPause, read.pause);
		best.pieces = Math.min(best.pieces, pieces.ms);
		best.pause = Math.min(best.pause, pieces.pause);
		whole.ms = Math.min(whole.ms, once.ms);
	}

	rows.push([
		String(size),
		(statSync(file).size / 1e6).toFixed(1),
		best.read.toFixed(0),
		best.readPause.toFixed(1),
		whole.ms.toFixed(0),
		best.pieces.toFixed(0),
		best.pause.toFixed(1),
		(whole.ms / best.pause).toFixed(0),
		(Math.max(1000, 20 * best.pieces) / 1000).toFixed(0),
	]);
	rmSync(folder, {recursive: true});
}

console.log('State of activities in five formats; ms, best of 3');
printTable(
	[
		'activities',
		'MB',
		'read',
		'its longest pause',
		'in one go',
		'in pieces',
		'longest pause',
		'shorter by',
		'every s',
	],
	rows,
);
