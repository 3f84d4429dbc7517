import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {checkFit} from '../../source/fit/check-fit.js';
import {decodeFit} from '../../source/fit/decode-fit.js';
import {describeWithShared, sharedFile} from '../helpers/shared.js';
import {buildActivity} from './build-activity.js';
import {compareWithFitFileParser} from './compare-fit.js';

const samples = [
	{
		file: 'samples/mit/20210507_run_coros_pace_2.fit',
		records: 2364,
		positions: 2348,
		laps: 1,
		pauses: 0,
		startTime: 1_620_395_017,
	},
	{
		file: 'samples/mit/coros-pace-2-cycling-misaligned-fields.fit',
		records: 11_272,
		positions: 10_305,
		laps: 4,
		pauses: 5,
		startTime: 1_603_624_219,
	},
];

describeWithShared('real COROS files', () => {
	test.each(samples)('$file is whole', ({file, records, startTime}) => {
		const bytes = readFileSync(sharedFile(file));
		expect(checkFit(bytes)).toEqual({ok: true, parts: 1, records, startTime});
	});

	test.each(samples)('$file decodes', ({file, records, positions, laps, pauses}) => {
		const activity = decodeFit(readFileSync(sharedFile(file)));
		expect(activity.records.count).toBe(records);
		expect(activity.records.latitude.filter((degrees) => !Number.isNaN(degrees))).toHaveLength(
			positions,
		);
		expect(activity.laps).toHaveLength(laps);
		expect(activity.sessions).toHaveLength(1);
		expect(activity.pauses).toHaveLength(pauses);
		expect(activity.device).toEqual({manufacturer: 294, product: 802, productName: 'COROS PACE 2'});
	});

	test('the pauses of the ride are the gaps in its records', () => {
		const {pauses, records, sessions} = decodeFit(readFileSync(sharedFile(samples[1]!.file)));
		const paused = pauses.reduce((sum, {from, to}) => sum + to - from, 0);
		const {elapsedSeconds = 0, timerSeconds = 0} = sessions[0] ?? {};
		expect(Math.abs(elapsedSeconds - timerSeconds - paused)).toBeLessThanOrEqual(5);
		for (const {from, to} of pauses) {
			expect(records.time.filter((time) => time > from && time < to)).toHaveLength(0);
		}
	});

	test.each(samples)('fit-file-parser reads the same values in $file', async ({file}) => {
		const bytes = readFileSync(sharedFile(file));
		expect(await compareWithFitFileParser(decodeFit(bytes), bytes)).toEqual([]);
	});
});

test.each([{bigEndian: false}, {bigEndian: true}])(
	'fit-file-parser reads the same values in a file of ours, %o',
	async (order) => {
		const bytes = buildActivity({seconds: 120, pauses: [30, 60], ...order});
		expect(await compareWithFitFileParser(decodeFit(bytes), bytes)).toEqual([]);
	},
);
