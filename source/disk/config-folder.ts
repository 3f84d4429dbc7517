import {chmodSync, mkdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import Conf from 'conf';
import {type ExportFormat, isExportFormat} from '../domain/export-format.js';
import {isRegion, type Region} from '../domain/region.js';
import {challengeLifetimeMs, type Session, type TwoFactorChallenge} from '../domain/session.js';
import {writeAtomically} from './write-atomically.js';

/** The last list the service sent, kept so that the next start and an offline one have something. */
export type ListCache = {
	/** ISO 8601 UTC of the last time everything was read. */
	readonly listedAt: string;
	/** Whether the list agreed with the service's own count. */
	readonly complete: boolean;
	/** List items as sent, newest first. */
	readonly items: readonly unknown[];
};

/** What coros-tui keeps for its user, outside any archive: mode 0600 in a 0700 folder. */
export type ConfigFolder = {
	readonly path: string;
	session(): Session | undefined;
	saveSession(session: Session): void;
	/** Forgets the session and any pending sign-in. The region stays: it is no secret. */
	forgetSession(): void;
	/** The pending two-factor sign-in, for ten minutes. */
	challenge(): TwoFactorChallenge | undefined;
	saveChallenge(challenge: TwoFactorChallenge | undefined): void;
	/** Where this account was last seen. */
	region(email: string): Region | undefined;
	formats(): readonly ExportFormat[] | undefined;
	saveFormats(formats: readonly ExportFormat[]): void;
	listCache(userId: string): Promise<ListCache | undefined>;
	saveListCache(userId: string, cache: ListCache): Promise<void>;
};

type Stored = Record<string, unknown>;

const isObject = (value: unknown): value is Stored =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const toSession = (value: unknown): Session | undefined => {
	if (!isObject(value)) {
		return undefined;
	}

	const {accessToken, userId, region, email, since} = value;
	return typeof accessToken === 'string' && typeof userId === 'string' && isRegion(region)
		? {
				accessToken,
				userId,
				region,
				...(typeof email === 'string' && {email}),
				since: typeof since === 'string' ? since : '',
			}
		: undefined;
};

const toChallenge = (value: unknown): TwoFactorChallenge | undefined => {
	const challenge = value as TwoFactorChallenge | undefined;
	if (!isObject(value) || !isRegion(challenge?.region)) {
		return undefined;
	}

	const age = Date.now() - Date.parse(challenge.since);
	return age >= 0 && age < challengeLifetimeMs ? challenge : undefined;
};

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

	const cacheFile = (userId: string) =>
		path.join(root, `activities-${userId.replaceAll(/[^\w-]/g, '_')}.json`);

	return {
		path: root,
		session: () => toSession(sessions.get('session')),
		saveSession(session) {
			sessions.store = {session};
			if (session.email !== undefined) {
				const known = settings.get('regions');
				settings.set('regions', {...(isObject(known) && known), [session.email]: session.region});
			}
		},
		forgetSession() {
			sessions.store = {};
		},
		challenge: () => toChallenge(sessions.get('challenge')),
		saveChallenge(challenge) {
			if (challenge) {
				sessions.set('challenge', challenge);
			} else {
				sessions.delete('challenge');
			}
		},
		region(email) {
			const known = settings.get('regions');
			const region = isObject(known) ? known[email] : undefined;
			return isRegion(region) ? region : undefined;
		},
		formats() {
			const saved = settings.get('formats');
			const formats = Array.isArray(saved) ? saved.filter(isExportFormat) : [];
			return formats.length > 0 ? formats : undefined;
		},
		saveFormats(formats) {
			settings.set('formats', [...formats]);
		},
		async listCache(userId) {
			try {
				const cache: unknown = JSON.parse(await readFile(cacheFile(userId), 'utf8'));
				if (!isObject(cache) || !Array.isArray(cache.items)) {
					return undefined;
				}

				return {
					listedAt: String(cache.listedAt),
					complete: cache.complete === true,
					items: cache.items,
				};
			} catch {
				return undefined; // Absent or torn: a cache that can be read anew.
			}
		},
		async saveListCache(userId, cache) {
			await writeAtomically(cacheFile(userId), JSON.stringify(cache), 0o600);
		},
	};
};
