import type {FitActivity} from '../fit/fit-activity.js';
import type {ConvertFormat} from './convert-format.js';
import type {ConvertOptions} from './options.js';
import {toCsv} from './to-csv.js';
import {toGpx} from './to-gpx.js';
import {toKml} from './to-kml.js';
import {toTcx} from './to-tcx.js';

/** The writer of each format. */
export const converters: Readonly<
	Record<ConvertFormat, (activity: FitActivity, options?: ConvertOptions) => Iterable<string>>
> = {gpx: toGpx, tcx: toTcx, kml: toKml, csv: toCsv};
