import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import FitParser from 'fit-file-parser';
import {describe, expect, test} from 'vitest';
import {recordActivity} from '../../../source/simulator/activities/recording/record-activity.js';
import {noFix} from '../../../source/simulator/activities/recording/recording.js';
import {renderFile} from '../../../source/simulator/files/render-file.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';
import {fitVariants, variants} from '../activities/variants.js';

const isMissing = spawnSync('gpsbabel', ['-V']).error !== undefined;
if (isMissing) {
	process.stderr.write('SKIPPED, no gpsbabel on the PATH: test/simulator/files/fit-readers\n');
}

/** The number of points gpsbabel finds; `all` counts those without a position too. */
const countPoints = (file: Uint8Array, all: boolean) => {
	const folder = temporaryFolder();
	const fit = path.join(folder, 'a.fit');
	const out = path.join(folder, 'out');
	writeFileSync(fit, file);
	const input = all ? 'garmin_fit,allpoints=1' : 'garmin_fit';
	const output = all ? 'unicsv' : 'gpx';
	const {status, stderr} = spawnSync('gpsbabel', [
		'-t',
		'-i',
		input,
		'-f',
		fit,
		'-o',
		output,
		'-F',
		out,
	]);
	const text = status === 0 ? readFileSync(out, 'utf8') : '';
	const points = all
		? Math.max(0, text.trim().split('\n').length - 1)
		: (text.match(/<trkpt /g) ?? []).length;
	return {status, complaints: String(stderr), points};
};

describe.skipIf(isMissing)('gpsbabel', () => {
	test.each(fitVariants)('reads every point: %s', (_, activity) => {
		const {samples} = recordActivity(activity);
		const located = samples.latitude.filter((value) => value !== noFix).length;
		const file = renderFile(activity, 'fit')!;
		expect(countPoints(file, located === 0)).toEqual({
			status: 0,
			complaints: '',
			points: located === 0 ? samples.length : located,
		});
	});
});

const read = async (file: Uint8Array) => {
	const parser = new FitParser({force: false, speedUnit: 'm/s', lengthUnit: 'm', mode: 'list'});
	const {
		sessions = [],
		laps = [],
		records = [],
		activity,
	} = await parser.parseAsync(Buffer.from(file));
	return {sessions, laps, records, activity};
};

describe('fit-file-parser', () => {
	test.each(fitVariants)(
		'finds the numbers of the list in the sessions: %s',
		async (_, activity) => {
			const {item, plan} = activity;
			const {sessions, records, laps, activity: summary} = await read(renderFile(activity, 'fit')!);
			const sum = (pick: (session: (typeof sessions)[number]) => number | undefined) =>
				sessions.reduce((total, session) => total + (pick(session) ?? 0), 0);
			expect(sessions).toHaveLength(Math.max(1, plan.legs.length));
			expect(new Date(sessions[0]!.start_time!).getTime() / 1000).toBe(item.startTime);
			expect(sum((session) => session.total_timer_time)).toBe(item.workoutTime);
			expect(sum((session) => session.total_elapsed_time)).toBe(item.totalTime);
			expect(sum((session) => session.total_distance)).toBeCloseTo(Number(item.distance), 1);
			expect(Math.abs(sum((session) => session.total_ascent) - Number(item.ascent))).toBeLessThan(
				4,
			);
			expect(records).toHaveLength(plan.workoutSeconds + 1 + plan.pauses);
			expect(summary!.total_timer_time).toBe(item.totalTime);
			if (plan.legs.length === 0) {
				expect(sessions[0]!.avg_heart_rate ?? 0).toBe(item.avgHr);
			}

			const lapTimers = laps.reduce((total, lap) => total + (lap.total_timer_time ?? 0), 0);
			if (laps.length > 0) expect(lapTimers).toBe(item.workoutTime);
		},
	);

	test('reads in each record what the watch recorded', async () => {
		const {samples} = recordActivity(variants['run with a pause']);
		const {records} = await read(renderFile(variants['run with a pause'], 'fit')!);
		for (let index = 20; index < samples.length; index += 37) {
			const record = records[index]!;
			expect(new Date(record.timestamp!).getTime() / 1000).toBe(samples.time[index]);
			expect(record.distance).toBe(Math.round(samples.meters[index]!));
			expect(record.heart_rate).toBe(samples.heartRate[index]);
			expect(record.altitude).toBe(Math.round(samples.altitude[index]!));
			expect(record.speed).toBeCloseTo(samples.speed[index]!, 3);
			expect(record.cadence).toBe(samples.cadence[index]);
			if (samples.latitude[index] !== noFix) {
				expect(record.position_lat).toBeCloseTo(samples.latitude[index]! / 1e7, 5);
				expect(record.position_long).toBeCloseTo(samples.longitude[index]! / 1e7, 5);
			}
		}
	});

	test('reads five sessions of a triathlon, one after the other', async () => {
		const {sessions, activity} = await read(renderFile(variants.triathlon, 'fit')!);
		expect(sessions.map(({sport}) => sport)).toEqual([
			'swimming',
			'transition',
			'cycling',
			'transition',
			'running',
		]);
		expect(activity!.num_sessions).toBe(5);
		for (const [index, session] of sessions.entries()) {
			if (index > 0) expect(session.start_time).toEqual(sessions[index - 1]!.timestamp);
		}
	});
});
