import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {recordActivity} from '../../../source/simulator/activities/recording/record-activity.js';
import {noFix} from '../../../source/simulator/activities/recording/recording.js';
import {renderFile} from '../../../source/simulator/files/render-file.js';
import {describeWithShared, sharedFile} from '../../helpers/shared.js';
import {fitVariants, variants} from '../activities/variants.js';
import {parseFit, type RawMessage} from './parse-fit.js';

const parse = (activity: (typeof variants)[keyof typeof variants]) =>
	parseFit(renderFile(activity, 'fit')!);

/** Message numbers with runs of equal ones drawn together. */
const orderOf = (messages: readonly RawMessage[]) =>
	messages
		.map(({message}) => message)
		.filter((message, index, all) => message !== all[index - 1])
		.join(' ');

const fieldsOf = (messages: readonly RawMessage[], message: number) =>
	messages.filter((other) => other.message === message).map(({fields}) => fields.join(' '));

describe('the layout of a FIT file', () => {
	test.each(fitVariants)('has header, checksums and order of COROS: %s', (_, activity) => {
		const pauses = activity.plan.pauses;
		expect(orderOf(parse(activity))).toMatch(
			new RegExp(`^0 207 23 34 206 21 20 (21 20 ){${pauses}}21 (19 )?18$`),
		);
	});

	test('declares four bytes in one wherever the timer goes on', () => {
		const events = parse(variants['ride with 34 pauses']).filter(({message}) => message === 21);
		const resumed = events.filter(({fields}) => fields.includes(3));
		expect(events).toHaveLength(1 + 34 * 2 + 1);
		expect(resumed).toHaveLength(34);
		expect(resumed.every(({sizes}) => sizes.at(-1) === 1)).toBe(true);
	});

	test('gives records neither position nor heart rate at first, and both later', () => {
		const records = parse(variants.run).filter(({message}) => message === 20);
		const first = (field: number) => records.findIndex(({fields}) => fields.includes(field));
		expect(records[0]!.fields).toEqual([253, 5, 42]);
		expect(first(0)).toBeGreaterThanOrEqual(3);
		expect(first(0)).toBeLessThanOrEqual(15);
		expect(first(3)).toBeGreaterThanOrEqual(3);
		expect(first(3)).toBeLessThanOrEqual(15);
	});

	test("turns degrees into semicircles with COROS's factor, not with 2^31 / 180", () => {
		const {samples} = recordActivity(variants.run);
		const records = parse(variants.run).filter(({message}) => message === 20);
		for (let index = 30; index < records.length; index += 50) {
			if (samples.latitude[index] === noFix) continue;
			const expected = Math.round((samples.latitude[index]! / 1e7) * 11_930_465);
			expect(records[index]!.values.get(0)).toBe(expected);
		}
	});

	test('writes zeros for a heart rate that is never found, and no average', () => {
		const messages = parse(variants['run without heart rate']);
		const beats = messages
			.filter(({message, fields}) => message === 20 && fields.includes(3))
			.map(({values}) => values.get(3));
		expect(beats.length).toBeGreaterThan(1000);
		expect(new Set(beats)).toEqual(new Set([0]));
		expect(messages.at(-1)!.fields).not.toContain(16);
	});

	test('puts the effort pace into the runs of newer watches only', () => {
		const of = (name: keyof typeof variants) =>
			new Set(parse(variants[name]).flatMap(({developerFields}) => developerFields));
		expect(of('run')).toEqual(new Set([16]));
		expect(of('run of the first watch')).toEqual(new Set());
		expect(of('hike')).toEqual(new Set());
	});

	test('says early that the timer ran as long as the clock, and knows the offset', () => {
		const activity = variants['ride with 34 pauses'];
		const {values} = parse(activity).find(({message}) => message === 34)!;
		expect(values.get(0)).toBe(Number(activity.item.totalTime) * 1000);
		expect(values.get(5)! - values.get(253)!).toBe(Number(activity.item.startTimezone) * 900);
	});

	test('is made some minutes after the end', () => {
		for (const [, activity] of fitVariants) {
			const created = parse(activity)[0]!.values.get(4)! + 631_065_600;
			const after = created - Number(activity.item.endTime);
			expect(after).toBeGreaterThanOrEqual(60);
			expect(after).toBeLessThanOrEqual(300);
		}
	});
});

describeWithShared('beside a real file of a COROS PACE 2', () => {
	const real = parseFit(readFileSync(sharedFile('samples/mit/20210507_run_coros_pace_2.fit')));
	const ours = parse(variants['run of the first watch']);

	test.each([0, 207, 23, 34, 21, 19, 18])(
		'message %i has the same fields in the same order',
		(message) => {
			expect(fieldsOf(ours, message)[0]).toBe(fieldsOf(real, message)[0]);
		},
	);

	test('a record under way has the same fields in the same order', () => {
		const middle = (messages: readonly string[]) => messages[Math.floor(messages.length / 3)];
		expect(middle(fieldsOf(ours, 20))).toBe(middle(fieldsOf(real, 20)));
	});
});
