import {SaxesParser, type SaxesTagNS} from 'saxes';

/** A point as a reader of the text sees it; NaN where it says nothing. */
export type Point = {
	time: number;
	latitude: number;
	longitude: number;
	altitude: number;
	distance: number;
	speed: number;
	heartRate: number;
	cadence: number;
	power: number;
	temperature: number;
	/** Counted from 0: GPX tracks, TCX activities, KML placemarks with tracks. */
	track: number;
	/** Counted from 0 through the file. */
	segment: number;
	/** Counted from 0 through the file; TCX alone has them. */
	lap: number;
};

const blank = (): Point => ({
	time: Number.NaN,
	latitude: Number.NaN,
	longitude: Number.NaN,
	altitude: Number.NaN,
	distance: Number.NaN,
	speed: Number.NaN,
	heartRate: Number.NaN,
	cadence: Number.NaN,
	power: Number.NaN,
	temperature: Number.NaN,
	track: -1,
	segment: -1,
	lap: -1,
});

const gpx = 'http://www.topografix.com/GPX/1/1';
const trackPoint = 'http://www.garmin.com/xmlschemas/TrackPointExtension/v2';
const power = 'http://www.garmin.com/xmlschemas/PowerExtension/v1';
const tcx = 'http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2';
const activity = 'http://www.garmin.com/xmlschemas/ActivityExtension/v2';
const kml = 'http://www.opengis.net/kml/2.2';
const google = 'http://www.google.com/kml/ext/2.2';

const seconds = (text: string) => Date.parse(text) / 1000;

/** Calls with every element that ends: its name in Clark's form, its text, its parent. */
const walk = (
	text: string,
	{
		open,
		close,
	}: {
		open?: (name: string, tag: SaxesTagNS) => void;
		close: (name: string, text: string, parent: string) => void;
	},
) => {
	const parser = new SaxesParser({xmlns: true});
	const path: string[] = [];
	let inside = '';
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', (tag) => {
		path.push(`{${tag.uri}}${tag.local}`);
		inside = '';
		open?.(path.at(-1)!, tag);
	});
	parser.on('text', (more) => {
		inside += more;
	});
	parser.on('closetag', () => {
		const name = path.pop()!;
		close(name, inside, path.at(-1) ?? '');
		inside = '';
	});
	parser.write(text).close();
};

/** What a strict reader finds in a GPX 1.1 file; anybody's, as long as it uses these namespaces. */
export const readGpx = (text: string, extension = trackPoint): Point[] => {
	const points: Point[] = [];
	let now = blank();
	let track = -1;
	let segment = -1;
	walk(text, {
		open(name, tag) {
			if (name === `{${gpx}}trk`) track += 1;
			if (name === `{${gpx}}trkseg`) segment += 1;
			if (name !== `{${gpx}}trkpt`) return;
			now = {...blank(), track, segment};
			now.latitude = Number(tag.attributes.lat!.value);
			now.longitude = Number(tag.attributes.lon!.value);
		},
		close(name, inside, parent) {
			if (name === `{${gpx}}trkpt`) points.push(now);
			if (name === `{${gpx}}time` && parent === `{${gpx}}trkpt`) now.time = seconds(inside);
			if (name === `{${gpx}}ele`) now.altitude = Number(inside);
			if (name === `{${extension}}hr`) now.heartRate = Number(inside);
			if (name === `{${extension}}cad`) now.cadence = Number(inside);
			if (name === `{${extension}}atemp`) now.temperature = Number(inside);
			if (name === `{${extension}}speed`) now.speed = Number(inside);
			if (name === `{${power}}PowerInWatts`) now.power = Number(inside);
		},
	});
	return points;
};

export type TcxLap = {readonly start: number; readonly seconds: number; readonly meters: number};

/** What a strict reader finds in a TCX file. */
export const readTcx = (text: string) => {
	const points: Point[] = [];
	const laps: TcxLap[] = [];
	const activities: Array<{sport: string; id: string; creator?: string; notes?: string}> = [];
	let now = blank();
	let segment = -1;
	let lap = {start: Number.NaN, seconds: Number.NaN, meters: Number.NaN};
	walk(text, {
		open(name, tag) {
			if (name === `{${tcx}}Activity`)
				activities.push({sport: tag.attributes.Sport!.value, id: ''});
			if (name === `{${tcx}}Track`) segment += 1;
			if (name === `{${tcx}}Lap`) {
				lap = {start: seconds(tag.attributes.StartTime!.value), seconds: NaN, meters: NaN};
				laps.push(lap);
			}

			if (name !== `{${tcx}}Trackpoint`) return;
			now = {...blank(), track: activities.length - 1, segment, lap: laps.length - 1};
		},
		close(name, inside, parent) {
			const inPoint = parent === `{${tcx}}Trackpoint`;
			if (name === `{${tcx}}Id`) activities.at(-1)!.id = inside;
			if (name === `{${tcx}}Name`) activities.at(-1)!.creator = inside;
			if (name === `{${tcx}}Notes`) activities.at(-1)!.notes = inside;
			if (name === `{${tcx}}TotalTimeSeconds`) lap.seconds = Number(inside);
			if (name === `{${tcx}}DistanceMeters` && !inPoint) lap.meters = Number(inside);
			if (name === `{${tcx}}Trackpoint`) points.push(now);
			if (name === `{${tcx}}Time`) now.time = seconds(inside);
			if (name === `{${tcx}}LatitudeDegrees`) now.latitude = Number(inside);
			if (name === `{${tcx}}LongitudeDegrees`) now.longitude = Number(inside);
			if (name === `{${tcx}}AltitudeMeters`) now.altitude = Number(inside);
			if (name === `{${tcx}}DistanceMeters` && inPoint) now.distance = Number(inside);
			if (name === `{${tcx}}Value` && parent === `{${tcx}}HeartRateBpm`)
				now.heartRate = Number(inside);
			if (name === `{${tcx}}Cadence` && inPoint) now.cadence = Number(inside);
			if (name === `{${activity}}RunCadence`) now.cadence = Number(inside);
			if (name === `{${activity}}Speed`) now.speed = Number(inside);
			if (name === `{${activity}}Watts`) now.power = Number(inside);
		},
	});
	return {points, laps, activities};
};

const toPlace = (text: string, separator: string) => {
	const [longitude, latitude, altitude] = text.split(separator).map(Number);
	return {longitude: longitude!, latitude: latitude!, altitude: altitude ?? Number.NaN};
};

const kmlColumns = {
	heartrate: 'heartRate',
	cadence: 'cadence',
	power: 'power',
	temperature: 'temperature',
} as const;

/** What a strict reader finds in a KML file: the tracks' points, and those of the plain lines. */
export const readKml = (text: string) => {
	const points: Point[] = [];
	const lines: Array<ReturnType<typeof toPlace>> = [];
	let track = -1;
	let segment = -1;
	let whens: number[] = [];
	let coords: Array<ReturnType<typeof toPlace>> = [];
	let arrays: Partial<Record<keyof typeof kmlColumns, number[]>> = {};
	let values: number[] = [];
	walk(text, {
		open(name, tag) {
			if (name === `{${google}}MultiTrack`) track += 1;
			if (name === `{${google}}Track`) {
				segment += 1;
				[whens, coords, arrays] = [[], [], {}];
			}

			if (name !== `{${google}}SimpleArrayData`) return;
			values = [];
			arrays[tag.attributes.name!.value as keyof typeof kmlColumns] = values;
		},
		close(name, inside) {
			if (name === `{${kml}}when`) whens.push(seconds(inside));
			if (name === `{${google}}coord`) coords.push(toPlace(inside, ' '));
			if (name === `{${google}}value`) values.push(inside === '' ? NaN : Number(inside));
			if (name === `{${kml}}coordinates`)
				lines.push(
					...inside
						.trim()
						.split('\n')
						.map((line) => toPlace(line, ',')),
				);
			if (name !== `{${google}}Track`) return;
			const lengths = Object.values(arrays).map(({length}) => length);
			if ([coords.length, ...lengths].some((length) => length !== whens.length))
				throw new Error(`a track of ${whens.length} times, ${coords.length} places, ${lengths}`);
			for (const [row, time] of whens.entries()) {
				const point = {...blank(), time, ...coords[row]!, track, segment};
				for (const [array, column] of Object.entries(kmlColumns)) {
					point[column] = arrays[array as keyof typeof kmlColumns]?.[row] ?? Number.NaN;
				}

				points.push(point);
			}
		},
	});
	return {points, lines};
};

/** The rows of a samples CSV by column name, empty fields as NaN; times in seconds. */
export const readCsv = (text: string): Array<Record<string, number>> => {
	const [header = '', ...rows] = text.trimEnd().split('\n');
	const names = header.split(',');
	return rows.map((row) => {
		const fields = row.split(',');
		if (fields.length !== names.length) throw new Error(`a row of ${fields.length} fields: ${row}`);
		return Object.fromEntries(
			names.map((name, index) => {
				const field = fields[index]!;
				const value = name === 'time' ? seconds(field) : Number(field);
				return [name, field === '' ? Number.NaN : value];
			}),
		);
	});
};
