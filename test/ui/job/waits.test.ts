import {expect, test} from 'vitest';
import type {ActiveTransfer} from '../../../source/backup/progress.js';
import {keepWaits, secondsToTry} from '../../../source/ui/job/waits.js';

const waiting = (waitMs: number) => ({attempt: 2, attempts: 6, waitMs, reason: 'away'});

const active = (retrying: ActiveTransfer['retrying']): ActiveTransfer => ({
	transfer: {id: '1', format: 'fit', file: '1.fit', name: 'Run', day: '2026-11-18'},
	received: 0,
	size: undefined,
	retrying,
});

test('a wait is counted from when it was first heard of, down to nothing', () => {
	const retrying = waiting(5000);
	const begun = keepWaits(new Map(), [active(retrying)], 1000);
	const kept = keepWaits(begun, [active(retrying)], 3500);
	expect(secondsToTry(begun, retrying, 1000)).toBe(5);
	expect(secondsToTry(kept, retrying, 3500)).toBe(3);
	expect(secondsToTry(kept, retrying, 60_000)).toBe(0);
	expect(secondsToTry(kept, waiting(5000), 1000)).toBe(0);
});

test('what waits no more is forgotten, and the next wait begins anew', () => {
	const first = waiting(5000);
	const second = waiting(9000);
	const begun = keepWaits(new Map(), [active(first)], 1000);
	expect(keepWaits(begun, [active(undefined)], 2000).size).toBe(0);
	const next = keepWaits(begun, [active(second)], 6000);
	expect([...next.keys()]).toEqual([second]);
	expect(secondsToTry(next, second, 6000)).toBe(9);
});
