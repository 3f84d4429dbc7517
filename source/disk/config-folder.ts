import {chmodSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {isKnownError} from '../domain/known-error.js';
import {isRegion, type Region} from '../domain/region.js';
import {readSettings, type Settings} from '../domain/settings.js';
import {clearAbandoned} from './clear-temporary.js';
import {atDisk, toDiskError} from './disk-error.js';
import {isJsonObject, type JsonDocument, openJsonDocument} from './json-document.js';
import {createKeychain} from './keychain.js';
import {
	type ListCache,
	readListCache,
	readNewestItems,
	type ToItem,
	writeListCache,
} from './list-cache.js';
import {createSessionStore, type SessionStore} from './session-store.js';
import {usualConfigFolder} from './usual-folder.js';

/** What coros-tui keeps for its user, outside any archive: mode 0600 in a 0700 folder. */
export type ConfigFolder = SessionStore & {
	readonly path: string;
	/** Where this account was last seen. */
	region(email: string): Region | undefined;
	settings(): Settings;
	saveSettings(settings: Settings): void;
	/** What the app remembers of its table, in a form of its own. */
	view(): unknown;
	saveView(view: unknown): void;
	/** The newest so many of the list, at once. */
	newestItems<Item>(
		userId: string,
		count: number,
		toItem: ToItem<Item>,
	): ListCache<Item> | undefined;
	listCache<Item>(userId: string, toItem: ToItem<Item>): Promise<ListCache<Item> | undefined>;
	saveListCache(userId: string, cache: ListCache): Promise<void>;
};

/** The config folder's path: the one given, else where this system keeps such things. Throws `no-home`. */
export const configRoot = (folder?: string): string => path.resolve(folder ?? usualConfigFolder());

const toRecord = (value: unknown) => (isJsonObject(value) ? value : {});

/** Names what goes wrong with a document, and with which. */
const guard = (document: JsonDocument): JsonDocument => ({
	...document,
	read: () => atDisk(document.path, () => document.read()),
	write: (content) =>
		atDisk(document.path, () => {
			mkdirSync(path.dirname(document.path), {recursive: true, mode: 0o700});
			document.write(content);
		}),
});

const open = (folder: string, name: string, isSecret = false): JsonDocument => {
	const file = path.join(folder, `${name}.json`);
	return guard(atDisk(file, () => openJsonDocument({folder, name, mode: 0o600, isSecret})));
};

const prepare = (folder: string): void => {
	atDisk(folder, () => mkdirSync(folder, {recursive: true, mode: 0o700}));
	try {
		chmodSync(folder, 0o700);
	} catch {} // Somebody else's, or a file system without modes.

	clearAbandoned(folder);
};

/**
 * Opens the config folder: `--config-dir`, or where this system keeps such things. With
 * `wantsKeychain` the next session that is saved has its token in the system's keychain.
 */
export const openConfigFolder = (
	folder?: string,
	{wantsKeychain = false}: {readonly wantsKeychain?: boolean} = {},
): ConfigFolder => {
	const root = configRoot(folder);
	prepare(root);
	const settings = open(root, 'settings');
	const store = createSessionStore(open(root, 'session', true), createKeychain(), wantsKeychain);
	return {
		...store,
		path: root,
		saveSession(session) {
			if (session.email !== undefined) {
				const kept = settings.read();
				const regions = {...toRecord(kept.regions), [session.email]: session.region};
				settings.write({...kept, regions});
			}

			// Last: who is signed in has everything that belongs to it.
			store.saveSession(session);
		},
		region(email) {
			const region = toRecord(settings.read().regions)[email];
			return isRegion(region) ? region : undefined;
		},
		settings: () => readSettings(settings.read()),
		saveSettings(chosen) {
			const {regions, view} = settings.read();
			settings.write({
				...(regions !== undefined && {regions}),
				...(view !== undefined && {view}),
				...chosen,
			});
		},
		view: () => settings.read().view,
		saveView: (view) => settings.write({...settings.read(), view}),
		newestItems: (userId, count, toItem) => readNewestItems(root, userId, count, toItem),
		listCache: (userId, toItem) => readListCache(root, userId, toItem),
		async saveListCache(userId, cache) {
			try {
				await writeListCache(root, userId, cache);
			} catch (error) {
				// A list that cannot be kept is asked for again: no reason to end a backup.
				if (!isKnownError(toDiskError(error, root))) {
					throw error;
				}
			}
		},
	};
};
