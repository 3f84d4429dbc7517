import FitParser from 'fit-file-parser';
import type {FitActivity, FitRecords, FitSummary} from '../../source/fit/fit-activity.js';

/** Where two values differ, as sentences: an empty list says that they agree. */
export type Differences = string[];

const seconds = (time: unknown): unknown =>
	time instanceof Date ? time.getTime() / 1000 : undefined;

const isSame = (ours: number | undefined, theirs: unknown): boolean => {
	const isMissing = ours === undefined || Number.isNaN(ours);
	if (theirs === undefined || theirs === null) return isMissing;
	return !isMissing && Math.abs(ours - Number(theirs)) < 1e-9 * Math.max(1, Math.abs(ours));
};

type Row = Record<string, unknown>;

const recordNames: Record<Exclude<keyof FitRecords, 'count'>, (row: Row) => unknown> = {
	time: (row) => seconds(row.timestamp),
	latitude: (row) => row.position_lat,
	longitude: (row) => row.position_long,
	altitude: (row) => row.enhanced_altitude ?? row.altitude,
	distance: (row) => row.distance,
	speed: (row) => row.enhanced_speed ?? row.speed,
	heartRate: (row) => row.heart_rate || undefined,
	cadence: (row) => row.cadence,
	power: (row) => row.power,
	temperature: (row) => row.temperature,
};

const summaryNames: Record<
	Exclude<keyof FitSummary, 'sport' | 'subSport'>,
	(row: Row) => unknown
> = {
	startTime: (row) => seconds(row.start_time),
	endTime: (row) => seconds(row.timestamp),
	elapsedSeconds: (row) => row.total_elapsed_time,
	timerSeconds: (row) => row.total_timer_time,
	distanceMeters: (row) => row.total_distance,
	ascentMeters: (row) => row.total_ascent,
	descentMeters: (row) => row.total_descent,
	kilocalories: (row) => row.total_calories,
	averageSpeed: (row) => row.enhanced_avg_speed ?? row.avg_speed,
	maximumSpeed: (row) => row.enhanced_max_speed ?? row.max_speed,
	averageHeartRate: (row) => row.avg_heart_rate || undefined,
	maximumHeartRate: (row) => row.max_heart_rate || undefined,
	averageCadence: (row) => row.avg_cadence,
	maximumCadence: (row) => row.max_cadence,
	averagePower: (row) => row.avg_power,
	maximumPower: (row) => row.max_power,
};

const sports: Record<string, number> = {running: 1, cycling: 2};

const compareSummaries = (what: string, ours: readonly FitSummary[], theirs: readonly Row[]) => {
	const differences =
		ours.length === theirs.length ? [] : [`${what}: ${ours.length}, ${theirs.length}`];
	for (const [index, row] of theirs.entries()) {
		for (const [name, read] of Object.entries(summaryNames)) {
			const own = ours[index]?.[name as keyof FitSummary];
			if (!isSame(own, read(row)))
				differences.push(`${what} ${index} ${name}: ${own}, ${read(row)}`);
		}

		if (!isSame(ours[index]?.sport, sports[String(row.sport)])) differences.push(`${what} sport`);
	}

	return differences;
};

/** Compares a decoded activity, value by value, with what fit-file-parser reads in the same bytes. */
export const compareWithFitFileParser = async (
	ours: FitActivity,
	bytes: Uint8Array,
): Promise<Differences> => {
	const parser = new FitParser({force: false, mode: 'list', speedUnit: 'm/s', lengthUnit: 'm'});
	const theirs = await parser.parseAsync(bytes.slice().buffer);
	const rows = (theirs.records ?? []) as unknown as Row[];
	const differences: Differences = [];
	if (rows.length !== ours.records.count)
		differences.push(`records: ${ours.records.count}, ${rows.length}`);
	for (const [index, row] of rows.entries()) {
		for (const [name, read] of Object.entries(recordNames)) {
			const own = ours.records[name as keyof typeof recordNames][index];
			if (!isSame(own, read(row)))
				differences.push(`record ${index} ${name}: ${own}, ${read(row)}`);
		}
	}

	return [
		...differences,
		...compareSummaries('lap', ours.laps, (theirs.laps ?? []) as unknown as Row[]),
		...compareSummaries('session', ours.sessions, (theirs.sessions ?? []) as unknown as Row[]),
	];
};
