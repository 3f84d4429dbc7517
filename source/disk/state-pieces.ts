import {toNaiveLocal} from '../domain/local-time.js';
import {defaultTemplate} from '../domain/name-template.js';
import type {ArchiveEntry, FormatEntries} from './archive-entry.js';
import type {Json} from './json-document.js';
import {type ArchiveState, stateVersion} from './state-document.js';
import {activitiesKey, ourKey, startFingerprint, toEnd} from './state-fingerprint.js';

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
