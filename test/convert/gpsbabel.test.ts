import {describe, expect, test} from 'vitest';
import {decodeFit} from '../../source/fit/decode-fit.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {convert, hasRoute, inputs} from './inputs.js';
import {gpsbabelPoints, gpsbabelRecords, hasGpsbabel} from './judges.js';
import {type Point, readCsv, readGpx, readKml, readTcx} from './read-back.js';

type Column = 'time' | 'latitude' | 'longitude' | 'altitude' | 'heartRate' | 'cadence';

const near: Readonly<Record<Column, number>> = {
	time: 0,
	latitude: 1e-8,
	longitude: 1e-8,
	altitude: 1e-3,
	heartRate: 0,
	cadence: 0,
};

/** gpsbabel has no "missing" for these but 0. */
const known = (column: Column, value: number): number =>
	(column === 'heartRate' || column === 'cadence') && value === 0 ? Number.NaN : value;

/** Where two lists of points differ, value by value: nothing where they are the same. */
const differences = (
	ours: readonly Point[],
	theirs: readonly Point[],
	columns: readonly Column[],
) => {
	const found = ours.length === theirs.length ? [] : [`${ours.length} and ${theirs.length} points`];
	for (const [index, point] of theirs.entries()) {
		for (const column of columns) {
			const a = known(column, ours[index]?.[column] ?? Number.NaN);
			const b = known(column, point[column]);
			const isSame = Number.isNaN(a) ? Number.isNaN(b) : Math.abs(a - b) <= near[column];
			if (!isSame && found.length < 10) found.push(`${index} ${column}: ${a}, ${b}`);
		}
	}

	return found;
};

const placed = (points: readonly Point[]) => points.filter(({latitude}) => !Number.isNaN(latitude));
const where: readonly Column[] = ['time', 'latitude', 'longitude', 'altitude'];
const all: readonly Column[] = [...where, 'heartRate', 'cadence'];

const outdoors = inputs.filter(([, read]) => hasRoute(decodeFit(read())));
const indoors = inputs.filter(([, read]) => !hasRoute(decodeFit(read())));

describe.skipIf(!hasGpsbabel)('gpsbabel', () => {
	test.each(outdoors)(
		'reads in the FIT file every point of ours, value by value: %s',
		(_, read) => {
			const fit = read();
			const activity = decodeFit(fit);
			const theirs = gpsbabelPoints(temporaryFolder(), 'garmin_fit', fit);
			expect(theirs.length).toBeGreaterThan(0);
			expect(differences(readGpx(convert(activity, 'gpx')), theirs, all)).toEqual([]);
			expect(differences(placed(readTcx(convert(activity, 'tcx')).points), theirs, all)).toEqual(
				[],
			);
			expect(differences(readKml(convert(activity, 'kml')).points, theirs, all)).toEqual([]);
			// Only its own chain of segments differs: it splits no multi-sport activity.
			if (activity.sessions.length > 1) return;
			const segments = (points: readonly Point[]) => points.map(({segment}) => segment);
			expect(segments(readGpx(convert(activity, 'gpx')))).toEqual(segments(theirs));
		},
	);

	test.each(outdoors.filter(([title]) => title !== 'ultra'))(
		'reads back from our files what it reads in the FIT: %s',
		(_, read) => {
			const folder = temporaryFolder();
			const fit = read();
			const activity = decodeFit(fit);
			const theirs = gpsbabelPoints(folder, 'garmin_fit', fit);
			const gpx = gpsbabelPoints(folder, 'gpx', convert(activity, 'gpx'));
			expect(differences(gpx, theirs, all)).toEqual([]);
			// It knows no RunCadence; what it reads as turns of a crank is no less than that.
			const tcx = gpsbabelPoints(folder, 'gtrnctr', convert(activity, 'tcx'));
			expect(differences(placed(tcx), theirs, [...where, 'heartRate'])).toEqual([]);
			// The plain lines come without times, as another track.
			const kml = gpsbabelPoints(folder, 'kml', convert(activity, 'kml'));
			const timed = kml.filter(({time}) => !Number.isNaN(time));
			expect(differences(timed, theirs, where)).toEqual([]);
		},
	);

	test.each(indoors)('reads the samples of our CSV in the FIT without a route: %s', (_, read) => {
		const fit = read();
		const rows = readCsv(convert(decodeFit(fit), 'csv'));
		const theirs = gpsbabelRecords(temporaryFolder(), fit);
		expect(theirs).toHaveLength(rows.length);
		const value = (text: string | undefined) => Number(text || 0);
		for (const [index, row] of theirs.entries()) {
			const time = Date.parse(`${row.Date!.replaceAll('/', '-')}T${row.Time}Z`) / 1000;
			const ours = rows[index]!;
			expect([ours.time, ours.heart_rate_bpm || 0, ours.cadence_rpm || 0]).toEqual([
				time,
				value(row.Heartrate),
				value(row.Cadence),
			]);
		}
	});
});
