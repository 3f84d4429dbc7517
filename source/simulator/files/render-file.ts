import type {ExportFormat} from '../../domain/export-format.js';
import {recordActivity} from '../activities/recording/record-activity.js';
import type {Recording} from '../activities/recording/recording.js';
import type {SimulatedActivity} from '../activities/simulated-activity.js';
import {renderCsv} from './render-csv.js';
import {renderFit} from './render-fit.js';
import {renderGpx} from './render-gpx.js';
import {renderKml} from './render-kml.js';
import {renderTcx} from './render-tcx.js';

const encoder = new TextEncoder();

const renderers: Readonly<Record<ExportFormat, (recording: Recording) => Uint8Array>> = {
	fit: renderFit,
	tcx: (recording) => encoder.encode(renderTcx(recording)),
	gpx: (recording) => encoder.encode(renderGpx(recording)),
	kml: (recording) => encoder.encode(renderKml(recording)),
	csv: (recording) => encoder.encode(renderCsv(recording)),
};

/**
 * The bytes of an activity's file, the same every time; `undefined` where COROS has no such format.
 * None of COROS's files names the account it belongs to, so the user id changes nothing.
 */
export const renderFile = (
	activity: SimulatedActivity,
	format: ExportFormat,
	_userId?: string,
): Uint8Array | undefined =>
	activity.formats.includes(format) ? renderers[format](recordActivity(activity)) : undefined;
