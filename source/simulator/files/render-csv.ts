import type {Recording, Totals} from '../activities/recording/recording.js';
import {toDuration} from './clock.js';

const columns = [
	'Split',
	'Time',
	'Moving Time',
	'GetDistance',
	'Elevation Gain',
	'Elev Loss',
	'Avg Pace',
	'Avg Moving Pace',
	'Best Pace',
	'Avg Run Cadence',
	'Max Run Cadence',
	'Avg Stride Length',
	'Avg HR',
	'Max HR',
	'Avg Temperature',
	'Calories',
];

const missing = '--';
/** COROS pads its times. */
const padding = '    ';

const orMissing = (value: number) => (value > 0 ? String(Math.round(value)) : missing);
const toTime = (seconds: number) => `${toDuration(seconds)}${padding}`;

/** Seconds a kilometre, as a time. */
const toPace = (metersPerSecond: number) =>
	metersPerSecond > 0.05 ? toTime(1000 / metersPerSecond) : missing;

const toRow = (split: string, totals: Totals, temperature: number): string[] => {
	const {averageSpeed, averageCadence} = totals;
	const stride = averageCadence > 0 ? (averageSpeed * 3000) / averageCadence : 0;
	return [
		split,
		toTime(totals.end - totals.start),
		toTime(totals.timer),
		String(Math.round(totals.meters / 10) / 100),
		String(totals.ascent),
		String(totals.descent),
		toPace(averageSpeed),
		toPace(averageSpeed * 1.004),
		toPace(Math.max(totals.maximumSpeed, averageSpeed)),
		orMissing(averageCadence),
		orMissing(totals.maximumCadence),
		orMissing(stride),
		orMissing(totals.averageHeartRate),
		orMissing(totals.maximumHeartRate),
		String(temperature),
		String(totals.kilocalories),
	];
};

const toLine = (cells: readonly string[]) => `${cells.map((cell) => `"${cell}"`).join(',')}\n`;

/** CSV as COROS generates it: a row a lap and one for the whole, every field in quotes. */
export const renderCsv = ({plan, legs, totals}: Recording): string => {
	const laps = legs.flatMap((leg) => leg.laps);
	return [
		columns,
		...laps.map((lap, index) => toRow(String(index + 1), lap.totals, plan.temperature)),
		toRow('Summary', totals, plan.temperature),
	]
		.map(toLine)
		.join('');
};
