import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {type ExportFormat, exportFormats, isExportFormat} from '../domain/export-format.js';
import {decodeFit} from '../fit/decode-fit.js';
import type {FitActivity} from '../fit/fit-activity.js';
import {chance} from './chance.js';
import type {ServedActivity} from './served-activity.js';

// FIT sport numbers to COROS's; the rest is served as a run, as nothing depends on it.
const sportTypes: Readonly<Record<number, number>> = {1: 100, 2: 200, 5: 300, 11: 900, 17: 104};

const toId = (stem: string): string =>
	/^\d{15,20}$/.test(stem)
		? stem
		: `476${String(Math.floor(chance('id', stem) * 1e15)).padStart(15, '0')}`;

const toItem = (id: string, stem: string, fit: FitActivity | undefined) => {
	const session = fit?.sessions[0];
	const startTime = session?.startTime ?? 0;
	const offset = Math.round((fit?.utcOffsetSeconds ?? 0) / 900);
	const local = new Date((startTime + offset * 900) * 1000).toISOString().slice(0, 10);
	const elapsed = Math.round(session?.elapsedSeconds ?? 0);
	return {
		labelId: id,
		date: Number(local.replaceAll('-', '')),
		name: stem,
		sportType: sportTypes[session?.sport ?? 0] ?? 100,
		startTime,
		endTime: startTime + elapsed,
		startTimezone: offset,
		endTimezone: offset,
		totalTime: elapsed,
		workoutTime: Math.round(session?.timerSeconds ?? 0),
		distance: session?.distanceMeters ?? 0,
		device: fit?.device.productName ?? '',
	};
};

/**
 * Serves the exports in a folder, byte for byte: files of one name are one activity, which gets its
 * numbers from its FIT. The name is the id where it is one; otherwise it is made from the name.
 */
export const readFolderActivities = (folder: string): ServedActivity[] => {
	const files = new Map<string, Map<ExportFormat, string>>();
	for (const name of readdirSync(folder)) {
		const {name: stem, ext} = path.parse(name);
		const format = ext.slice(1).toLowerCase();
		if (isExportFormat(format)) {
			const formats = files.get(stem) ?? new Map<ExportFormat, string>();
			files.set(stem, formats.set(format, path.join(folder, name)));
		}
	}

	return [...files]
		.map(([stem, formats]): ServedActivity => {
			const read = (format: ExportFormat): Uint8Array | undefined => {
				const file = formats.get(format);
				return file === undefined ? undefined : new Uint8Array(readFileSync(file));
			};
			const bytes = read('fit');
			const id = toId(stem);
			return {
				id,
				item: toItem(id, stem, bytes && decodeFit(bytes)),
				formats: exportFormats.filter((format) => formats.has(format)),
				file: read,
				detail: () => ({summary: {name: stem}}),
			};
		})
		.sort((a, b) => Number(b.item.startTime) - Number(a.item.startTime));
};
