import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {describeSelf, type Holder, isGone} from '../../source/disk/holder.js';
import {lockFolder} from '../../source/disk/lock.js';
import {isKnownError} from '../../source/domain/known-error.js';
import {smallActivities} from '../helpers/small-activity.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {
	expectOnlyWholeFiles,
	experiment,
	isEverything,
	missingFiles,
	namesBelow,
	patience,
} from './laboratory.js';
import {report} from './report.js';

vi.setConfig(patience);

/** Tries to take a folder, and gives it back at once. */
const isFree = async (folder: string): Promise<boolean> => {
	try {
		await (await lockFolder(folder)).release();
		return true;
	} catch (error) {
		if (isKnownError(error) && error.code === 'folder-busy') {
			return false;
		}

		throw error;
	}
};

const claimed = (holder: Partial<Holder> | string, {silentMs = 0} = {}): string => {
	const folder = temporaryFolder();
	const file = path.join(folder, '.coros-tui.0123456789abcdef.lock');
	writeFileSync(file, typeof holder === 'string' ? holder : JSON.stringify(holder));
	const then = new Date(Date.now() - silentMs);
	utimesSync(file, then, then);
	return folder;
};

const isLinux = process.platform === 'linux';

/** A process that is alive and another than this one. */
const neighbour = (): number => {
	const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
	onTestFinished(() => void child.kill('SIGKILL'));
	return child.pid!;
};

const long = 11 * 60_000;

describe('a folder’s lock', () => {
	test('of a run that works is respected, and goes with it', async () => {
		const folder = temporaryFolder();
		const lock = await lockFolder(folder);
		expect(await isFree(folder)).toBe(false);
		lock.check();
		await lock.release();
		expect(readdirSync(folder)).toEqual([]);
		expect(() => lock.check()).toThrow(/not the one any more/);
		expect(await isFree(folder)).toBe(true);
	});

	test('of a process that is gone is cleared', async () => {
		const folder = claimed({...describeSelf(), pid: 2 ** 22 + 1});
		expect(await isFree(folder)).toBe(true);
		expect(readdirSync(folder)).toEqual([]);
	});

	test('of an earlier version is read', async () => {
		const folder = temporaryFolder();
		const file = path.join(folder, '.coros-tui.lock');
		const {host, since} = describeSelf();
		writeFileSync(file, JSON.stringify({host, pid: neighbour(), since}));
		expect(await isFree(folder)).toBe(false);
		writeFileSync(file, JSON.stringify({host, pid: 2 ** 22 + 1, since}));
		expect(await isFree(folder)).toBe(true);
	});

	test.runIf(isLinux)('of a process whose number another has now is cleared', async () => {
		const pid = neighbour();
		expect(await isFree(claimed({...describeSelf(), pid, began: '1'}))).toBe(true);
		const {began: _, ...unknown} = describeSelf();
		expect(await isFree(claimed({...unknown, pid}))).toBe(false);
	});

	test.runIf(isLinux)('of a process that is over and not yet buried is cleared', async () => {
		// A shell that becomes something which never looks after its child: the child stays a zombie.
		const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
		onTestFinished(() => void parent.kill('SIGKILL'));
		const pid = await new Promise<number>((resolve) => {
			parent.stdout.once('data', (text) => resolve(Number(text)));
		});
		await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z');
		const {began: _, ...self} = describeSelf();
		expect(await isFree(claimed({...self, pid}))).toBe(true);
	});

	test.runIf(isLinux)('of this machine before it was started anew is cleared', async () => {
		const before = {...describeSelf(), boot: 'another'};
		const secondsAgo = (seconds: number) => Date.now() - seconds * 1000;
		expect(isGone(before, secondsAgo(90), 60)).toBe(true);
		// One with a sign of life since then is another machine of the same name.
		expect(isGone(before, secondsAgo(30), 60)).toBe(false);
		expect(await isFree(claimed(before, {silentMs: 1000}))).toBe(false);
	});

	const foreign: Array<readonly [string, string | Holder]> = [
		['another machine', {...describeSelf(), host: 'elsewhere'}],
		...(isLinux ? [['another container', {...describeSelf(), space: 'pid:[1]'}] as const] : []),
		['nobody knows whom', '{"torn'],
		['nobody knows whom, empty', ''],
		['nobody knows whom, of another type', 'null'],
	];
	test.each(foreign)('of %s is respected for ten minutes of silence', async (_, holder) => {
		expect(await isFree(claimed(holder, {silentMs: 0}))).toBe(false);
		expect(await isFree(claimed(holder, {silentMs: long}))).toBe(true);
	});

	test('of a live process is respected however long it slept', async () => {
		const {began: _, ...self} = describeSelf();
		expect(await isFree(claimed({...self, pid: neighbour()}, {silentMs: long}))).toBe(false);
	});

	test('names who has it, and the file to delete where nobody has', async () => {
		const folder = claimed({...describeSelf(), began: undefined, pid: neighbour()});
		const error = await lockFolder(folder).catch((reason: unknown) => reason);
		expect(error).toMatchObject({
			exitCode: 6,
			message: expect.stringContaining(`on ${hostname()}`),
			hint: expect.stringContaining(path.join(folder, '.coros-tui.0123456789abcdef.lock')),
		});
	});

	test('is one run’s alone, however many take it at the same moment, stale ones about', async () => {
		for (let round = 0; round < (isEverything ? 200 : 25); round += 1) {
			const folder = claimed({...describeSelf(), pid: 2 ** 22 + 1});
			let inside = 0;
			let most = 0;
			let took = 0;
			await Promise.all(
				Array.from({length: 6}, async () => {
					const lock = await lockFolder(folder).catch(() => undefined);
					if (lock) {
						took += 1;
						inside += 1;
						most = Math.max(most, inside);
						await new Promise((resolve) => setImmediate(resolve));
						inside -= 1;
						await lock.release();
					}
				}),
			);
			expect(most).toBe(1);
			expect(took).toBeGreaterThanOrEqual(1);
			expect(readdirSync(folder)).toEqual([]);
		}
	});
});

test('two programs at the same moment on one folder: one works, the other says so, exit 6', async () => {
	const rounds = isEverything ? 40 : 3;
	for (let round = 0; round < rounds; round += 1) {
		await experiment(smallActivities(3), undefined, async (lab) => {
			mkdirSync(lab.archive);
			const dead = {...describeSelf(), pid: 2 ** 22 + 1};
			writeFileSync(
				path.join(lab.archive, '.coros-tui.0123456789abcdef.lock'),
				JSON.stringify(dead),
			);
			// Nobody is answered before both have tried: neither can be through before the other comes.
			lab.simulator.behaviour.latencyMs = 150;
			const token = lab.simulator.accounts.issueToken(lab.account);
			const both = await Promise.all([1, 2].map(() => lab.backUp({args: ['--token', token]})));
			expect(both.map(({code}) => code).sort()).toEqual([0, 6]);
			const refused = both.find(({code}) => code === 6)!;
			expect(refused.stderr).toMatch(
				/^Another run is using this folder: process \d+ on .+\.\nWait for it to end/,
			);
			expectOnlyWholeFiles(lab);
			expect(missingFiles(lab)).toEqual([]);
			expect(lab.fetched()).toHaveLength(6);
			expect(namesBelow(lab.archive).filter((name) => name.endsWith('.lock'))).toEqual([]);
			expect(existsSync(lab.archive)).toBe(true);
		});
	}

	report(`${rounds} rounds of two programs at once`);
});
