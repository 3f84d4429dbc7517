import type {ExportFormat} from '../domain/export-format.js';
import {defaultTemplate} from '../domain/name-template.js';
import {finish, finishInTurns, forEachInSteps, type Steps} from '../domain/steps.js';
import {
	type ArchiveAccount,
	type ArchiveEntries,
	type ArchiveEntry,
	hasSaved,
} from './archive-entry.js';
import type {ArchiveState} from './state-document.js';
import {toStatePieces} from './state-pieces.js';

/** How a listing differs from what was known to be listed. Counts are activities. */
export type ListingMarks = {
	/** On disk, and newly missing from the list. */
	readonly unlisted: number;
	/** Back in the list. */
	readonly returned: number;
};

/** What an archive remembers of its files. Nothing here touches a disk. */
export type ArchiveMemory = {
	readonly entries: ArchiveEntries;
	readonly account: ArchiveAccount | undefined;
	/** Activities that were downloaded, as corosexport's part of the state said at the start. */
	readonly claimed: ReadonlySet<string>;
	/** How new files are named. */
	readonly nameTemplate: string;
	setNameTemplate(template: string): void;
	/** Whether there is something to write. */
	readonly dirty: boolean;
	setAccount(account: ArchiveAccount): void;
	record(id: string, format: ExportFormat, entry: ArchiveEntry): void;
	/** A saved file has another name now. */
	rename(id: string, format: ExportFormat, file: string): void;
	/** Records why there is no file. What is known of a file that is, or was, there stays known. */
	note(id: string, format: ExportFormat, entry: ArchiveEntry): void;
	/** Forgets a file that is gone for good. */
	forget(id: string, format: ExportFormat): void;
	/** Whose file it is. The first question takes a while at a hundred thousand. */
	ownerOf(sha256: string): string | undefined;
	/** Gets ready for that question, while everything else has its turn. */
	prepareOwners(): Promise<void>;
	/** Activities with at least one file. */
	savedIds(): Generator<string>;
	unlistedSince(id: string): string | undefined;
	markListing(listed: ReadonlySet<string>, at: string): ListingMarks;
	metadataPrint(id: string): string | undefined;
	setMetadataPrint(id: string, print: string): void;
	/** The list whose metadata has been compared. */
	readonly describedList: string | undefined;
	setDescribedList(print: string): void;
	/** The document to write, as JSON. */
	toPieces(now: Date): Iterable<string>;
	/** What is known by now is being written. */
	settle(): void;
	/** It could not be written after all. */
	unsettle(): void;
};

/** Creates the memory that a state document describes. */
export const createArchiveMemory = (initial: ArchiveState): ArchiveMemory => {
	const {entries, unlisted, metadataPrints} = initial;
	// Found when somebody asks: it takes a while, and who only looks does not ask.
	const owners = new Map<string, string>();
	let hasOwners = false;
	let findingOwners: Promise<void> | undefined;
	let {account, lastSyncedId, nameTemplate = defaultTemplate, describedList} = initial;
	let dirty = false;

	function* findOwners(): Steps<void> {
		yield* forEachInSteps(entries, ([id, formats]) => {
			for (const entry of Object.values(formats)) {
				if (entry.kind === 'saved') {
					owners.set(entry.sha256, id);
				}
			}
		});
		hasOwners = true;
	}

	const memory: ArchiveMemory = {
		entries,
		claimed: initial.claimed ?? new Set(),
		get account() {
			return account;
		},
		get nameTemplate() {
			return nameTemplate;
		},
		setNameTemplate(template) {
			dirty ||= nameTemplate !== template;
			nameTemplate = template;
		},
		get dirty() {
			return dirty;
		},
		setAccount(claimant) {
			dirty ||= account?.region !== claimant.region;
			account = claimant;
		},
		record(id, format, entry) {
			const formats = entries.get(id) ?? {};
			formats[format] = entry;
			entries.set(id, formats);
			dirty = true;
			if (entry.kind === 'saved') {
				lastSyncedId = entry.madeHere ? lastSyncedId : id;
				owners.set(entry.sha256, id);
			}
		},
		rename(id, format, file) {
			const entry = entries.get(id)?.[format];
			if (entry?.kind === 'saved' || entry?.kind === 'gone') {
				(entries.get(id) ?? {})[format] = {...entry, kind: 'saved', file};
				dirty = true;
			}
		},
		note(id, format, entry) {
			const known = entries.get(id)?.[format]?.kind;
			if (known !== 'saved' && known !== 'gone') {
				const before = entries.get(id)?.[format];
				const file = before?.kind === 'failed' ? before.file : undefined;
				const keepsName = entry.kind === 'failed' && file !== undefined;
				memory.record(id, format, keepsName ? {file, ...entry} : entry);
			}
		},
		forget(id, format) {
			const formats = entries.get(id);
			if (formats?.[format]?.kind === 'gone') {
				delete formats[format];
				dirty = true;
			}
		},
		prepareOwners() {
			findingOwners ??= finishInTurns(findOwners());
			return findingOwners;
		},
		ownerOf(sha256) {
			if (!hasOwners) {
				finish(findOwners());
			}

			return owners.get(sha256);
		},
		*savedIds() {
			for (const [id, formats] of entries) {
				if (hasSaved(formats)) {
					yield id;
				}
			}
		},
		unlistedSince: (id) => unlisted.get(id),
		markListing(listed, at) {
			let returned = 0;
			for (const id of unlisted.keys()) {
				if (listed.has(id)) {
					unlisted.delete(id);
					returned += 1;
				}
			}

			let added = 0;
			for (const id of memory.savedIds()) {
				if (!listed.has(id) && !unlisted.has(id)) {
					unlisted.set(id, at);
					added += 1;
				}
			}

			dirty ||= added + returned > 0;
			return {unlisted: added, returned};
		},
		metadataPrint: (id) => metadataPrints.get(id),
		setMetadataPrint(id, print) {
			dirty ||= metadataPrints.get(id) !== print;
			metadataPrints.set(id, print);
		},
		get describedList() {
			return describedList;
		},
		setDescribedList(print) {
			dirty ||= describedList !== print;
			describedList = print;
		},
		toPieces: (now) =>
			toStatePieces({...initial, account, lastSyncedId, nameTemplate, describedList}, now),
		settle() {
			dirty = false;
		},
		unsettle() {
			dirty = true;
		},
	};
	return memory;
};
