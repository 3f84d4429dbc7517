import {describe, expect, test} from 'vitest';
import {
	allow,
	greet,
	halve,
	hear,
	type PaceState,
	startPace,
	welcome,
} from '../../source/coros/pace-rule.js';
import {fc} from '../helpers/fast-check.js';

type Step = (state: PaceState) => PaceState;

const times = (count: number, step: Step): Step[] => Array.from({length: count}, () => step);
const all = (state: PaceState, ...steps: Step[]): PaceState =>
	steps.reduce((now, step) => step(now), state);
const answer =
	(ms: number, kind = 'file'): Step =>
	(state) =>
		hear(state, kind, ms);

const open = (most: number): PaceState => all(startPace(most), ...times(most, welcome));

test.each<[what: string, before: PaceState, steps: Step[], places: number]>([
	['begins with a few', startPace(8), [], 4],
	['begins with one where one is allowed', startPace(1), [], 1],
	['opens one with each success', startPace(8), times(3, welcome), 7],
	['opens one with each answer', startPace(8), times(3, greet), 7],
	['stops at what was allowed', startPace(8), times(50, welcome), 8],
	['halves at a refusal', open(8), [halve], 4],
	['halves again at the next', open(8), [halve, halve], 2],
	['keeps one, however often it is refused', open(8), times(9, halve), 1],
	[
		'opens one for a whole round of successes after that',
		open(8),
		[halve, ...times(4, welcome)],
		5,
	],
	['whatever is answered meanwhile', open(8), [halve, ...times(50, greet)], 4],
	['and not for less', open(8), [halve, ...times(3, welcome)], 4],
	['is as before after some rounds', open(8), [halve, ...times(4 + 5 + 6 + 7, welcome)], 8],
	['stays with steady answers', open(8), times(100, answer(200)), 8],
	[
		'stays with answers that are a little slower',
		open(8),
		[...times(8, answer(200)), ...times(40, answer(600))],
		8,
	],
	[
		'stays with a machine that is slow itself',
		open(8),
		[...times(8, answer(2)), ...times(40, answer(240))],
		8,
	],
	[
		'stays with one slow answer of a round',
		open(8),
		[...times(8, answer(200)), answer(9000), ...times(7, answer(200))],
		8,
	],
	[
		'halves when a round of answers takes much longer',
		open(8),
		[...times(8, answer(200)), ...times(8, answer(1000))],
		4,
	],
	[
		'halves again when the next round does',
		open(8),
		[...times(8, answer(200)), ...times(12, answer(1000))],
		2,
	],
	[
		'holds kinds of requests apart',
		open(8),
		[...times(8, answer(50, 'list')), ...times(16, answer(900))],
		8,
	],
	['closes places that are no longer allowed', open(8), [(state) => allow(state, 3)], 3],
	[
		'opens no lost place because more are allowed',
		open(8),
		[halve, (state) => allow(state, 32)],
		4,
	],
])('the pace %s', (_, before, steps, places) => {
	expect(all(before, ...steps).places).toBe(places);
});

const steps: fc.Arbitrary<Step> = fc.oneof(
	fc.constant(welcome),
	fc.constant(halve),
	fc
		.tuple(fc.double({min: 0, max: 60_000, noNaN: true}), fc.constantFrom('file', 'link', 'list'))
		.map(([ms, kind]) => answer(ms, kind)),
	fc.integer({min: 1, max: 32}).map(
		(most): Step =>
			(state) =>
				allow(state, most),
	),
);

describe('whatever happens, the pace', () => {
	test('has between one place and as many as are allowed, and whole ones', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 32}), fc.array(steps, {maxLength: 200}), (most, run) => {
				let state = startPace(most);
				for (const step of run) {
					state = step(state);
					expect(Number.isInteger(state.places)).toBe(true);
					expect(state.places).toBeGreaterThanOrEqual(1);
					expect(state.places).toBeLessThanOrEqual(state.most);
				}
			}),
		);
	});

	test('never grows by anything but a success or leave, and by one place at a time', () => {
		fc.assert(
			fc.property(fc.array(steps, {maxLength: 200}), (run) => {
				let state = startPace(16);
				for (const step of run) {
					const next = step(state);
					const grown = next.places - state.places;
					if (next.most === state.most) {
						expect(grown).toBeLessThanOrEqual(step === welcome ? 1 : 0);
					}

					if (step === halve) {
						expect(next.places).toBeLessThanOrEqual(Math.max(1, state.places / 2));
					}

					state = next;
				}
			}),
		);
	});

	test('keeps its places with a service whose answers vary by half, however long', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 5000}),
				fc.array(fc.double({min: 0.75, max: 1.25, noNaN: true}), {maxLength: 300}),
				(ms, factors) => {
					expect(all(open(8), ...factors.map((factor) => answer(ms * factor))).places).toBe(8);
				},
			),
		);
	});

	test('comes back to all places when the service is well again', () => {
		fc.assert(
			fc.property(fc.array(steps, {maxLength: 100}), (run) => {
				const {most} = all(startPace(8), ...run);
				expect(all(startPace(8), ...run, ...times(most * most, welcome)).places).toBe(most);
			}),
		);
	});
});
