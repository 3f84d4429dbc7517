import {createHash} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {toActivity} from '../source/coros/to-activity.js';
import type {ArchiveEntries, FormatEntries} from '../source/disk/archive-entry.js';
import {toMetadataPrint, toMetadataText} from '../source/disk/metadata.js';
import {toStateText} from '../source/disk/state-pieces.js';
import type {Activity} from '../source/domain/activity.js';
import type {ExportFormat} from '../source/domain/export-format.js';
import {toFileName, toMetadataName} from '../source/domain/file-name.js';
import type {ServedActivity} from '../source/simulator/served-activity.js';
import {smallActivity} from '../test/helpers/small-activity.js';

const at = '2026-01-01T00:00:00.000Z';

export const benchUser = {userId: '445823834382155776', region: 'us'} as const;

/** An account of that user, and how a program signs in to it. */
export const benchPerson = {
	email: 'bench@example.org',
	password: 'bench',
	nickname: 'Bench',
	dataRegion: 'us',
	twoFactor: false,
	...benchUser,
} as const;

export const benchCredentials = {
	COROS_TUI_EMAIL: benchPerson.email,
	COROS_TUI_PASSWORD: benchPerson.password,
};

/** So many small activities, newest first, minutes apart: a hundred thousand days would leave the calendar. */
export const benchActivities = (count: number): ServedActivity[] =>
	Array.from({length: count}, (_, index) =>
		smallActivity(index, {start: 1_777_615_200 - index * 600}),
	);

/** The state that a backup of them leaves; `onFile` gets every file it has. */
export const makeState = (
	activities: readonly Activity[],
	formats: readonly ExportFormat[],
	fileOf: (index: number, format: ExportFormat) => Uint8Array,
	onFile: (name: string, content: string | Uint8Array) => void = () => {},
) => {
	const entries: ArchiveEntries = new Map();
	const metadataPrints = new Map<string, string>();
	for (const [index, activity] of activities.entries()) {
		const known: FormatEntries = {};
		for (const format of formats) {
			const bytes = fileOf(index, format);
			const file = toFileName(activity, format);
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			known[format] = {kind: 'saved', file, size: bytes.byteLength, sha256, at};
			onFile(file, bytes);
		}

		onFile(toMetadataName(activity), toMetadataText(activity));
		metadataPrints.set(activity.id, toMetadataPrint(activity));
		entries.set(activity.id, known);
	}

	const [lastSyncedId] = entries.keys();
	const none = {unlisted: new Map(), foreign: {}};
	return {account: benchUser, entries, lastSyncedId, metadataPrints, ...none};
};

/** Writes an archive, state and all, as a backup would leave it. */
export const makeArchive = (
	folder: string,
	served: readonly ServedActivity[],
	formats: readonly ExportFormat[],
): void => {
	mkdirSync(folder, {recursive: true});
	const state = makeState(
		served.map(({item}) => toActivity(item)!),
		formats,
		(index, format) => served[index]!.file(format)!,
		(name, content) => writeFileSync(path.join(folder, name), content),
	);
	writeFileSync(path.join(folder, '.corosexport_state.json'), toStateText(state, new Date(at)));
};
