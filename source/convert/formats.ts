import type {FitActivity} from '../fit/fit-activity.js';
import type {ConvertOptions} from './options.js';
import {toCsv} from './to-csv.js';
import {toGpx} from './to-gpx.js';
import {toKml} from './to-kml.js';
import {toTcx} from './to-tcx.js';

/** What a FIT file can be turned into. */
export const convertFormats = ['gpx', 'tcx', 'kml', 'csv'] as const;

export type ConvertFormat = (typeof convertFormats)[number];

export const isConvertFormat = (value: unknown): value is ConvertFormat =>
	convertFormats.includes(value as ConvertFormat);

/** The writer of each format. */
export const converters: Readonly<
	Record<ConvertFormat, (activity: FitActivity, options?: ConvertOptions) => Iterable<string>>
> = {gpx: toGpx, tcx: toTcx, kml: toKml, csv: toCsv};

/** How files end. The CSV says that it holds samples: COROS's own, of one row a lap, ends in `.csv`. */
export const extensionOf: Readonly<Record<ConvertFormat, string>> = {
	gpx: '.gpx',
	tcx: '.tcx',
	kml: '.kml',
	csv: '.samples.csv',
};
