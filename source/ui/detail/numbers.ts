import type {Activity} from '../../domain/activity.js';
import {toLocalClock} from '../../domain/local-time.js';
import type {Units} from '../../domain/settings.js';
import {toSport} from '../../domain/sport.js';
import {formatCount, formatDistance, formatDuration} from '../../text/measures.js';
import {formatHeight, unitNames} from '../../text/units.js';
import {formatPace, hasPace} from '../table/pace.js';
import type {Recording} from './recording.js';

/** A number with its name; what is not known is left out. */
export type NamedNumber = {readonly label: string; readonly text: string};

const some = (
	label: string,
	value: number | undefined,
	format: (value: number) => string,
): NamedNumber[] => (value === undefined ? [] : [{label, text: format(value)}]);

/** The numbers of an activity: COROS's own, and those that only its recording has. */
export const toNumbers = (
	activity: Activity,
	recording: Recording | undefined,
	units: Units,
	isKept = false,
): readonly NamedNumber[] => {
	const height = (meters: number) => `${formatHeight(meters, units)} ${unitNames[units].height}`;
	const pace = formatPace(activity, units);
	const {device} = activity;
	return [
		...some(
			'Distance',
			activity.distanceMeters,
			(meters) => `${formatDistance(meters, units)} ${unitNames[units].distance}`,
		),
		...some('Time', activity.workoutSeconds, formatDuration),
		...(pace === '' ? [] : [{label: hasPace(activity.sportType) ? 'Pace' : 'Speed', text: pace}]),
		...some('Load', activity.trainingLoad, formatCount),
		...some('Ascent', activity.ascentMeters, height),
		...some('Descent', recording?.descentMeters, height),
		...some('HR avg', activity.averageHeartRate, formatCount),
		...some('HR max', recording?.maximumHeartRate, formatCount),
		...some('Energy', activity.kilocalories, (value) => `${formatCount(value)} kcal`),
		...(isKept ? [{label: 'At COROS', text: 'no more'}] : []),
		...(device ? [{label: 'Watch', text: device.replace(/^COROS\s+/i, '')}] : []),
	];
};

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const toOffset = (minutes: number): string => {
	const absolute = Math.abs(minutes);
	const part = absolute % 60 === 0 ? '' : `:${String(absolute % 60).padStart(2, '0')}`;
	return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(absolute / 60)}${part}`;
};

/** What sport it was, and when by the clocks of that place: `Trail Run · Wed 2026-11-18 08:12 UTC+1`. */
export const describeStart = (
	{sportType, day, startTime, utcOffsetMinutes}: Activity,
	separator: string,
): string => {
	const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
	const clock =
		startTime === undefined
			? ''
			: ` ${toLocalClock(startTime, utcOffsetMinutes)} ${toOffset(utcOffsetMinutes)}`;
	return `${toSport(sportType).name} ${separator} ${weekday ? `${weekday} ` : ''}${day}${clock}`;
};
