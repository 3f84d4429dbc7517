import type {FitActivity} from '../fit/fit-activity.js';
import {createClock} from './clock.js';
import {layOut} from './lay-out.js';
import {inPieces} from './pieces.js';
import {hasPosition} from './route.js';
import {decimal, degrees, toLongitude, whole} from './write-number.js';

/** The columns, with their units; they stay as they are and where they are. */
export const csvColumns = [
	'time',
	'seconds',
	'latitude',
	'longitude',
	'altitude_m',
	'distance_m',
	'speed_m_s',
	'heart_rate_bpm',
	'cadence_rpm',
	'power_w',
	'temperature_c',
	'lap',
] as const;

function* csvTexts(activity: FitActivity): Generator<string> {
	const {records} = activity;
	const {time, latitude, longitude, altitude, distance} = records;
	const {speed, heartRate, cadence, power, temperature} = records;
	const clock = createClock();
	const legs = layOut(activity);
	const start = legs[0]?.startTime ?? Number.NaN;
	const laps = legs.flatMap((leg) => leg.laps);
	yield `${csvColumns.join(',')}\n`;
	let lap = 0;
	for (let row = 0; row < records.count; row += 1) {
		while (lap < laps.length - 1 && row >= (laps[lap]?.to ?? 0)) lap += 1;
		const moment = clock(time[row] ?? Number.NaN);
		const isPlaced = hasPosition(records, row);
		yield `${moment},${moment === '' ? '' : decimal((time[row] ?? 0) - start, 3)},${
			isPlaced ? degrees(latitude[row] ?? 0) : ''
		},${isPlaced ? toLongitude(longitude[row] ?? 0) : ''},${decimal(altitude[row], 2)},${decimal(distance[row], 2)},${decimal(speed[row], 3)},${whole(heartRate[row], 1, 255)},${whole(cadence[row], 0, 255)},${whole(power[row], 0, 65_535)},${decimal(temperature[row], 1)},${laps.length === 0 ? '' : lap + 1}\n`;
	}
}

/**
 * Writes an activity's samples as CSV, in pieces to be joined or streamed: a header, then one row for
 * every record, whatever it holds. Columns: `time` (ISO 8601, UTC), `seconds` since the start
 * (pauses included), `latitude` and `longitude` in degrees, `altitude_m`, `distance_m` since the
 * start, `speed_m_s`, `heart_rate_bpm`, `cadence_rpm` (of one leg), `power_w`, `temperature_c` and
 * `lap`, from 1 on through the whole file. What is missing is empty. Fields hold no quotes or commas;
 * decimals have a point, lines end in `\n`.
 *
 * This is not COROS's own CSV, which has a row for every lap and no samples.
 */
export const toCsv = (activity: FitActivity): Iterable<string> => inPieces(csvTexts(activity));
