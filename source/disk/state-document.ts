import {isExportFormat} from '../domain/export-format.js';
import type {ErrorReport} from '../domain/known-error.js';
import {toTemplate} from '../domain/name-template.js';
import type {ArchiveAccount, ArchiveEntries, ArchiveEntry, FormatEntries} from './archive-entry.js';
import {isJsonObject, type Json} from './json-document.js';
import {isAsWritten, startFingerprint} from './state-fingerprint.js';

/** The version of our part of the document. */
export const stateVersion = 1;

export type ArchiveState = {
	readonly account: ArchiveAccount | undefined;
	readonly entries: ArchiveEntries;
	/** The newest activity saved last, in corosexport's sense. */
	readonly lastSyncedId: string | undefined;
	/** How new files are named; undefined for corosexport's way. See `name-template.ts`. */
	readonly nameTemplate?: string | undefined;
	/** Activities that count as downloaded, in corosexport's sense. */
	readonly claimed?: ReadonlySet<string>;
	/** By activity id: since when COROS no longer lists it, ISO 8601 UTC. Its files stay. */
	readonly unlisted: Map<string, string>;
	/** By activity id: what its metadata file was made from; see `metadata.ts`. */
	readonly metadataPrints: Map<string, string>;
	/** The list whose activities' metadata files were compared with it; see `metadata-files.ts`. */
	readonly describedList?: string | undefined;
	/** What others wrote beside it. */
	readonly foreign: Json;
};

const text = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

const toEntry = (value: unknown): ArchiveEntry | undefined => {
	if (!isJsonObject(value)) {
		return undefined;
	}

	const at = text(value.at) ?? '';
	const file = text(value.file);
	const {size} = value;
	const sha256 = text(value.sha256);
	if (file !== undefined && typeof size === 'number' && sha256 !== undefined) {
		const made = value.made_here === true && ({madeHere: true} as const);
		return value.gone === true
			? {kind: 'gone', file, size, sha256, at}
			: {kind: 'saved', file, size, sha256, at, ...made};
	}

	const reason = text(value.unavailable);
	if (reason !== undefined) {
		return {kind: 'unavailable', reason, at};
	}

	const code = text(value.failed);
	return code === undefined
		? undefined
		: {
				kind: 'failed',
				code: code as ErrorReport['code'],
				message: text(value.message) ?? '',
				at,
				...(file !== undefined && {file}),
			};
};

/** Reads activities and what is known of each; whatever does not fit is left out. */
export const toEntries = (value: unknown): ArchiveEntries => {
	const entries: ArchiveEntries = new Map();
	for (const [id, formats] of Object.entries(isJsonObject(value) ? value : {})) {
		const known: FormatEntries = {};
		for (const [format, entry] of Object.entries(isJsonObject(formats) ? formats : {})) {
			const read = toEntry(entry);
			if (read && isExportFormat(format)) {
				known[format] = read;
			}
		}

		if (Object.keys(known).length > 0) {
			entries.set(id, known);
		}
	}

	return entries;
};

const toTexts = (value: unknown): Map<string, string> =>
	new Map(
		Object.entries(isJsonObject(value) ? value : {}).filter(
			(pair): pair is [string, string] => typeof pair[1] === 'string',
		),
	);

const toIds = (value: unknown): ReadonlySet<string> =>
	new Set(
		(Array.isArray(value) ? value : []).filter((id) => /^\d{1,24}$/.test(String(id))).map(String),
	);

/**
 * Whether our part of a document, if it has one, is of this version and as it was written. With the
 * document's text it need not be written out again for that.
 */
export const isWholeState = (document: Json, written = ''): boolean => {
	if (document.coros_tui === undefined) {
		return true;
	}

	const ours = isJsonObject(document.coros_tui) ? document.coros_tui : {};
	const {version, account, activities, sha256} = ours;
	return (
		version === stateVersion &&
		isJsonObject(activities) &&
		// Early versions wrote none.
		(sha256 === undefined ||
			isAsWritten(written, account, String(sha256)) ||
			sha256 === startFingerprint(account).update(JSON.stringify(activities)).digest('hex'))
	);
};

const readForeign = (document: Json): Json => {
	const {
		last_backup_timestamp: _1,
		total_activities_backed_up: _2,
		last_synced_activity_id: _3,
		downloaded_activity_ids: _4,
		coros_tui: _5,
		...foreign
	} = document;
	try {
		JSON.stringify(foreign);
		return foreign;
	} catch {
		return {}; // Nested deeper than anybody can write.
	}
};

/**
 * Reads a whole state document, ours or corosexport's, believing nothing: whatever does not fit is
 * left out and found again in the folder.
 */
export const readStateDocument = (state: Json): ArchiveState => {
	const ours = isJsonObject(state.coros_tui) ? state.coros_tui : {};
	const account = isJsonObject(ours.account) ? ours.account : {};
	const userId = text(account.user_id);
	return {
		account: userId === undefined ? undefined : {userId, region: text(account.region) ?? 'unknown'},
		entries: ours.version === stateVersion ? toEntries(ours.activities) : new Map(),
		lastSyncedId: text(state.last_synced_activity_id),
		nameTemplate: toTemplate(text(ours.name_template) ?? ''),
		claimed: toIds(state.downloaded_activity_ids),
		unlisted: toTexts(ours.unlisted),
		metadataPrints: toTexts(ours.metadata),
		describedList: text(ours.described_list),
		foreign: readForeign(state),
	};
};
