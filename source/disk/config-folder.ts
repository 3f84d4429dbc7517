import {chmodSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import {isRegion, type Region} from '../domain/region.js';
import {readSettings, type Settings} from '../domain/settings.js';
import {type ListCache, readListCache, writeListCache} from './list-cache.js';
import {createSessionStore, type SessionStore} from './session-store.js';

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
	/** `onFirst` gets the newest part as soon as it is there. */
	listCache(userId: string, onFirst?: (cache: ListCache) => void): Promise<ListCache | undefined>;
	saveListCache(userId: string, cache: ListCache): Promise<void>;
};

type Stored = Record<string, unknown>;

const toRecord = (value: unknown): Stored =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Stored) : {};

/** Opens the config folder: `--config-dir`, or where this system keeps such things. */
export const openConfigFolder = (folder?: string): ConfigFolder => {
	const open = (configName: string) =>
		new Conf<Stored>({
			projectName: 'coros-tui',
			projectSuffix: '',
			configName,
			...(folder !== undefined && {cwd: folder}),
			configFileMode: 0o600,
			clearInvalidConfig: true,
			accessPropertiesByDotNotation: false,
		});
	const sessions = open('session');
	const settings = open('settings');
	const root = path.dirname(sessions.path);
	mkdirSync(root, {recursive: true, mode: 0o700});
	chmodSync(root, 0o700);
	const store = createSessionStore(sessions);
	return {
		...store,
		path: root,
		saveSession(session) {
			store.saveSession(session);
			if (session.email !== undefined) {
				const regions = toRecord(settings.get('regions'));
				settings.set('regions', {...regions, [session.email]: session.region});
			}
		},
		region(email) {
			const region = toRecord(settings.get('regions'))[email];
			return isRegion(region) ? region : undefined;
		},
		settings: () => readSettings(settings.store),
		saveSettings(chosen) {
			const {regions, view} = settings.store;
			settings.store = {
				...(regions !== undefined && {regions}),
				...(view !== undefined && {view}),
				...chosen,
			};
		},
		view: () => settings.get('view'),
		saveView(view) {
			settings.set('view', view);
		},
		listCache: (userId, onFirst) => readListCache(root, userId, onFirst),
		saveListCache: (userId, cache) => writeListCache(root, userId, cache),
	};
};
