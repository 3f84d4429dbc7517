import {isExportFormat} from '../domain/export-format.js';
import type {ErrorReport} from '../domain/known-error.js';
import {toNaiveLocal} from '../domain/local-time.js';
import type {ArchiveAccount, ArchiveEntries, ArchiveEntry, FormatEntries} from './archive-entry.js';

/** The version of our part of the document. */
const stateVersion = 1;

export type ArchiveState = {
	readonly account: ArchiveAccount | undefined;
	readonly entries: ArchiveEntries;
	/** The newest activity saved last, in corosexport's sense. */
	readonly lastSyncedId: string | undefined;
	/** By activity id: since when COROS no longer lists it, ISO 8601 UTC. Its files stay. */
	readonly unlisted: Map<string, string>;
	/** By activity id: what its metadata file was made from; see `metadata.ts`. */
	readonly metadataPrints: Map<string, string>;
};

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined =>
	typeof value === 'string' ? value : undefined;

const toEntry = (value: unknown): ArchiveEntry | undefined => {
	if (!isObject(value)) {
		return undefined;
	}

	const at = text(value.at) ?? '';
	const file = text(value.file);
	const {size} = value;
	const sha256 = text(value.sha256);
	if (file !== undefined && typeof size === 'number' && sha256 !== undefined) {
		return {kind: value.gone === true ? 'gone' : 'saved', file, size, sha256, at};
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
			};
};

const toEntries = (value: unknown): ArchiveEntries => {
	const entries: ArchiveEntries = new Map();
	for (const [id, formats] of Object.entries(isObject(value) ? value : {})) {
		const known: FormatEntries = {};
		for (const [format, entry] of Object.entries(isObject(formats) ? formats : {})) {
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
		Object.entries(isObject(value) ? value : {}).filter(
			(pair): pair is [string, string] => typeof pair[1] === 'string',
		),
	);

/**
 * Reads a state document, ours or corosexport's, believing nothing: whatever does not fit is left
 * out and found again in the folder.
 */
export const readStateDocument = (document: unknown): ArchiveState => {
	const state = isObject(document) ? document : {};
	const ours = isObject(state.coros_tui) ? state.coros_tui : {};
	const account = isObject(ours.account) ? ours.account : {};
	const userId = text(account.user_id);
	return {
		account: userId === undefined ? undefined : {userId, region: text(account.region) ?? 'unknown'},
		entries: ours.version === stateVersion ? toEntries(ours.activities) : new Map(),
		lastSyncedId: text(state.last_synced_activity_id),
		unlisted: toTexts(ours.unlisted),
		metadataPrints: toTexts(ours.metadata),
	};
};

const toPlainEntry = (entry: ArchiveEntry): Json => {
	switch (entry.kind) {
		case 'saved':
			return {file: entry.file, size: entry.size, sha256: entry.sha256, at: entry.at};
		case 'gone':
			return {file: entry.file, size: entry.size, sha256: entry.sha256, at: entry.at, gone: true};
		case 'unavailable':
			return {unavailable: entry.reason, at: entry.at};
		case 'failed':
			return {failed: entry.code, message: entry.message, at: entry.at};
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

/**
 * The document as it is stored. The first four keys are corosexport's, in its form (a naive local
 * timestamp; an id counts as downloaded once any file of it is), so that it can go on from here.
 */
export const toStateDocument = (
	{account, entries, lastSyncedId, unlisted, metadataPrints}: ArchiveState,
	now: Date,
): Record<string, unknown> => {
	const downloaded = [...entries]
		.filter(([, formats]) => Object.values(formats).some(({kind}) => kind === 'saved'))
		.map(([id]) => id);
	return {
		last_backup_timestamp: toNaiveLocal(now),
		total_activities_backed_up: downloaded.length,
		last_synced_activity_id: lastSyncedId ?? downloaded[0] ?? null,
		downloaded_activity_ids: downloaded,
		coros_tui: {
			version: stateVersion,
			...(account && {account: {user_id: account.userId, region: account.region}}),
			activities: toPlainEntries(entries),
			...(unlisted.size > 0 && {unlisted: Object.fromEntries(unlisted)}),
			...(metadataPrints.size > 0 && {metadata: Object.fromEntries(metadataPrints)}),
		},
	};
};
