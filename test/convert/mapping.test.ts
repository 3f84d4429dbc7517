import {describe, expect, test} from 'vitest';
import {toGpx} from '../../source/convert/to-gpx.js';
import {toKml} from '../../source/convert/to-kml.js';
import {toTcx} from '../../source/convert/to-tcx.js';
import {decodeFit} from '../../source/fit/decode-fit.js';
import type {FitActivity} from '../../source/fit/fit-activity.js';
import {buildActivity, startUnix} from '../fit/build-activity.js';
import {variants} from '../simulator/activities/variants.js';
import {makeFit} from '../ui/fit-activities.js';
import {convert, convertInput, inputs, readInput} from './inputs.js';
import {readCsv, readGpx, readKml, readTcx} from './read-back.js';

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const toIso = (seconds: number | undefined) =>
	new Date(seconds! * 1000).toISOString().replace('.000Z', 'Z');

describe('pauses', () => {
	const activity = decodeFit(buildActivity({seconds: 100, pauses: [30, 60]}));

	test('split the way where the timer starts again', () => {
		const segments = [0, 1, 2].map((wanted) =>
			readGpx(convert(activity, 'gpx')).filter(({segment}) => segment === wanted),
		);
		expect(segments.map(({length}) => length)).toEqual([30, 30, 39]);
		expect(segments[1]![0]!.time).toBe(startUnix + 31 + 60);
		expect(count(convert(activity, 'gpx'), /<trkseg>/g)).toBe(3);
		expect(count(convert(activity, 'kml'), /<gx:Track>/g)).toBe(3);
		expect(count(convert(activity, 'kml'), /<LineString>/g)).toBe(3);
		expect(count(convert(activity, 'tcx'), /<Track>/g)).toBe(3);
	});

	test('are no part of the time of a lap', () => {
		expect(readTcx(convert(activity, 'tcx')).laps).toEqual([
			{start: startUnix, seconds: 99, meters: 297},
		]);
		// A torn file has lost its laps and its session: its records tell.
		const torn = {...activity, laps: [], sessions: []};
		expect(readTcx(convert(torn, 'tcx')).laps).toEqual([
			{start: startUnix, seconds: 99, meters: 297},
		]);
	});
});

describe('laps', () => {
	const laps = variants.run;
	const activity = decodeFit(readInput('run'));
	const tcx = readTcx(convertInput('run', 'tcx'));

	test('have the sums of the FIT file', () => {
		expect(laps.plan.pauses).toBe(0);
		expect(tcx.laps.length).toBeGreaterThan(3);
		expect(tcx.laps).toEqual(
			activity.laps.map(({startTime, timerSeconds, distanceMeters}) => ({
				start: startTime,
				seconds: timerSeconds,
				meters: distanceMeters,
			})),
		);
		expect(sum(tcx.laps.map(({seconds}) => seconds))).toBe(activity.sessions[0]!.timerSeconds);
	});

	test('have each record once, from their start up to the next one’s', () => {
		expect(tcx.points).toHaveLength(activity.records.count);
		for (const {time, lap} of tcx.points) {
			expect(time).toBeGreaterThanOrEqual(tcx.laps[lap]!.start);
			expect(time).toBeLessThan(tcx.laps[lap + 1]?.start ?? Number.POSITIVE_INFINITY);
		}
	});

	test('are numbered the same in the CSV', () => {
		const rows = readCsv(convertInput('run', 'csv'));
		expect(rows.map(({lap}) => lap! - 1)).toEqual(tcx.points.map(({lap}) => lap));
		expect(rows.map(({seconds}) => seconds)).toEqual(
			[...activity.records.time].map((time) => time - activity.sessions[0]!.startTime!),
		);
	});

	test('that a torn file lost begin where its last one ended', () => {
		const first = activity.laps[0]!;
		const torn = {...activity, complete: false, laps: [first], sessions: []};
		const {laps, points} = readTcx(convert(torn, 'tcx'));
		const last = activity.records.time.at(-1)!;
		expect(laps.map(({start, seconds}) => [start, seconds])).toEqual([
			[first.startTime, first.timerSeconds],
			[first.endTime, last - first.endTime!],
		]);
		expect(points).toHaveLength(activity.records.count);
	});
});

describe('a multi-sport activity', () => {
	const activity = decodeFit(readInput('triathlon'));
	const starts = activity.sessions.map(({startTime}) => startTime!);

	test('is an activity of TCX for each session, with its sport and its records', () => {
		const {activities, points, laps} = readTcx(convertInput('triathlon', 'tcx'));
		expect(activities.map(({sport}) => sport)).toEqual([
			'Other',
			'Other',
			'Biking',
			'Other',
			'Running',
		]);
		expect(activities.map(({id}) => id)).toEqual(starts.map(toIso));
		expect(points).toHaveLength(activity.records.count);
		for (const {time, track} of points) {
			expect(time).toBeGreaterThanOrEqual(starts[track]!);
			expect(time).toBeLessThan(starts[track + 1] ?? Number.POSITIVE_INFINITY);
		}

		const timer = sum(activity.sessions.map(({timerSeconds}) => timerSeconds!));
		expect(sum(laps.map(({seconds}) => seconds))).toBeCloseTo(timer, 0);
	});

	test('is a track of GPX for each sport, named after both', () => {
		const gpx = convertInput('triathlon', 'gpx');
		const types = Array.from(gpx.matchAll(/<type>(\w+)</g), ([, type]) => type);
		expect(types).toEqual(['swimming', 'transition', 'cycling', 'transition', 'running']);
		expect(gpx).toContain('<name>triathlon, cycling</name>');
	});
});

describe('indoors', () => {
	test.each(inputs.filter(([title]) => /treadmill|indoor|pool|strength|yoga/.test(title)))(
		'there is TCX without positions, CSV, and no route: %s',
		(title, read) => {
			const activity = decodeFit(read());
			const tcx = convertInput(title, 'tcx');
			expect(readTcx(tcx).points).toHaveLength(activity.records.count);
			expect(tcx).not.toContain('Position');
			expect(readCsv(convertInput(title, 'csv'))).toHaveLength(activity.records.count);
			for (const write of [toGpx, toKml]) {
				expect(() => write(activity)).toThrow(expect.objectContaining({code: 'no-route'}));
			}
		},
	);
});

describe('names', () => {
	const named = (name: string, productName = 'COROS PACE 3') => {
		const activity = {
			...makeFit({count: 5}),
			device: {manufacturer: 294, product: 804, productName},
		};
		return (['gpx', 'tcx', 'kml'] as const).map((format) => convert(activity, format, name));
	};

	test('are escaped, and lose what XML cannot hold', () => {
		for (const text of named('A & B <i>"\'\u0000\u0008\uD800\uFFFE ok', 'X<&>')) {
			expect(text).toContain('A &amp; B &lt;i&gt;&quot;&apos; ok');
			expect(text).toContain('X&lt;&amp;&gt;');
		}
	});

	test('of people and places come as they are', () => {
		for (const text of named('Zürich 東京 🏃 Мир')) expect(text).toContain('Zürich 東京 🏃 Мир');
	});

	test('of the watch stand where each format has a place for them', () => {
		const [gpx, tcx, kml] = named('x');
		expect(gpx).toContain('<src>COROS PACE 3</src>');
		expect(tcx).toContain('<Creator xsi:type="Device_t"><Name>COROS PACE 3</Name>');
		expect(tcx).toContain('<ProductID>804</ProductID>');
		expect(kml).toContain('COROS PACE 3</description>');
	});
});

const withTimes = (...times: number[]): FitActivity => {
	const activity = makeFit({count: times.length});
	return {
		...activity,
		laps: [],
		sessions: [],
		records: {...activity.records, time: Float64Array.from(times)},
	};
};

test('times are UTC, with a fraction only where there is one', () => {
	const gpx = convert(withTimes(1_795_000_000, 1_795_000_000.25, 1_795_000_001), 'gpx');
	const times = Array.from(gpx.matchAll(/<ele>.*?<time>(.*?)</g), ([, time]) => time);
	expect(times).toEqual([
		'2026-11-18T11:06:40Z',
		'2026-11-18T11:06:40.250Z',
		'2026-11-18T11:06:41Z',
	]);
});

test('a clock that goes wrong for a second costs no other record its place', () => {
	const times = [1000, 1001, 9e12, 1002, Number.NaN, 1003];
	const activity = {...withTimes(...times), pauses: [{from: 1001, to: 1002}]};
	expect(readGpx(convert(activity, 'gpx')).map(({time, segment}) => [time, segment])).toEqual([
		[1000, 0],
		[1001, 0],
		[Number.NaN, 0],
		[1002, 1],
		[Number.NaN, 1],
		[1003, 1],
	]);
	expect(readTcx(convert(activity, 'tcx')).points.map(({time}) => time)).toEqual([
		1000, 1001, 1002, 1003,
	]);
});

test('laps and pauses beyond number take no time to speak of', () => {
	const [lap] = makeFit({count: 1}).laps;
	const laps = Array.from({length: 50_000}, (_, at) => ({
		...lap!,
		startTime: 1_795_000_000 + at / 10,
		timerSeconds: undefined,
	}));
	const pauses = laps.map(({startTime}) => ({from: startTime, to: startTime + 0.05}));
	const {laps: written, points} = readTcx(convert({...makeFit({count: 100}), laps, pauses}, 'tcx'));
	expect(written).toHaveLength(50_000);
	expect(points).toHaveLength(100);
});

test('steps stand in the extension, turns of the crank in TCX itself', () => {
	const run = convertInput('run', 'tcx');
	expect(run).toContain('<ns3:RunCadence>');
	expect(run).toContain('<ns3:AvgRunCadence>');
	expect(run).not.toContain('<Cadence>');
	const ride = convertInput('ride with 34 pauses', 'tcx');
	expect(ride).toContain('</HeartRateBpm><Cadence>');
	expect(ride).not.toContain('RunCadence');
});

test('a coordinate gives back the very number that the watch wrote', () => {
	const {latitude} = decodeFit(readInput('run')).records;
	const points = readGpx(convertInput('run', 'gpx'));
	const semicircles = (degrees: number) => Math.round((degrees * 2 ** 31) / 180);
	const unsplit = (degrees: number) => (degrees * 2 ** 31) / 180;
	const placed = latitude.filter((degrees) => !Number.isNaN(degrees));
	expect(points.map((point) => semicircles(point.latitude))).toEqual([...placed].map(semicircles));
	// Near enough to the whole number that no other is meant.
	for (const point of points) {
		const exact = unsplit(point.latitude);
		expect(Math.abs(exact - Math.round(exact))).toBeLessThan(0.1);
	}
});

test('the way across the date line is whole, a step at a time', () => {
	const {points, lines} = readKml(convertInput('run across the date line', 'kml'));
	const signs = new Set(points.map(({longitude}) => Math.sign(longitude)));
	expect(signs).toEqual(new Set([1, -1]));
	expect(lines).toHaveLength(points.length);
});

test('a hundred thousand records come in pieces, none of them large', () => {
	const activity = makeFit({count: 100_000});
	for (const [write, pattern] of [
		[toGpx, /<trkpt /g],
		[toTcx, /<Trackpoint>/g],
		[toKml, /<when>/g],
	] as const) {
		let found = 0;

		for (const piece of write(activity)) {
			expect(piece.length).toBeLessThan(66_000);
			found += count(piece, pattern);
		}

		expect(found).toBe(100_000);
	}
});
