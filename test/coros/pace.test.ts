import {describe, expect, test} from 'vitest';
import {createPace} from '../../source/coros/pace.js';

const {signal} = new AbortController();

/** A pace whose places are all open. */
const openPace = (places: number) => {
	const pace = createPace(places);
	for (let success = 0; success < places; success += 1) {
		pace.succeed();
	}

	return pace;
};

/** Lets everything that is ready go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the pace', () => {
	test('lets in as many as there are places, and the next when one leaves', async () => {
		const pace = createPace(2);
		let inside = 0;
		const work = Array.from({length: 3}, async () => {
			await pace.enter(signal);
			inside += 1;
		});
		await settle();
		expect(inside).toBe(2);
		pace.leave();
		await Promise.all(work);
		expect(inside).toBe(3);
	});

	test('opens a place with every success until all are open', () => {
		const pace = createPace(8);
		expect(pace.limit).toBe(4);
		pace.succeed();
		expect(pace.limit).toBe(5);
		for (let success = 0; success < 20; success += 1) {
			pace.succeed();
		}

		expect(pace.limit).toBe(8);
	});

	test('halves its places when asked to slow down, once for all that are refused together', () => {
		const pace = openPace(8);
		pace.slowDown(1000);
		pace.slowDown(1000);
		expect(pace.limit).toBe(4);
	});

	test('never closes altogether, and opens again by itself', async () => {
		const pace = createPace(4);
		for (let refusal = 0; refusal < 10; refusal += 1) {
			pace.slowDown(0);
			await settle();
		}

		expect(pace.limit).toBe(1);
		for (let success = 0; success < 20; success += 1) {
			pace.succeed();
		}

		expect(pace.limit).toBe(4);
	});

	test('opens more places, or fewer, when told to; those lost to a refusal stay lost', () => {
		const pace = openPace(8);
		pace.allow(2);
		expect(pace.limit).toBe(2);
		pace.allow(8);
		expect(pace.limit).toBe(4);
		pace.slowDown(0);
		pace.allow(16);
		expect(pace.limit).toBe(2);
		for (let success = 0; success < 200; success += 1) {
			pace.succeed();
		}

		expect(pace.limit).toBe(16);
	});

	test('makes everybody wait as long as the service asked', async () => {
		const pace = createPace(4);
		const asked = Date.now();
		pace.slowDown(60);
		await pace.ready(signal);
		expect(Date.now() - asked).toBeGreaterThanOrEqual(59);
	});

	test('lets a waiter go when it is cancelled, and keeps the place for others', async () => {
		const pace = createPace(1);
		await pace.enter(signal);
		const stop = new AbortController();
		const waiting = pace.enter(stop.signal);
		const next = pace.enter(signal);
		stop.abort();
		await expect(waiting).rejects.toMatchObject({name: 'AbortError'});
		pace.leave();
		await expect(next).resolves.toBeUndefined();
	});
});
