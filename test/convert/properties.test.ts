import {describe, expect, test} from 'vitest';
import {type ConvertFormat, convertFormats} from '../../source/convert/convert-format.js';
import {isKnownError} from '../../source/domain/known-error.js';
import type {FitActivity, FitRecords} from '../../source/fit/fit-activity.js';
import {createInspector} from '../../source/inspect/inspector.js';
import {fc} from '../helpers/fast-check.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {anyActivity, anyText} from './any-activity.js';
import {convert} from './inputs.js';
import {canValidate, complaints} from './judges.js';
import {type Point, readCsv, readGpx, readKml, readTcx} from './read-back.js';

type Column = Exclude<keyof FitRecords, 'count'>;

// What a value becomes: rounded to so many parts of a unit, and missing beyond these bounds.
const rules: Readonly<Record<Column, readonly [parts: number, least: number, most: number]>> = {
	time: [1000, 0, 253_402_300_799.999],
	latitude: [1e8, -90, 90],
	longitude: [1e8, -180, 180],
	altitude: [100, -1e9, 1e9],
	distance: [100, -1e9, 1e9],
	speed: [1000, -1e9, 1e9],
	heartRate: [1, 1, 255],
	cadence: [1, 0, 254],
	power: [1, 0, 65_535],
	temperature: [10, -1e9, 1e9],
};

const expected = ({count, ...columns}: FitRecords, changes: Partial<typeof rules> = {}) =>
	Array.from({length: count}, (_, row) => {
		const values = Object.entries({...rules, ...changes}).map(([name, [parts, least, most]]) => {
			const value = columns[name as Column][row]!;
			const rounded = Math.round(value * parts) / parts;
			return [name, rounded >= least && rounded <= most ? rounded : Number.NaN];
		});
		const point = Object.fromEntries(values) as Record<Column, number>;
		const isPlaced =
			Math.abs(columns.latitude[row]!) <= 90 && Math.abs(columns.longitude[row]!) <= 180;
		return isPlaced ? point : {...point, latitude: Number.NaN, longitude: Number.NaN};
	});

const hasPlace = ({latitude}: {readonly latitude: number}) => !Number.isNaN(latitude);
const hasTime = ({time}: {readonly time: number}) => !Number.isNaN(time);

const isNear = (a: number, b: number, slack: number) =>
	Number.isNaN(a) || Number.isNaN(b)
		? Number.isNaN(a) === Number.isNaN(b)
		: Math.abs(a - b) <= slack;

/** The same east and west of the 180th meridian. */
const wrap = (value: number) => (value === 180 ? -180 : value);

const expectSame = (
	read: readonly Partial<Point>[],
	wanted: readonly Record<Column, number>[],
	without: readonly Column[],
) => {
	expect(read).toHaveLength(wanted.length);
	for (const [row, point] of wanted.entries()) {
		for (const column of Object.keys(rules) as Column[]) {
			if (without.includes(column)) continue;
			const a = read[row]![column] ?? Number.NaN;
			const slack = column === 'time' ? 1e-3 : 1e-8;
			if (!isNear(wrap(a), wrap(point[column]), slack))
				expect([row, column, a]).toEqual([row, column, point[column]]);
		}
	}
};

/** The text, or nothing where the activity has none of that format. */
const text = (activity: FitActivity, format: ConvertFormat, name?: string): string | undefined => {
	try {
		return convert(activity, format, name);
	} catch (error) {
		if (isKnownError(error)) return undefined;
		throw error;
	}
};

const runs = {numRuns: 400};

describe('any activity', () => {
	test('becomes GPX with every record that has a place', () => {
		fc.assert(
			fc.property(anyActivity, anyText, (activity, name) => {
				const gpx = text(activity, 'gpx', name);
				const wanted = expected(activity.records).filter(hasPlace);
				expect(gpx === undefined).toBe(wanted.length === 0);
				if (gpx !== undefined) expectSame(readGpx(gpx), wanted, ['distance']);
			}),
			runs,
		);
	});

	test('becomes TCX with every record that has a time', () => {
		fc.assert(
			fc.property(anyActivity, anyText, (activity, name) => {
				const tcx = text(activity, 'tcx', name);
				const wanted = expected(activity.records).filter(hasTime);
				if (tcx === undefined) expect(wanted).toEqual([]);
				else expectSame(readTcx(tcx).points, wanted, ['temperature']);
			}),
			runs,
		);
	});

	test('becomes KML with every record that has both, and the whole way in lines', () => {
		const whole = {temperature: [1, -128, 127]} as const;
		fc.assert(
			fc.property(anyActivity, anyText, (activity, name) => {
				const kml = text(activity, 'kml', name);
				const placed = expected(activity.records, whole).filter(hasPlace);
				expect(kml === undefined).toBe(placed.length === 0);
				if (kml === undefined) return;
				const {points, lines} = readKml(kml);
				expectSame(points, placed.filter(hasTime), ['distance', 'speed']);
				expect(lines.length).toBeLessThanOrEqual(placed.length);
			}),
			runs,
		);
	});

	test('becomes CSV with every record', () => {
		fc.assert(
			fc.property(anyActivity, (activity) => {
				const rows = readCsv(convert(activity, 'csv')).map((row) => ({
					time: row.time!,
					latitude: row.latitude!,
					longitude: row.longitude!,
					altitude: row.altitude_m!,
					distance: row.distance_m!,
					speed: row.speed_m_s!,
					heartRate: row.heart_rate_bpm!,
					cadence: row.cadence_rpm!,
					power: row.power_w!,
					temperature: row.temperature_c!,
				}));
				expectSame(rows, expected(activity.records, {cadence: [1, 0, 255]}), []);
			}),
			runs,
		);
	});

	test('becomes files that a backup would take for whole ones', () => {
		fc.assert(
			fc.property(anyActivity, anyText, (activity, name) => {
				for (const format of convertFormats) {
					const inspector = createInspector(format);
					const content = text(activity, format, name);
					if (content === undefined) continue;
					inspector.write(new TextEncoder().encode(content));
					expect(inspector.end()).toMatchObject({ok: true});
				}
			}),
			{numRuns: 100},
		);
	});

	test.skipIf(!canValidate).each(['gpx', 'tcx', 'kml'] as const)('becomes valid %s', (format) => {
		const texts = fc
			.sample(fc.tuple(anyActivity, anyText), 300)
			.map(([activity, name], index) => [String(index), text(activity, format, name)] as const)
			.filter((entry): entry is [string, string] => entry[1] !== undefined);
		expect(texts.length).toBeGreaterThan(100);
		expect(complaints(temporaryFolder(), format, texts)).toEqual([]);
	});
});
