import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {ServedActivity} from '../../source/simulator/served-activity.js';

/** How another program for COROS names and keeps its files. */
export type OtherProgram = {
	readonly name: string;
	readonly fileName: (activity: ServedActivity, format: 'fit' | 'tcx') => string;
	readonly formats: ReadonlyArray<'fit' | 'tcx'>;
	/** What it writes beside the files of these activities, and remembers of all it fetched. */
	readonly keep?: (
		folder: string,
		present: readonly ServedActivity[],
		fetched: readonly ServedActivity[],
	) => void;
};

const dayOf = ({item}: ServedActivity): string =>
	String(item.date).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

const nameOf = ({item}: ServedActivity): string => String(item.name);

const naive = (seconds: unknown): string =>
	new Date(Number(seconds) * 1000).toISOString().slice(0, 19);

const stateName = '.corosexport_state.json';

export const corosexport: OtherProgram = {
	name: 'corosexport',
	fileName: (activity, format) => `${dayOf(activity)}_${activity.id}.${format}`,
	formats: ['fit', 'tcx'],
	keep(folder, present, fetched) {
		for (const activity of present) {
			const {item, id} = activity;
			const metadata = {
				activity_id: id,
				activity_name: item.name,
				activity_type: 'RUNNING',
				start_time: naive(item.startTime),
				end_time: naive(item.endTime),
				workout_seconds: item.workoutTime,
				total_seconds: item.totalTime,
				distance_meters: item.distance,
			};
			const file = path.join(folder, `${dayOf(activity)}_${id}-metadata.json`);
			writeFileSync(file, JSON.stringify(metadata, undefined, 2));
		}

		const state = {
			last_backup_timestamp: '2026-11-20T06:00:00.123456',
			total_activities_backed_up: fetched.length,
			last_synced_activity_id: fetched[0]?.id ?? null,
			downloaded_activity_ids: fetched.map(({id}) => id),
		};
		writeFileSync(path.join(folder, stateName), JSON.stringify(state, undefined, 2));
	},
};

export const corosLink: OtherProgram = {
	name: 'CorosLink',
	fileName(activity, format) {
		const title = nameOf(activity)
			.replaceAll(/[\\/:*?"<>|]+/g, '-')
			.replaceAll(/\s+/g, ' ')
			.trim()
			.slice(0, 120);
		return `${dayOf(activity)}_${title || 'activity'}_${activity.id}.${format}`;
	},
	formats: ['fit'],
};

export const corosApi: OtherProgram = {
	name: 'coros-api',
	fileName: (activity, format) =>
		`${dayOf(activity)} ${nameOf(activity).trim()} ${activity.id}.${format}`,
	formats: ['fit'],
};

export const dataExtractor: OtherProgram = {
	name: 'coros_data_extractor',
	fileName: (activity, format) =>
		`${String(activity.item.startTime)}_${nameOf(activity)}_${activity.id}.${format}`,
	formats: ['fit'],
};

export const otherPrograms: readonly OtherProgram[] = [
	corosexport,
	corosLink,
	corosApi,
	dataExtractor,
];

/** Fills a folder as a program does, with the service's own bytes. */
export const fillAs = (
	{fileName, formats, keep}: OtherProgram,
	folder: string,
	present: readonly ServedActivity[],
	fetched = present,
): void => {
	mkdirSync(folder, {recursive: true});
	for (const activity of present) {
		for (const format of formats) {
			const bytes = activity.file(format);
			if (bytes) {
				writeFileSync(path.join(folder, fileName(activity, format)), bytes);
			}
		}
	}

	keep?.(folder, present, fetched);
};

/**
 * The activities that corosexport would fetch in a folder: those that its state does not name. It
 * stops at a state without a time that Python reads.
 */
export const corosexportWouldFetch = (
	folder: string,
	activities: readonly ServedActivity[],
): string[] => {
	const state = JSON.parse(readFileSync(path.join(folder, stateName), 'utf8')) as {
		last_backup_timestamp: string;
		downloaded_activity_ids: string[];
	};
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{6})?$/.test(state.last_backup_timestamp)) {
		throw new TypeError('Invalid isoformat string');
	}

	const downloaded = new Set(state.downloaded_activity_ids);
	return activities.map(({id}) => id).filter((id) => !downloaded.has(id));
};
