import type {ArchiveEntries} from './archive-entry.js';
import {type FileWindow, openFileWindow} from './file-window.js';
import {isJsonObject, type Json} from './json-document.js';
import {type ArchiveState, readStateDocument, stateVersion, toEntries} from './state-document.js';
import {activitiesKey, ourKey, startFingerprint, toEnd} from './state-fingerprint.js';

// More than anybody has beside the ids, and between two activities; in bytes.
const mostBytes = 8 * 1024 * 1024;

const idsKey = '"downloaded_activity_ids":[';
const metadataKey = ',"metadata":{';

/** Where a long list of members may be cut, and how it ends. */
type Bulk = {readonly cut: string; readonly cutLength: number; readonly end: string};

const ids: Bulk = {cut: ',', cutLength: 0, end: `]${ourKey}`};
const prints: Bulk = {cut: '","', cutLength: 1, end: `}${activitiesKey}{`};
const activities: Bulk = {cut: '}},"', cutLength: 2, end: '},"sha256":"'};

/** Not what `toStatePieces` writes, though perhaps as good. */
class OtherLayout extends Error {}

const expect: (condition: boolean) => asserts condition = (condition) => {
	if (!condition) {
		throw new OtherLayout();
	}
};

// Longer than the keys that objects have first whatever their place.
const isId = (key: unknown): key is string => typeof key === 'string' && /^\d{11,24}$/.test(key);

// A character that is none would be read as another than was hashed.
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

const toText = (bytes: Uint8Array): string => decoder.decode(bytes);

const parseObject = (text: string): Json => {
	const value: unknown = JSON.parse(text);
	expect(isJsonObject(value));
	return value;
};

/** Takes all up to a mark, and the mark with it. */
const takeUntil = async (window: FileWindow, ...marks: readonly string[]) => {
	for (;;) {
		const found = marks
			.map((mark) => ({mark, at: window.bytes.indexOf(mark)}))
			.filter(({at}) => at !== -1)
			.sort((a, b) => a.at - b.at)[0];
		if (found) {
			const text = toText(window.bytes.subarray(0, found.at));
			window.skip(found.at + found.mark.length);
			return {text, mark: found.mark};
		}

		expect(await window.more());
	}
};

/**
 * Takes the members of a long list up to its end, and the end with it, many at a time. A cut that is
 * none, inside of a name or of a member, leaves two pieces of which neither can be parsed.
 */
async function* takeMembers(
	window: FileWindow,
	{cut, cutLength, end}: Bulk,
	onBytes: (bytes: Uint8Array) => void = () => {},
): AsyncGenerator<string> {
	for (;;) {
		const {bytes} = window;
		const endAt = bytes.indexOf(end);
		// The beginning of the end looks like a cut.
		const last = bytes.length - end.length - cut.length;
		const cutAt = endAt === -1 && last > 0 ? bytes.lastIndexOf(cut, last) : -1;
		if (endAt !== -1) {
			const piece = bytes.subarray(0, endAt);
			onBytes(piece);
			yield toText(piece);
			window.skip(endAt + end.length);
			return;
		}

		if (cutAt > 0) {
			const length = cutAt + cutLength;
			onBytes(bytes.subarray(0, length + 1));
			yield toText(bytes.subarray(0, length));
			window.skip(length + 1);
		}

		expect(await window.more());
	}
}

const readIds = async (window: FileWindow): Promise<ReadonlySet<string>> => {
	const read = new Set<string>();
	for await (const piece of takeMembers(window, ids)) {
		for (const id of JSON.parse(`[${piece}]`) as unknown[]) {
			expect(isId(id));
			read.add(id);
		}
	}

	return read;
};

const readPrints = async (window: FileWindow): Promise<Map<string, string>> => {
	const read = new Map<string, string>();
	for await (const piece of takeMembers(window, prints)) {
		for (const [id, print] of Object.entries(parseObject(`{${piece}}`))) {
			expect(isId(id) && typeof print === 'string');
			read.set(id, print);
		}
	}

	return read;
};

const readEntries = async (
	window: FileWindow,
	onBytes: (bytes: Uint8Array) => void,
): Promise<ArchiveEntries> => {
	const entries: ArchiveEntries = new Map();
	const without = new Set<string>();
	for await (const piece of takeMembers(window, activities, onBytes)) {
		const members = parseObject(`{${piece}}`);
		const read = toEntries(members);
		for (const id of Object.keys(members)) {
			// Of two with the same name the last counts, wherever it is.
			expect(isId(id) && !entries.has(id) && !without.has(id));
			const formats = read.get(id);
			if (formats) {
				entries.set(id, formats);
			} else {
				without.add(id);
			}
		}
	}

	return entries;
};

const read = async (window: FileWindow): Promise<ArchiveState> => {
	const theirs = await takeUntil(window, idsKey);
	// Whatever others wrote, the list that begins here is a member of the document itself.
	const head = parseObject(`${theirs.text}${idsKey}]}`);
	expect(!theirs.text.includes(ourKey));
	const claimed = await readIds(window);
	const plain = await takeUntil(window, metadataKey, activitiesKey);
	const ours = parseObject(`{${plain.text}}`);
	expect(ours.version === stateVersion && ours.metadata === undefined);
	let metadataPrints = new Map<string, string>();
	if (plain.mark === metadataKey) {
		metadataPrints = await readPrints(window);
	} else {
		expect((window.bytes.length > 0 || (await window.more())) && window.bytes[0] === 0x7b);
		window.skip(1);
	}

	const hash = startFingerprint(ours.account).update('{');
	const entries = await readEntries(window, (bytes) => hash.update(bytes));
	const end = toEnd(hash.update('}').digest('hex')).slice(activities.end.length - 1);
	while (await window.more()) {
		expect(window.bytes.length <= end.length);
	}

	expect(window.bytes.equals(Buffer.from(end)));
	return {
		...readStateDocument({...head, coros_tui: ours}),
		entries,
		claimed,
		metadataPrints,
	};
};

/**
 * Reads a state as `toStatePieces` writes it, in pieces between which everything else has its turn:
 * neither its text nor its document is ever held whole. Undefined for one in any other layout or not
 * as it was written, for none, and for one that cannot be read: `openJsonDocument` judges those.
 */
export const readStateInPieces = async (
	file: string,
	options: {readonly readBytes?: number} = {},
): Promise<ArchiveState | undefined> => {
	let window: FileWindow | undefined;
	try {
		window = await openFileWindow(file, {mostBytes, ...options});
		return await read(window);
	} catch {
		return undefined;
	} finally {
		await window?.close();
	}
};
