import type {FitActivity, FitRecords} from '../fit/fit-activity.js';
import {createClock} from './clock.js';
import {deviceName} from './device-name.js';
import {fitSportName} from './fit-sport.js';
import {type Leg, layOut} from './lay-out.js';
import type {ConvertOptions} from './options.js';
import {inPieces} from './pieces.js';
import {hasPosition, requireRoute} from './route.js';
import type {Rows} from './rows.js';
import {decimal, degrees, toLongitude, whole} from './write-number.js';
import {element, textElement, xmlOpening} from './xml.js';

const opening = `${xmlOpening}<gpx version="1.1" creator="coros-tui" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2" xmlns:gpxpx="http://www.garmin.com/xmlschemas/PowerExtension/v1">\n`;

/** On lines of its own: without white space GDAL takes what is inside for one number. */
const extension = (name: string, content: string): string =>
	element(name, content === '' ? '' : `\n${content}\n`);

const createPointWriter = (records: FitRecords) => {
	const clock = createClock();
	const {time, latitude, longitude, altitude} = records;
	const {temperature, heartRate, cadence, speed, power} = records;

	return (row: number): string => {
		const sensors = extension(
			'gpxtpx:TrackPointExtension',
			element('gpxtpx:atemp', decimal(temperature[row], 1)) +
				element('gpxtpx:hr', whole(heartRate[row], 1, 255)) +
				element('gpxtpx:cad', whole(cadence[row], 0, 254)) +
				element('gpxtpx:speed', decimal(speed[row], 3)),
		);
		const watts = element('gpxpx:PowerInWatts', whole(power[row], 0, 65_535));
		const point =
			element('ele', decimal(altitude[row], 2)) +
			element('time', clock(time[row] ?? Number.NaN)) +
			element('extensions', sensors + extension('gpxpx:PowerExtension', watts));
		const place = `lat="${degrees(latitude[row] ?? 0)}" lon="${toLongitude(longitude[row] ?? 0)}"`;
		return `<trkpt ${place}>${point}</trkpt>\n`;
	};
};

/** What a track is called: of several, each by its sport. */
const trackName = (name: string | undefined, sport: string | undefined, isPart: boolean) =>
	isPart && sport !== undefined ? [name, sport].filter(Boolean).join(', ') : name;

function* gpxTexts(activity: FitActivity, {name}: ConvertOptions): Generator<string> {
	const {records, device} = activity;
	const clock = createClock();
	const toPoint = createPointWriter(records);
	const legs: ReadonlyArray<Pick<Leg, 'session' | 'segments' | 'startTime'>> = layOut(activity);
	// Without any time there is still the way.
	const tracks =
		legs.length > 0
			? legs
			: [{session: undefined, startTime: Number.NaN, segments: [{from: 0, to: records.count}]}];

	const isPlaced = ({from, to}: Rows) => {
		for (let row = from; row < to; row += 1) if (hasPosition(records, row)) return true;
		return false;
	};

	yield opening;
	const time = element('time', clock(tracks[0]?.startTime ?? Number.NaN));
	yield `<metadata>${textElement('name', name)}${time}</metadata>\n`;
	for (const {session, segments} of tracks) {
		const placed = segments.filter(isPlaced);
		if (placed.length === 0) continue;
		const sport = fitSportName(session?.sport);
		yield `<trk>\n${textElement('name', trackName(name, sport, tracks.length > 1))}`;
		yield `${textElement('src', deviceName(device))}${textElement('type', sport)}\n`;
		for (const {from, to} of placed) {
			yield '<trkseg>\n';
			for (let row = from; row < to; row += 1) {
				if (hasPosition(records, row)) yield toPoint(row);
			}

			yield '</trkseg>\n';
		}

		yield '</trk>\n';
	}

	yield '</gpx>\n';
}

/**
 * Writes an activity as GPX 1.1, in pieces to be joined or streamed: every record that has a
 * position, a track for each sport of a multi-sport activity, a segment from one start of the timer
 * to the next. Times are UTC. Heart rate, cadence (of one leg), temperature and speed (m/s) stand in
 * Garmin's TrackPointExtension v2, power in its PowerExtension v1. Valid against their schemas.
 *
 * Throws a `KnownError` `no-route` where no record has a position.
 */
export const toGpx = (activity: FitActivity, options: ConvertOptions = {}): Iterable<string> => {
	requireRoute(activity.records);
	return inPieces(gpxTexts(activity, options));
};
