import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {decodeFit} from '../../source/fit/decode-fit.js';
import {describeWithShared, sharedFile} from '../helpers/shared.js';
import {buildActivity} from './build-activity.js';
import {chained, mutations} from './mutations.js';

const isMissing = spawnSync('gpsbabel', ['-V']).error !== undefined;
if (isMissing)
	process.stderr.write('SKIPPED, no gpsbabel on the PATH: test/fit/gpsbabel.test.ts\n');

const folder = mkdtempSync(path.join(tmpdir(), 'coros-tui-fit-'));
afterAll(() => rmSync(folder, {recursive: true}));

/** Has gpsbabel read a FIT file: whether it accepts it, and the GPX that it makes of it. */
const gpsbabel = (bytes: Uint8Array) => {
	const fit = path.join(folder, 'a.fit');
	const gpx = path.join(folder, 'a.gpx');
	writeFileSync(fit, bytes);
	rmSync(gpx, {force: true});
	const {status} = spawnSync('gpsbabel', [
		'-t',
		'-i',
		'garmin_fit',
		'-f',
		fit,
		'-o',
		'gpx',
		'-F',
		gpx,
	]);
	return {accepts: status === 0, gpx: status === 0 ? readFileSync(gpx, 'utf8') : ''};
};

const point =
	/<trkpt lat="([^"]+)" lon="([^"]+)">\s*(?:<ele>([^<]+)<\/ele>)?\s*<time>([^<]+)<\/time>/g;

const pointsOf = (gpx: string): number[][] =>
	Array.from(gpx.matchAll(point), ([, latitude, longitude, altitude, time]) => [
		Date.parse(time ?? '') / 1000,
		Number(latitude),
		Number(longitude),
		Number(altitude),
	]);

/** gpsbabel prints nine decimals; a missing altitude is NaN on both sides. */
const isSame = (ours: number, theirs: number): boolean =>
	Object.is(ours, theirs) || Math.abs(ours - theirs) < 1e-8;

const expectSamePoints = (bytes: Uint8Array) => {
	const {count, time, latitude, longitude, altitude} = decodeFit(bytes).records;
	const rows = Array.from({length: count}, (_, row) => row).filter(
		(row) => !Number.isNaN(latitude[row]),
	);
	const ours = rows.map((row) => [time[row]!, latitude[row]!, longitude[row]!, altitude[row]!]);
	const theirs = pointsOf(gpsbabel(bytes).gpx);
	expect(theirs).toHaveLength(ours.length);
	const differing = ours.filter((values, row) =>
		values.some((value, column) => !isSame(value, theirs[row]![column]!)),
	);
	expect(differing).toEqual([]);
	return ours.length;
};

describe.skipIf(isMissing)('gpsbabel', () => {
	test.each(mutations)('agrees on $title', ({bytes, verdict, passesGpsbabel = false}) => {
		expect(gpsbabel(bytes).accepts).toBe(verdict === true || passesGpsbabel);
	});

	test('accepts chained parts, of which it reads the first', () => {
		expect(gpsbabel(chained).accepts).toBe(true);
	});

	test.each([
		{title: 'little-endian', options: {}},
		{title: 'big-endian', options: {bigEndian: true}},
		{title: 'paused', options: {pauses: [10, 20, 30]}},
	])('reads the same points in a $title file of ours', ({options}) => {
		expect(expectSamePoints(buildActivity({seconds: 50, ...options}))).toBe(49);
	});
});

describeWithShared('gpsbabel and real COROS files', () => {
	test.skipIf(isMissing).each([
		['20210507_run_coros_pace_2.fit', 2348],
		['coros-pace-2-cycling-misaligned-fields.fit', 10_305],
	])('reads the same points in %s', (file, points) => {
		expect(expectSamePoints(readFileSync(sharedFile(`samples/mit/${file}`)))).toBe(points);
	});
});
