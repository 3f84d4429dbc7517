import {describe, expect, test} from 'vitest';
import {KnownError} from '../../source/domain/known-error.js';
import {backoffMs, waitBeforeRetry, withRetry} from '../../source/domain/retry.js';

const {signal} = new AbortController();
const policy = {attempts: 4, baseMs: 100};

describe('trying again', () => {
	test('waits longer from try to try, never less than half and never for ever', () => {
		expect([2, 3, 4].map((next) => backoffMs(next, 100, () => 0))).toEqual([50, 100, 200]);
		expect([2, 3, 4].map((next) => backoffMs(next, 100, () => 1))).toEqual([100, 200, 400]);
		expect(backoffMs(40, 100, () => 1)).toBe(30_000);
	});

	test('obeys the service, but does not wait for an hour', () => {
		const asked = (retryAfterMs: number) =>
			waitBeforeRetry(new KnownError('rate-limited', {retryAfterMs}), 2, policy)?.waitMs;
		expect(asked(7000)).toBe(7000);
		expect(asked(3_600_000)).toBeUndefined();
	});

	test('makes sense only for what can pass', async () => {
		let tries = 0;
		const failing = (code: 'offline' | 'wrong-password') =>
			withRetry({attempts: 3, baseMs: 1}, signal, async () => {
				tries += 1;
				throw new KnownError(code);
			});
		await expect(failing('offline')).rejects.toMatchObject({code: 'offline'});
		expect(tries).toBe(3);
		await expect(failing('wrong-password')).rejects.toMatchObject({code: 'wrong-password'});
		expect(tries).toBe(4);
	});
});
