import {expect, test} from 'vitest';
import {keptFault, toKeptText} from '../../source/disk/kept-file.js';

const about = {activity_id: '476018273645546497'};
const answer = {
	summary: {name: 'Before work ☀', distance: 400_050, ratio: 0.25},
	lapList: [1, null],
};
const bytes = Buffer.from(toKeptText(about, new Date('2026-05-01T06:20:00.123Z'), answer));
const faultOf = (damaged: Buffer) => keptFault(damaged.toString(), about);

test('a kept answer is whole as it was written', () => {
	expect(faultOf(bytes)).toBeUndefined();
});

test('any flipped bit of it is found, but one that makes another moment of when it was saved', () => {
	const moment = /"saved_at":"([^"]+)"/.exec(bytes.toString())!;
	const from = moment.index + '"saved_at":"'.length;
	const missed: number[] = [];
	for (let at = 0; at < bytes.length; at += 1) {
		for (let bit = 1; bit < 256; bit *= 2) {
			const damaged = Buffer.from(bytes);
			damaged[at] = damaged[at]! ^ bit;
			if (faultOf(damaged) === undefined) {
				missed.push(at);
				expect(damaged.toString()).toMatch(/"saved_at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/);
			}
		}
	}

	expect(missed.filter((at) => at < from || at >= from + moment[1]!.length)).toEqual([]);
});

test('any length of it but its own is found, and what was put after it', () => {
	// The last byte ends the line: without it every value is there.
	for (let length = 0; length < bytes.length - 1; length += 1) {
		expect(faultOf(bytes.subarray(0, length))).toBeDefined();
	}

	expect(faultOf(Buffer.concat([bytes, Buffer.from('x')]))).toBeDefined();
	expect(faultOf(Buffer.alloc(bytes.length))).toBeDefined();
});
