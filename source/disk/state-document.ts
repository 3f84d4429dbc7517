import {createHash, type Hash} from 'node:crypto';
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
const startFingerprint = (account: unknown): Hash =>
	createHash('sha256').update(`${JSON.stringify(account ?? null)}\n`);

const pieceLength = 1024 * 1024;

/** Hashes a long text without a copy of all of it, and without cutting a character in two. */
const updateWith = (hash: Hash, text: string, start: number, end: number): void => {
	for (let from = start; from < end; ) {
		const to = Math.min(end, from + pieceLength);
		const isCut = to < end && (text.charCodeAt(to) & 0xfc00) === 0xdc00;
		hash.update(text.slice(from, isCut ? to + 1 : to));
		from = isCut ? to + 1 : to;
	}
};

const ourKey = ',"coros_tui":{';
const activitiesKey = ',"activities":';
const toEnd = (sha256: string): string => `,"sha256":"${sha256}"}}\n`;

/** Whether a text is our own, with the activities it had when it was written. */
const isAsWritten = (document: string, account: unknown, sha256: string): boolean => {
	const end = toEnd(sha256);
	const start = document.indexOf(activitiesKey, document.indexOf(ourKey));
	if (start === -1 || !document.endsWith(end)) {
		return false;
	}

	const hash = startFingerprint(account);
	updateWith(hash, document, start + activitiesKey.length, document.length - end.length);
	return hash.digest('hex') === sha256;
};

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

const toPlainFormats = (formats: FormatEntries): Json =>
	Object.fromEntries(
		Object.entries(formats).map(([format, entry]) => [format, toPlainEntry(entry)]),
	);

/** What was made here, corosexport has not downloaded. */
const isDownloaded = (entry: ArchiveEntry): boolean => entry.kind === 'saved' && !entry.madeHere;
// Objects have such keys first and in order, whoever reads and writes them.
const isIndex = (id: string): boolean =>
	/^(?:0|[1-9]\d{0,9})$/.test(id) && Number(id) < 2 ** 32 - 1;

const inKeyOrder = (ids: readonly string[]): readonly string[] => {
	const indexes = ids.filter((id) => id.length <= 10 && isIndex(id));
	return indexes.length === 0
		? ids
		: [
				...indexes.sort((a, b) => Number(a) - Number(b)),
				...ids.filter((id) => id.length > 10 || !isIndex(id)),
			];
};

/** Activities between two pieces: a fraction of a frame's work. */
const atOnce = 200;

function* inPieces<Item>(
	items: Iterable<Item>,
	write: (item: Item) => string | undefined,
): Generator<string> {
	let piece: string[] = [];
	let separator = '';
	let count = 0;
	for (const item of items) {
		const text = write(item);
		if (text !== undefined) {
			piece.push(text);
		}

		count += 1;
		if (count % atOnce === 0) {
			yield piece.length > 0 ? separator + piece.join(',') : '';
			separator = piece.length > 0 ? ',' : separator;
			piece = [];
		}
	}

	yield piece.length > 0 ? separator + piece.join(',') : '';
}

const toMember = ([key, value]: readonly [string, unknown]): string =>
	`${JSON.stringify(key)}:${JSON.stringify(value)}`;

/**
 * The document as it is stored, on one line: indented, a big archive's doubles. Four keys are
 * corosexport's, in its form (a naive local timestamp; an id counts as downloaded once any file of
 * it is), so that it can go on from here.
 *
 * In pieces, so that whoever writes them can do something else in between. What is recorded
 * meanwhile may be in it or not: every entry is true by itself.
 */
export function* toStatePieces(state: ArchiveState, now: Date): Generator<string> {
	const {account, entries, lastSyncedId, nameTemplate, unlisted, metadataPrints} = state;
	const {describedList, foreign} = state;
	const downloaded: string[] = [];
	let looked = 0;
	let hasLast = false;
	for (const [id, formats] of entries) {
		if (Object.values(formats).some(isDownloaded)) {
			downloaded.push(id);
			hasLast ||= id === lastSyncedId;
		}

		looked += 1;
		if (looked % (10 * atOnce) === 0) {
			yield '';
		}
	}

	const theirs = JSON.stringify({
		...foreign,
		last_backup_timestamp: toNaiveLocal(now),
		total_activities_backed_up: downloaded.length,
		last_synced_activity_id: (hasLast ? lastSyncedId : downloaded[0]) ?? null,
		downloaded_activity_ids: [],
	});
	yield theirs.slice(0, -2);
	yield* inPieces(downloaded, (id) => JSON.stringify(id));
	const owner = account && {user_id: account.userId, region: account.region};
	const ours = JSON.stringify({
		version: stateVersion,
		...(owner && {account: owner}),
		...(nameTemplate !== undefined &&
			nameTemplate !== defaultTemplate && {name_template: nameTemplate}),
		...(unlisted.size > 0 && {unlisted: Object.fromEntries(unlisted)}),
		...(describedList !== undefined && {described_list: describedList}),
	});
	yield `]${ourKey}${ours.slice(1, -1)}`;
	if (metadataPrints.size > 0) {
		yield ',"metadata":{';
		yield* inPieces(metadataPrints, toMember);
		yield '}';
	}

	const hash = startFingerprint(owner);
	yield activitiesKey;
	const write = (id: string): string | undefined => {
		const formats = entries.get(id);
		return formats && toMember([id, toPlainFormats(formats)]);
	};
	for (const pieces of [['{'], inPieces(inKeyOrder([...entries.keys()]), write), ['}']]) {
		for (const piece of pieces) {
			hash.update(piece);
			yield piece;
		}
	}

	yield toEnd(hash.digest('hex'));
}

/** The same in one piece. */
export const toStateText = (state: ArchiveState, now: Date): string =>
	[...toStatePieces(state, now)].join('');
