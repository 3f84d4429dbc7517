import path from 'node:path';
import {openArchive} from '../disk/archive.js';
import {expandHome} from '../disk/home.js';
import {type LastBackup, readLastBackup} from '../disk/last-backup.js';
import {listProfiles} from '../disk/profiles.js';
import {KnownError} from '../domain/known-error.js';
import type {SessionHolder} from '../domain/session.js';
import type {ServicesOptions} from './options.js';
import type {Parts} from './parts.js';

/** A named account and where it is backed up. */
export type ProfileInfo = {
	/** `default` for the one without a name. */
	readonly name: string;
	/** Undefined where nobody is signed in. */
	readonly session: SessionHolder | undefined;
	/** As it was chosen: absolute where `bindFolder` did. Undefined where none was. */
	readonly folder: string | undefined;
};

export type ProfileServices = {
	/** The profile in use; undefined for the one without a name. */
	readonly profile: string | undefined;
	/** All of them; nothing is asked of COROS, nor of a keychain. */
	profiles(): readonly ProfileInfo[];
	/** When a folder was last backed up into, as far as a glance tells. Never throws. */
	lastBackup(folder: string): Promise<LastBackup>;
	/** From now on this profile backs up into that folder. Throws `wrong-account` where it is another's. */
	bindFolder(folder: string): Promise<void>;
};

export const createProfileServices = (
	{configFolder, profile}: ServicesOptions,
	{config, requireSession}: Parts,
): ProfileServices => ({
	profile,
	profiles: () =>
		listProfiles(configFolder).map(({name, config: {holder, settings}}) => ({
			name,
			session: holder(),
			folder: expandHome(settings().folder),
		})),
	lastBackup: readLastBackup,
	async bindFolder(folder) {
		const {account} = await openArchive(folder, {readOnly: true});
		if (account && account.userId !== requireSession().userId) {
			throw new KnownError('wrong-account', {detail: path.resolve(folder)});
		}

		config.saveSettings({...config.settings(), folder: path.resolve(folder)});
	},
});
