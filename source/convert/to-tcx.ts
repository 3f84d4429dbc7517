import {KnownError} from '../domain/known-error.js';
import type {FitActivity, FitDevice, FitRecords} from '../fit/fit-activity.js';
import {createClock} from './clock.js';
import {deviceName} from './device-name.js';
import {isOnFoot, tcxSport} from './fit-sport.js';
import {type Leg, layOut, type PlacedLap} from './lay-out.js';
import type {ConvertOptions} from './options.js';
import {inPieces} from './pieces.js';
import {hasPosition} from './route.js';
import {ends, timeEnds} from './rows.js';
import {decimal, degrees, toLongitude, whole} from './write-number.js';
import {element, textElement, xmlOpening} from './xml.js';

const opening = `${xmlOpening}<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<Activities>\n`;

const heartRate = (name: string, beats: number | undefined): string =>
	element(name, element('Value', whole(beats, 1, 255)));

const cadenceText = (value: number | undefined): string => whole(value, 0, 254);
const wattsText = (value: number | undefined): string => whole(value, 0, 65_535);

/** Trackpoints of one sport: steps stand in the extension, turns of the crank in TCX itself. */
const createPointWriter = (records: FitRecords, onFoot: boolean) => {
	const clock = createClock();
	const {time, latitude, longitude, altitude, distance} = records;
	const {speed, cadence, power} = records;

	return (row: number): string => {
		const moment = clock(time[row] ?? Number.NaN);
		if (moment === '') return ''; // TCX has no point without a time.
		const position = hasPosition(records, row)
			? `<Position><LatitudeDegrees>${degrees(latitude[row] ?? 0)}</LatitudeDegrees><LongitudeDegrees>${toLongitude(longitude[row] ?? 0)}</LongitudeDegrees></Position>`
			: '';
		const turning = cadenceText(cadence[row]);
		const more =
			element('ns3:Speed', decimal(speed[row], 3)) +
			(onFoot ? element('ns3:RunCadence', turning) : '') +
			element('ns3:Watts', wattsText(power[row]));
		return `<Trackpoint><Time>${moment}</Time>${position}${element('AltitudeMeters', decimal(altitude[row], 2))}${element('DistanceMeters', decimal(distance[row], 2))}${heartRate('HeartRateBpm', records.heartRate[row])}${onFoot ? '' : element('Cadence', turning)}${element('Extensions', element('ns3:TPX', more))}</Trackpoint>\n`;
	};
};

/** Seconds and metres, which TCX demands: as the FIT file says, else from the lap's own records. */
const measure = (lap: PlacedLap, {time, distance}: FitRecords) => {
	const span = ([first = 0, last = 0]: ReturnType<typeof ends>) => last - first;
	const {sums} = lap;
	const seconds =
		sums?.timerSeconds ?? sums?.elapsedSeconds ?? span(timeEnds(time, lap)) - lap.pausedSeconds;
	return {
		seconds: decimal(Math.max(0, seconds), 3) || '0',
		meters: decimal(sums?.distanceMeters ?? Math.max(0, span(ends(distance, lap))), 2) || '0',
	};
};

const lapHead = (lap: PlacedLap, records: FitRecords, onFoot: boolean): string => {
	const {sums} = lap;
	const {seconds, meters} = measure(lap, records);
	return `<TotalTimeSeconds>${seconds}</TotalTimeSeconds>
<DistanceMeters>${meters}</DistanceMeters>
${element('MaximumSpeed', decimal(sums?.maximumSpeed, 3))}<Calories>${whole(sums?.kilocalories, 0, 65_535) || '0'}</Calories>
${heartRate('AverageHeartRateBpm', sums?.averageHeartRate)}${heartRate('MaximumHeartRateBpm', sums?.maximumHeartRate)}<Intensity>Active</Intensity>
${onFoot ? '' : element('Cadence', cadenceText(sums?.averageCadence))}<TriggerMethod>Manual</TriggerMethod>
`;
};

const lapTail = ({sums}: PlacedLap, onFoot: boolean): string => {
	const average = cadenceText(sums?.averageCadence);
	const most = cadenceText(sums?.maximumCadence);
	const more =
		element('ns3:AvgSpeed', decimal(sums?.averageSpeed, 3)) +
		(onFoot ? '' : element('ns3:MaxBikeCadence', most)) +
		(onFoot ? element('ns3:AvgRunCadence', average) + element('ns3:MaxRunCadence', most) : '') +
		element('ns3:AvgWatts', wattsText(sums?.averagePower)) +
		element('ns3:MaxWatts', wattsText(sums?.maximumPower));
	return element('Extensions', element('ns3:LX', more));
};

/** A COROS file names neither the unit nor its firmware, and TCX must have both. */
const creator = (device: FitDevice): string => {
	const name = deviceName(device);
	if (name === undefined) return '';
	const product = whole(device.product, 0, 65_535) || '0';
	return `<Creator xsi:type="Device_t">${textElement('Name', name)}<UnitId>0</UnitId><ProductID>${product}</ProductID><Version><VersionMajor>0</VersionMajor><VersionMinor>0</VersionMinor></Version></Creator>\n`;
};

function* tcxTexts(
	{records, device}: FitActivity,
	legs: readonly Leg[],
	{name}: ConvertOptions,
): Generator<string> {
	const clock = createClock();
	yield opening;
	for (const {session, startTime, laps} of legs) {
		const onFoot = isOnFoot(session?.sport ?? laps[0]?.sums?.sport);
		const sport = tcxSport(session?.sport ?? laps[0]?.sums?.sport);
		const toPoint = createPointWriter(records, onFoot);
		yield `<Activity Sport="${sport}">\n<Id>${clock(startTime)}</Id>\n`;
		for (const lap of laps) {
			yield `<Lap StartTime="${clock(lap.startTime)}">\n${lapHead(lap, records, onFoot)}`;
			const timed = lap.segments.filter((rows) => timeEnds(records.time, rows)[0] !== undefined);
			for (const {from, to} of timed) {
				yield '<Track>\n';
				for (let row = from; row < to; row += 1) yield toPoint(row);
				yield '</Track>\n';
			}

			yield `${lapTail(lap, onFoot)}</Lap>\n`;
		}

		yield `${textElement('Notes', name)}${creator(device)}</Activity>\n`;
	}

	yield '</Activities>\n</TrainingCenterDatabase>\n';
}

/**
 * Writes an activity as TCX (Garmin's TrainingCenterDatabase v2), in pieces to be joined or streamed:
 * every record that has a time, with or without a position; an `Activity` for each sport of a
 * multi-sport activity; laps with the sums of the FIT file (time is the timer's), a `Track` from one
 * start of the timer to the next. Times are UTC, speeds m/s. Steps (of one leg), speed and power
 * stand in ActivityExtension v2. Valid against the schemas.
 *
 * Throws a `KnownError` `no-activity` where nothing in the file has a time.
 */
export const toTcx = (activity: FitActivity, options: ConvertOptions = {}): Iterable<string> => {
	const legs = layOut(activity);
	if (legs.length === 0) throw new KnownError('no-activity', {detail: 'nothing in it has a time'});
	return inPieces(tcxTexts(activity, legs, options));
};
