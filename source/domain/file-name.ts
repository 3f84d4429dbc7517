import type {Activity} from './activity.js';
import {type ExportFormat, isExportFormat} from './export-format.js';

/** `2025-01-10_476018273645546497.fit`: the activity's own local day and its id. */
export const toFileName = ({day, id}: Pick<Activity, 'day' | 'id'>, format: ExportFormat): string =>
	`${day}_${id}.${format}`;

export const toMetadataName = ({day, id}: Pick<Activity, 'day' | 'id'>): string =>
	`${day}_${id}-metadata.json`;

export const toDetailName = ({day, id}: Pick<Activity, 'day' | 'id'>): string =>
	`${day}_${id}-detail.json`;

// Our own and corosexport's names, or any name that ends in what can only be a COROS id.
// Hidden files are a system's or a program's own.
const stem = '(?!\\.)(?:\\d{4}-\\d{2}-\\d{2}_(\\d{1,24})|(?:.*[ _.-])?(\\d{15,24}))';
const activityFile = new RegExp(`^${stem}\\.([a-z]{3})$`, 'i');
const metadataFile = new RegExp(`^${stem}-metadata\\.json$`, 'i');
const detailFile = new RegExp(`^${stem}-detail\\.json$`, 'i');

/** Which activity and format a file in an archive is; undefined for anything else. */
export const parseFileName = (
	name: string,
): {readonly id: string; readonly format: ExportFormat} | undefined => {
	const [, ours, foreign, extension] = activityFile.exec(name) ?? [];
	const format = extension?.toLowerCase();
	const id = ours ?? foreign;
	return id !== undefined && isExportFormat(format) ? {id, format} : undefined;
};

// corosexport's and ours, CorosLink's, coros-api's, coros_data_extractor's.
const exporters = [
	/^\d{4}-\d{2}-\d{2}_\d{1,24}\.[a-z]{3}$/i,
	/^(?:\d{4}-\d{2}-\d{2}|unknown-date)_.*_\d{15,24}\.[a-z]{3}$/i,
	/^\d{4}-\d{2}-\d{2} .*\d{15,24}\.[a-z]{3}$/i,
	/^\d{10}_.*_\d{15,24}\.[a-z]{3}$/i,
];

/**
 * Whether a name is built as the known programs for COROS build theirs. Other names may end in an
 * id as well, and in a date with its time.
 */
export const isExporterName = (name: string): boolean =>
	exporters.some((pattern) => pattern.test(name));

/** Which activity a metadata file belongs to. */
export const parseMetadataName = (name: string): string | undefined => {
	const [, ours, other] = metadataFile.exec(name) ?? [];
	return ours ?? other;
};

/** Which activity a file of details belongs to. */
export const parseDetailName = (name: string): string | undefined => {
	const [, ours, other] = detailFile.exec(name) ?? [];
	return ours ?? other;
};

// The second is what earlier versions left of a state file.
const temporary = /^\..+\.[\da-f]{8}\.part$|^\.corosexport_state\.json\.tmp-\d{10}[\da-f]{6}$/;

/** A name beside the final one, hidden, that no other run uses. */
export const toTemporaryName = (name: string): string => {
	const random = Math.floor(Math.random() * 2 ** 32);
	return `.${name}.${random.toString(16).padStart(8, '0')}.part`;
};

/** Whether a file is what an interrupted run left behind. */
export const isTemporaryName = (name: string): boolean => temporary.test(name);
