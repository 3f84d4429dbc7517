import {createHash} from 'node:crypto';
import {isExportFormat} from '../domain/export-format.js';
import type {ErrorReport} from '../domain/known-error.js';
import {toNaiveLocal} from '../domain/local-time.js';
import {defaultTemplate, toTemplate} from '../domain/name-template.js';
import type {ArchiveAccount, ArchiveEntries, ArchiveEntry, FormatEntries} from './archive-entry.js';
import {isJsonObject, type Json} from './json-document.js';

/** The version of our part of the document. */
const stateVersion = 1;

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

const toEntries = (value: unknown): ArchiveEntries => {
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

// What was written is what is read: one flipped bit must not make a good file look changed, or the
// folder another account's.
const fingerprint = (account: unknown, activities: string): string =>
	createHash('sha256')
		.update(`${JSON.stringify(account ?? null)}\n${activities}`)
		.digest('hex');

/** Whether our part of a document, if it has one, is of this version and as it was written. */
export const isWholeState = (document: Json): boolean => {
	if (document.coros_tui === undefined) {
		return true;
	}

	const ours = isJsonObject(document.coros_tui) ? document.coros_tui : {};
	const {version, account, activities, sha256} = ours;
	return (
		version === stateVersion &&
		isJsonObject(activities) &&
		// Early versions wrote none.
		(sha256 === undefined || sha256 === fingerprint(account, JSON.stringify(activities)))
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
		foreign: readForeign(state),
	};
};

const toPlainEntry = (entry: ArchiveEntry): Json => {
	switch (entry.kind) {
		case 'saved':
			return {
				file: entry.file,
				size: entry.size,
				sha256: entry.sha256,
				at: entry.at,
				...(entry.madeHere && {made_here: true}),
			};
		case 'gone':
			return {file: entry.file, size: entry.size, sha256: entry.sha256, at: entry.at, gone: true};
		case 'unavailable':
			return {unavailable: entry.reason, at: entry.at};
		case 'failed':
			return {
				failed: entry.code,
				message: entry.message,
				at: entry.at,
				...(entry.file !== undefined && {file: entry.file}),
			};
	}
};

const toPlainEntries = (entries: ArchiveEntries): Json =>
	Object.fromEntries(
		[...entries].map(([id, formats]) => [
			id,
			Object.fromEntries(
				Object.entries(formats).map(([format, entry]) => [format, toPlainEntry(entry)]),
			),
		]),
	);

/** What was made here, corosexport has not downloaded. */
const isDownloaded = (entry: ArchiveEntry): boolean => entry.kind === 'saved' && !entry.madeHere;

/**
 * The document as it is stored, on one line: indented, a big archive's doubles. Four keys are
 * corosexport's, in its form (a naive local timestamp; an id counts as downloaded once any file of
 * it is), so that it can go on from here.
 */
export const toStateText = (
	{account, entries, lastSyncedId, nameTemplate, unlisted, metadataPrints, foreign}: ArchiveState,
	now: Date,
): string => {
	const downloaded = [...entries]
		.filter(([, formats]) => Object.values(formats).some(isDownloaded))
		.map(([id]) => id);
	const known = new Set(downloaded);
	const last = lastSyncedId !== undefined && known.has(lastSyncedId) ? lastSyncedId : undefined;
	const theirs = JSON.stringify({
		...foreign,
		last_backup_timestamp: toNaiveLocal(now),
		total_activities_backed_up: downloaded.length,
		last_synced_activity_id: last ?? downloaded[0] ?? null,
		downloaded_activity_ids: downloaded,
	});
	const owner = account && {user_id: account.userId, region: account.region};
	const activities = JSON.stringify(toPlainEntries(entries));
	const ours = JSON.stringify({
		version: stateVersion,
		...(owner && {account: owner}),
		sha256: fingerprint(owner, activities),
		...(nameTemplate !== undefined &&
			nameTemplate !== defaultTemplate && {name_template: nameTemplate}),
		...(unlisted.size > 0 && {unlisted: Object.fromEntries(unlisted)}),
		...(metadataPrints.size > 0 && {metadata: Object.fromEntries(metadataPrints)}),
	});
	// The longest part is made once and put in as it is.
	return `${theirs.slice(0, -1)},"coros_tui":${ours.slice(0, -1)},"activities":${activities}}}\n`;
};
