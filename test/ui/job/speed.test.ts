import {expect, test} from 'vitest';
import {initialProgress} from '../../../source/backup/progress.js';
import {addSample, type Sample, secondsLeft, toSpeed} from '../../../source/ui/job/speed.js';

const progress = (settled: number, bytes: number) => ({
	...initialProgress,
	phase: 'transferring' as const,
	toFetch: 100,
	settled,
	summary: {...initialProgress.summary, bytes},
});

const watch = (...moments: ReadonlyArray<[at: number, settled: number, bytes: number]>) =>
	moments.reduce<readonly Sample[]>(
		(samples, [at, settled, bytes]) => addSample(samples, progress(settled, bytes), at),
		[],
	);

test('tells a speed after a second, not before', () => {
	expect(toSpeed([])).toBeUndefined();
	expect(toSpeed(watch([0, 0, 0], [900, 1, 1000]))).toBeUndefined();
	expect(toSpeed(watch([0, 0, 0], [2000, 4, 1000]))).toEqual({
		bytesPerSecond: 500,
		filesPerSecond: 2,
	});
});

test('forgets what is older than ten seconds', () => {
	const samples = watch([0, 0, 0], [1000, 90, 9000], [12_000, 90, 9000], [14_000, 90, 9000]);
	expect(toSpeed(samples)).toEqual({bytesPerSecond: 0, filesPerSecond: 0});
});

test('is not negative when a retry throws bytes away', () => {
	expect(toSpeed(watch([0, 0, 5000], [2000, 0, 1000]))?.bytesPerSecond).toBe(0);
});

test('tells the time left from the files left', () => {
	const speed = {bytesPerSecond: 1, filesPerSecond: 4};
	expect(secondsLeft(progress(20, 0), speed)).toBe(20);
	expect(secondsLeft(progress(20, 0), {...speed, filesPerSecond: 0})).toBeUndefined();
	expect(secondsLeft({...progress(20, 0), phase: 'listing'}, speed)).toBeUndefined();
	expect(secondsLeft(progress(20, 0), undefined)).toBeUndefined();
});
