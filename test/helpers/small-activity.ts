import {type ExportFormat, exportFormats} from '../../source/domain/export-format.js';
import {toIsoWithOffset, toLocalDay} from '../../source/domain/local-time.js';
import type {ServedActivity} from '../../source/simulator/served-activity.js';
import {createFitWriter} from '../fit/build-fit.js';

/** 2026-05-01T06:00:00Z. */
const firstStart = 1_777_615_200;

const fitEpoch = 631_065_600;

const utf8 = (text: string) => new TextEncoder().encode(text);

const toFit = (start: number, id: string): Uint8Array => {
	const writer = createFitWriter();
	const begin = start - fitEpoch;
	writer.message(0, [
		[0, 'enum', 4],
		[1, 'u16', 294],
		[4, 'u32', begin + 100],
		[8, 'text', id.slice(-10)],
	]);
	for (let second = 0; second < 20; second += 1) {
		writer.message(20, [
			[253, 'u32', begin + second],
			[5, 'u32', second * 300],
		]);
	}

	writer.message(18, [
		[253, 'u32', begin + 19],
		[2, 'u32', begin],
	]);
	return writer.finish();
};

const files: Readonly<Record<ExportFormat, (start: number, id: string) => Uint8Array>> = {
	fit: toFit,
	tcx: (start, id) =>
		utf8(
			`<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Running"><Id>${toIsoWithOffset(start, 0).replace('+00:00', 'Z')}</Id><Notes>${id}</Notes></Activity></Activities></TrainingCenterDatabase>\n`,
		),
	gpx: (start, id) =>
		utf8(
			`<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="COROS Wearables" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>${id}</name><trkseg><trkpt lat="48.1" lon="11.5"><time>${toIsoWithOffset(start, 0).replace('+00:00', 'Z')}</time></trkpt></trkseg></trk></gpx>\n`,
		),
	kml: (start, id) =>
		utf8(
			`<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://earth.google.com/kml/2.1"><Folder><name>${id}</name><Placemark><TimeSpan><begin>${toIsoWithOffset(start, 0).replace('+00:00', 'Z')}</begin></TimeSpan></Placemark></Folder></kml>\n`,
		),
	csv: (_start, id) =>
		utf8(`"Split","Time","GetDistance"\n"1","00:20:00","${id}"\n"Summary","00:20:00","4"\n`),
};

export type SmallActivityOptions = {
	readonly id?: string;
	readonly start?: number;
	readonly formats?: readonly ExportFormat[];
	readonly item?: Readonly<Record<string, unknown>>;
};

/** An activity with tiny files that are nonetheless whole, and its own in every byte that counts. */
export const smallActivity = (
	index: number,
	options: SmallActivityOptions = {},
): ServedActivity => {
	const id = options.id ?? String(476_018_273_645_000_000n + BigInt(index) * 1_000_003n);
	const start = options.start ?? firstStart - index * 86_400;
	const {formats = exportFormats} = options;
	return {
		id,
		formats,
		item: {
			labelId: id,
			date: Number(toLocalDay(start, 60).replaceAll('-', '')),
			name: `Run ${index}`,
			sportType: 100,
			startTime: start,
			endTime: start + 1200,
			startTimezone: 4,
			endTimezone: 4,
			totalTime: 1200,
			workoutTime: 1190,
			distance: 4000.5,
			device: 'COROS PACE 3',
			...options.item,
		},
		file: (format) => (formats.includes(format) ? files[format](start, id) : undefined),
		detail: () => ({summary: {}}),
	};
};

/** So many small activities, newest first. */
export const smallActivities = (count: number, options?: SmallActivityOptions): ServedActivity[] =>
	Array.from({length: count}, (_, index) => smallActivity(index, options));
