import {createHash} from 'node:crypto';
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

// The picture's address may hold a token of its own and change with every answer.
const withoutPicture = (raw: unknown): unknown => {
	if (typeof raw !== 'object' || raw === null) {
		return raw;
	}

	const {imageUrl, ...rest} = raw as Record<string, unknown>;
	return rest;
};

const comparable = (metadata: Readonly<Record<string, unknown>>): string =>
	JSON.stringify({...metadata, coros: withoutPicture(metadata.coros)});

/** The file's text. */
export const toMetadataText = (activity: Activity): string =>
	`${JSON.stringify(toMetadata(activity), undefined, 2)}\n`;

// Asked for when a list is marked as compared, and again for each of its files.
const prints = new WeakMap<Activity, string>();

/** A short mark of what a metadata file says: it changes when the activity was edited. */
export const toMetadataPrint = (activity: Activity): string => {
	const known = prints.get(activity);
	if (known !== undefined) {
		return known;
	}

	const print = createHash('sha256')
		.update(comparable(toMetadata(activity)))
		.digest('hex')
		.slice(0, 16);
	prints.set(activity, print);
	return print;
};

const toObject = (text: string): Record<string, unknown> | undefined => {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
};

/** Whether a file's text says what this activity says now. */
export const isMetadataOf = (text: string, activity: Activity): boolean => {
	const value = toObject(text);
	return value !== undefined && comparable(value) === comparable(toMetadata(activity));
};

/** What is wrong with a metadata file, ours or corosexport's; undefined where nothing is. */
export const metadataFault = (text: string, id: string): string | undefined => {
	const value = toObject(text);
	if (!value) {
		return text.trim() === '' ? 'it is empty' : 'it is no JSON object';
	}

	// A number would have lost its last digits when it was read.
	const {activity_id: own} = value;
	const isOwn = typeof own === 'number' ? text.includes(id) : own === id;
	if (!isOwn) {
		return own === undefined ? 'it names no activity' : 'it is of another activity';
	}

	const missing = ['activity_name', 'start_time', 'end_time'].find((key) => !(key in value));
	return missing === undefined ? undefined : `it lacks ${missing}`;
};

/** The list item a metadata file keeps; undefined where it is not ours or cannot be read. */
export const listItemOf = (text: string): unknown => toObject(text)?.coros;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** `2025-01-10T07:15:00+01:00`; corosexport writes it without a zone. */
const isoTime = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))?$/;

/**
 * What a metadata file tells of its activity, in the form of COROS's list item: ours keeps that
 * item, corosexport's keys are read back. Undefined where it tells nothing.
 */
export const factsOf = (text: string, id: string): unknown => {
	const value = toObject(text);
	if (value === undefined || isObject(value.coros)) {
		return value?.coros;
	}

	const time = typeof value.start_time === 'string' ? value.start_time : '';
	const [, day, sign, hours, minutes] = isoTime.exec(time) ?? [];
	if (day === undefined) {
		return undefined;
	}

	const hasZone = sign !== undefined || time.endsWith('Z');
	const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
	return {
		labelId: id,
		date: Number(day.replaceAll('-', '')),
		name: value.activity_name,
		sportType: value.sport_type,
		startTime: Math.floor(Date.parse(hasZone ? time : `${time}Z`) / 1000),
		startTimezone: offset / 15,
		device: value.device,
	};
};
