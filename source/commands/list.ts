import type {Activity} from '../domain/activity.js';
import {exportFormats} from '../domain/export-format.js';
import {toIsoWithOffset} from '../domain/local-time.js';
import {selectActivities} from '../domain/selection.js';
import {toSport} from '../domain/sport.js';
import type {EntryOf, Services} from '../services/services.js';
import type {Flags} from './flags.js';
import type {Io} from './io.js';
import {type ListRow, listTable} from './list-table.js';
import {toJsonLine} from './print-json.js';
import {printLines} from './print-lines.js';
import {connect} from './sign-in.js';

const toJson = (activity: Activity, entryOf: EntryOf, isAtCoros: boolean) => {
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
		at_coros: isAtCoros,
		formats: Object.fromEntries(
			exportFormats.map((format) => [format, entryOf(activity.id, format)?.kind ?? 'missing']),
		),
	};
};

/** What COROS lists, and what only this folder still has, newest first. */
const merge = (listed: readonly Activity[], gone: readonly Activity[]): readonly Activity[] =>
	gone.length === 0
		? listed
		: [...listed, ...gone].sort((a, b) => (b.startTime ?? 0) - (a.startTime ?? 0));

function* jsonLines(rows: readonly ListRow[], entryOf: EntryOf): Generator<string> {
	for (const {activity, isAtCoros} of rows) {
		yield toJsonLine(toJson(activity, entryOf, isAtCoros));
	}
}

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

	const listed = step.value.activities;
	const {entryOf, unlisted} = await services.readArchive();
	const atCoros = new Set(unlisted.length > 0 ? listed.map(({id}) => id) : []);
	const gone = unlisted.filter(({id}) => !atCoros.has(id));
	const goneIds = new Set(gone.map(({id}) => id));
	const all = merge(listed, gone);
	const activities = selectActivities(all, flags.selection);
	const rows = activities.map((activity) => ({
		activity,
		isAtCoros: !goneIds.has(activity.id),
	}));
	const hasTitles = !flags.quiet && rows.length > 0;
	const lines = flags.json
		? jsonLines(rows, entryOf)
		: listTable(rows, entryOf, {columns: io.outColumns, hasTitles});
	await printLines(io, lines, signal);
	if (activities.length === 0 && !flags.json && !flags.quiet) {
		const isEmpty = all.length === 0;
		io.error(
			isEmpty
				? 'This account has no activities.\n'
				: 'No activity matches these days, sports or words. Ask for fewer of them.\n',
		);
	}

	return 0;
};
