import type {FitActivity, FitRecords} from '../fit/fit-activity.js';
import {createClock} from './clock.js';
import {deviceName} from './device-name.js';
import {fitSportName} from './fit-sport.js';
import {layOut} from './lay-out.js';
import type {ConvertOptions} from './options.js';
import {inPieces} from './pieces.js';
import {hasPosition, requireRoute} from './route.js';
import type {Rows} from './rows.js';
import {decimal, degrees, toLongitude, whole} from './write-number.js';
import {element, textElement, xmlOpening} from './xml.js';

/** Sensors beside the track, by the names that gpsbabel and Google's own example give them. */
const sensors = [
	{name: 'heartrate', column: 'heartRate', title: 'Heart rate (bpm)', least: 1, most: 255},
	{name: 'cadence', column: 'cadence', title: 'Cadence (rpm)', least: 0, most: 254},
	{name: 'power', column: 'power', title: 'Power (W)', least: 0, most: 65_535},
	{name: 'temperature', column: 'temperature', title: 'Temperature (°C)', least: -128, most: 127},
] as const;

const schema = sensors
	.map(
		({name, title}) =>
			`<gx:SimpleArrayField name="${name}" type="int"><displayName>${title}</displayName></gx:SimpleArrayField>\n`,
	)
	.join('');

const opening = `${xmlOpening}<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\n<Document>\n`;

const styles = `<Style id="way"><LineStyle><color>ff0000ff</color><width>3</width></LineStyle></Style>
<Schema id="sensors">
${schema}</Schema>
`;

/** Longitude, latitude and, where it is known, altitude. */
const place = ({latitude, longitude, altitude}: FitRecords, row: number, separator: string) => {
	const height = decimal(altitude[row], 2);
	const ground = `${toLongitude(longitude[row] ?? 0)}${separator}${degrees(latitude[row] ?? 0)}`;
	return height === '' ? ground : `${ground}${separator}${height}`;
};

/** The rows of a segment that are on the map, and when. */
const placedRows = (records: FitRecords, {from, to}: Rows) => {
	const clock = createClock();
	const rows: number[] = [];
	for (let row = from; row < to; row += 1) {
		if (hasPosition(records, row)) rows.push(row);
	}

	return {rows, timed: rows.filter((row) => clock(records.time[row] ?? Number.NaN) !== '')};
};

function* track(records: FitRecords, rows: readonly number[]): Generator<string> {
	const clock = createClock();
	yield '<gx:Track>\n<altitudeMode>clampToGround</altitudeMode>\n';
	for (const row of rows) yield `<when>${clock(records.time[row] ?? Number.NaN)}</when>\n`;
	for (const row of rows) yield `<gx:coord>${place(records, row, ' ')}</gx:coord>\n`;
	const arrays = sensors.map(({name, column, least, most}) => ({
		name,
		toText: (row: number) => whole(records[column][row], least, most),
	}));
	const present = arrays.filter(({toText}) => rows.some((row) => toText(row) !== ''));
	if (present.length > 0) {
		yield '<ExtendedData><SchemaData schemaUrl="#sensors">\n';
		for (const {name, toText} of present) {
			yield `<gx:SimpleArrayData name="${name}">\n`;
			// A sample without the value keeps its place.
			for (const row of rows) yield `<gx:value>${toText(row)}</gx:value>\n`;
			yield '</gx:SimpleArrayData>\n';
		}

		yield '</SchemaData></ExtendedData>\n';
	}

	yield '</gx:Track>\n';
}

function* kmlTexts(activity: FitActivity, {name}: ConvertOptions): Generator<string> {
	const {records, device} = activity;
	const legs = layOut(activity);
	const ways =
		legs.length > 0 ? legs : [{session: undefined, segments: [{from: 0, to: records.count}]}];
	const about = [fitSportName(ways[0]?.session?.sport), deviceName(device)].filter(Boolean);

	yield opening;
	yield `${textElement('name', name)}${textElement('description', about.join(', '))}\n${styles}`;
	for (const {session, segments} of ways) {
		const placed = segments.map((rows) => placedRows(records, rows));
		const title = element('name', fitSportName(session?.sport) ?? 'track');
		const timed = placed.filter((segment) => segment.timed.length > 0);
		if (timed.length > 0) {
			yield `<Placemark>\n${title}<styleUrl>#way</styleUrl>\n<gx:MultiTrack>\n`;
			for (const segment of timed) yield* track(records, segment.timed);
			yield '</gx:MultiTrack>\n</Placemark>\n';
		}

		// The way once more, for viewers that know no gx:Track. One point is no line.
		const lines = placed.filter(({rows}) => rows.length > 1);
		if (lines.length > 0) {
			yield '<Placemark>\n<name>path</name><styleUrl>#way</styleUrl>\n<MultiGeometry>\n';
			for (const {rows} of lines) {
				yield '<LineString>\n<tessellate>1</tessellate>\n<coordinates>\n';
				for (const row of rows) yield `${place(records, row, ',')}\n`;
				yield '</coordinates>\n</LineString>\n';
			}

			yield '</MultiGeometry>\n</Placemark>\n';
		}
	}

	yield '</Document>\n</kml>\n';
}

/**
 * Writes an activity as KML 2.2, in pieces to be joined or streamed: for each sport a `gx:MultiTrack`
 * with a `gx:Track` from one start of the timer to the next, times in UTC and the sensors beside it,
 * and the same way as plain lines for viewers that know no tracks. On the ground, since a watch's
 * altitude would bury half of it. Valid against the schemas.
 *
 * Throws a `KnownError` `no-route` where no record has a position.
 */
export const toKml = (activity: FitActivity, options: ConvertOptions = {}): Iterable<string> => {
	requireRoute(activity.records);
	return inPieces(kmlTexts(activity, options));
};
