import type {Activity} from '../domain/activity.js';
import {toIsoWithOffset} from '../domain/local-time.js';
import {toActivityType} from '../domain/sport.js';

/**
 * An activity's metadata file: corosexport's eight keys first, then what it leaves out, then the
 * list item exactly as the service sent it.
 */
export const toMetadata = (activity: Activity): Record<string, unknown> => {
	const toIso = (seconds: number | undefined) =>
		seconds === undefined ? null : toIsoWithOffset(seconds, activity.utcOffsetMinutes);
	return {
		activity_id: activity.id,
		activity_name: activity.name,
		activity_type: toActivityType(activity.sportType),
		start_time: toIso(activity.startTime),
		end_time: toIso(activity.endTime),
		workout_seconds: activity.workoutSeconds ?? 0,
		total_seconds: activity.totalSeconds ?? 0,
		distance_meters: activity.distanceMeters ?? 0,
		sport_type: activity.sportType,
		utc_offset_minutes: activity.utcOffsetMinutes,
		device: activity.device ?? null,
		coros: activity.raw,
	};
};
