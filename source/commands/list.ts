import type {Activity} from '../domain/activity.js';
import {exportFormats} from '../domain/export-format.js';
import {toIsoWithOffset, toLocalClock} from '../domain/local-time.js';
import {selectActivities} from '../domain/selection.js';
import {toSport} from '../domain/sport.js';
import type {EntryOf, Services} from '../services/services.js';
import {fitCells} from '../text/cells.js';
import {formatDistance, formatDuration} from '../text/measures.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {connect} from './sign-in.js';

const toJson = (activity: Activity, entryOf: EntryOf) => {
	const {startTime, endTime, utcOffsetMinutes} = activity;
	const toIso = (seconds: number | undefined) =>
		seconds === undefined ? null : toIsoWithOffset(seconds, utcOffsetMinutes);
	const sport = toSport(activity.sportType);
	return {
		id: activity.id,
		day: activity.day,
		start_time: toIso(startTime),
		end_time: toIso(endTime),
		name: activity.name,
		sport: sport.key,
		sport_name: sport.name,
		sport_type: activity.sportType,
		distance_meters: activity.distanceMeters ?? null,
		workout_seconds: activity.workoutSeconds ?? null,
		total_seconds: activity.totalSeconds ?? null,
		ascent_meters: activity.ascentMeters ?? null,
		average_heart_rate: activity.averageHeartRate ?? null,
		training_load: activity.trainingLoad ?? null,
		kilocalories: activity.kilocalories ?? null,
		device: activity.device ?? null,
		formats: Object.fromEntries(
			exportFormats.map((format) => [format, entryOf(activity.id, format)?.kind ?? 'missing']),
		),
	};
};

const columns = {id: 18, clock: 5, sport: 14, distance: 8, time: 9, formats: 19};

const toFormatList = ({id}: Activity, entryOf: EntryOf): string =>
	exportFormats.filter((format) => entryOf(id, format)?.kind === 'saved').join(' ');

const toLine = (activity: Activity, entryOf: EntryOf, nameWidth: number): string => {
	const {startTime, utcOffsetMinutes, distanceMeters, workoutSeconds} = activity;
	return [
		fitCells(activity.id, columns.id),
		activity.day,
		fitCells(
			startTime === undefined ? '' : toLocalClock(startTime, utcOffsetMinutes),
			columns.clock,
		),
		fitCells(toSport(activity.sportType).name, columns.sport),
		fitCells(
			distanceMeters === undefined ? '' : formatDistance(distanceMeters),
			columns.distance,
			'right',
		),
		fitCells(
			workoutSeconds === undefined ? '' : formatDuration(workoutSeconds),
			columns.time,
			'right',
		),
		fitCells(activity.name, nameWidth),
		toFormatList(activity, entryOf),
	]
		.join('  ')
		.trimEnd();
};

const toHeader = (nameWidth: number): string =>
	[
		fitCells('ID', columns.id),
		fitCells('DATE', 10),
		fitCells('START', columns.clock),
		fitCells('SPORT', columns.sport),
		fitCells('KM', columns.distance, 'right'),
		fitCells('TIME', columns.time, 'right'),
		fitCells('NAME', nameWidth),
		'SAVED',
	].join('  ');

/** `list`: activities as a table, or one JSON object a line. */
export const runList = async (
	services: Services,
	flags: Flags,
	io: Io,
	signal: AbortSignal,
): Promise<number> => {
	const client = await connect(services, flags, io, signal);
	const pages = services.listActivities(client, {full: flags.full}, signal);
	let step = await pages.next();
	while (!step.done) {
		step = await pages.next();
	}

	const activities = selectActivities(step.value.activities, flags.selection);
	const entryOf = await services.readArchive();
	if (flags.json) {
		for (const activity of activities) {
			io.out(`${JSON.stringify(toJson(activity, entryOf))}\n`);
		}

		return 0;
	}

	const nameWidth = Math.max(16, Math.min(40, io.columns - 100));
	if (!flags.quiet && activities.length > 0) {
		io.out(`${toHeader(nameWidth)}\n`);
	}

	for (const activity of activities) {
		io.out(`${toLine(activity, entryOf, nameWidth)}\n`);
	}

	if (activities.length === 0 && !flags.quiet) {
		const isEmpty = step.value.activities.length === 0;
		io.error(isEmpty ? 'This account has no activities.\n' : 'No activity fits. Try less.\n');
	}

	return 0;
};
