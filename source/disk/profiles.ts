import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {toNameKey} from '../domain/portable-name.js';
import {unnamedProfile} from '../domain/profile-name.js';
import {type ConfigFolder, configRoot, openConfigFolder} from './config-folder.js';
import {atDisk} from './disk-error.js';

/** A named account with everything of its own: session, settings, list and log. */
export type Profile = {
	/** `default` for the one without a name. */
	readonly name: string;
	readonly config: ConfigFolder;
};

const profilesFolder = (configFolder: string | undefined): string =>
	path.join(configRoot(configFolder), 'profiles');

// A folder that nobody ever signed in to, or chose anything in, is no profile.
const isUsed = (folder: string): boolean =>
	['session.json', 'settings.json'].some((name) => existsSync(path.join(folder, name)));

/** The config folder of a profile; undefined names the one without a name. */
export const profileFolder = (
	configFolder: string | undefined,
	name: string | undefined,
): string =>
	name === undefined ? configRoot(configFolder) : path.join(profilesFolder(configFolder), name);

/** Whether somebody has used a profile of this name. */
export const hasProfile = (configFolder: string | undefined, name: string): boolean =>
	isUsed(profileFolder(configFolder, name));

/** All profiles: first the one without a name, where it is used, then the others by name. */
export const listProfiles = (configFolder: string | undefined): Profile[] => {
	const root = profilesFolder(configFolder);
	const names = existsSync(root) ? atDisk(root, () => readdirSync(root)) : [];
	const folders = names
		.map((name): [string, string] => [toNameKey(name), path.join(root, name)])
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return [[unnamedProfile, configRoot(configFolder)] as const, ...folders]
		.filter(([, folder]) => isUsed(folder))
		.map(([name, folder]) => ({name, config: openConfigFolder(folder)}));
};
