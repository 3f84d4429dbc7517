import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {smallActivities} from '../helpers/small-activity.js';
import {experiment, patience, type Step} from './laboratory.js';
import {report} from './report.js';

vi.setConfig(patience);

/** What one name on the disk leads to: a file by its number, and whether the folder is flushed. */
type Names = Map<string, number>;

/**
 * A disk that keeps its promises and no more: bytes are safe once the file was flushed, names once
 * their folder was. All else may or may not have happened when the power goes.
 */
type Disk = {
	/** Files whose bytes are not flushed. */
	readonly torn: Set<number>;
	/** What is safe. */
	readonly safe: Names;
	/** Changes of names that may still be lost, in order. */
	pending: Array<{readonly name: string; readonly file: number | undefined}>;
};

const nameOf = (names: Names, disk: Disk, name: string): number | undefined => {
	const change = disk.pending.findLast((one) => one.name === name);
	return change ? change.file : names.get(name);
};

/** Plays one step. */
const play = (disk: Disk, {step, op, file, to, flags}: Step): void => {
	const current = nameOf(disk.safe, disk, file);
	if (op === 'open' && typeof flags === 'string' && flags.startsWith('w')) {
		disk.pending.push({name: file, file: step});
		disk.torn.add(step);
	} else if (op === 'write' && current !== undefined) {
		disk.torn.add(current);
	} else if (op === 'fsync' && current !== undefined) {
		disk.torn.delete(current);
	} else if (op === 'fsync') {
		// A folder: its names are safe from now on.
		for (const change of disk.pending.filter(({name}) => path.dirname(name) === file)) {
			if (change.file === undefined) {
				disk.safe.delete(change.name);
			} else {
				disk.safe.set(change.name, change.file);
			}
		}

		disk.pending = disk.pending.filter(({name}) => path.dirname(name) !== file);
	} else if (op === 'rename' && to !== undefined && current !== undefined) {
		disk.pending.push({name: to, file: current}, {name: file, file: undefined});
	} else if (op === 'unlink') {
		disk.pending.push({name: file, file: undefined});
	}
};

/** Every disk there may be after a cut: each pending change alone done, alone lost, all, none. */
const outcomes = ({safe, pending}: Disk): Names[] => {
	const after = (kept: (index: number) => boolean): Names => {
		const names = new Map(safe);
		for (const [index, {name, file}] of pending.entries()) {
			if (kept(index)) {
				if (file === undefined) {
					names.delete(name);
				} else {
					names.set(name, file);
				}
			}
		}

		return names;
	};
	return [
		after(() => true),
		after(() => false),
		...pending.flatMap((_, one) => [
			after((index) => index === one),
			after((index) => index !== one),
		]),
	];
};

const isFinal = (name: string): boolean =>
	!/^\.(?!corosexport_state\.json$)/.test(path.basename(name));

/** Names that lead to a file whose bytes may be missing, in any outcome after any prefix. */
const findTorn = (steps: readonly Step[]): {readonly torn: string[]; readonly cuts: number} => {
	const disk: Disk = {torn: new Set(), safe: new Map(), pending: []};
	const torn = new Set<string>();
	let cuts = 0;
	for (const step of steps) {
		play(disk, step);
		for (const names of outcomes(disk)) {
			cuts += 1;
			for (const [name, file] of names) {
				if (isFinal(name) && disk.torn.has(file)) {
					torn.add(`${path.basename(name)} after step ${step.step}`);
				}
			}
		}
	}

	return {torn: [...torn], cuts};
};

test('after a power cut at any step, whatever was not flushed lost, no name leads to half a file', async () => {
	await experiment(smallActivities(3), undefined, async (lab) => {
		expect(await lab.backUp({record: true})).toMatchObject({code: 0});
		const steps = lab.steps();
		const {torn, cuts} = findTorn(steps);
		expect(torn).toEqual([]);
		expect(cuts).toBeGreaterThan(500);
		report(`power cut: ${cuts} disks after ${steps.length} steps, none with half a file`);

		// Every saved file's name is safe before the state speaks of it.
		const disk: Disk = {torn: new Set(), safe: new Map(), pending: []};
		const spokenOf = new Set<string>();
		for (const step of steps) {
			for (const name of step.says ?? []) {
				spokenOf.add(name);
				expect(disk.safe.has(path.join(path.dirname(step.to!), name)), name).toBe(true);
			}

			play(disk, step);
		}

		expect(spokenOf.size).toBe(6);

		// The model can fail: without the flush of files, and of the folder, it finds what is lost.
		expect(findTorn(steps.filter(({op}) => op !== 'fsync')).torn.length).toBeGreaterThan(0);
	});
});
