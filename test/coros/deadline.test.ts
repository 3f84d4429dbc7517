import {expect, test, vi} from 'vitest';
import {createDeadline} from '../../source/coros/deadline.js';

const {signal} = new AbortController();

test('a deadline passes where nothing is heard, and not where it was cleared', () => {
	vi.useFakeTimers();
	const [heard, cleared] = [createDeadline(100, signal), createDeadline(100, signal)];
	cleared.clear();
	vi.advanceTimersByTime(99);
	expect(heard.signal.aborted).toBe(false);
	vi.advanceTimersByTime(1);
	expect(heard).toMatchObject({expired: true, signal: {aborted: true}});
	expect(cleared).toMatchObject({expired: false, signal: {aborted: false}});
	vi.useRealTimers();
});

test('a deadline passes after its silence, and can be extended only up to its most', () => {
	vi.useFakeTimers();
	const deadline = createDeadline(100, signal, 250);
	for (let extended = 0; extended < 4; extended += 1) {
		vi.advanceTimersByTime(60);
		deadline.extend();
	}

	expect(deadline.expired).toBe(false);
	vi.advanceTimersByTime(9);
	expect(deadline.expired).toBe(false);
	vi.advanceTimersByTime(1);
	expect(deadline.expired).toBe(true);
	expect(deadline.signal.aborted).toBe(true);
	vi.useRealTimers();
});
