import {type ConfigFolder, openConfigFolder} from '../disk/config-folder.js';
import {hasProfile, profileFolder} from '../disk/profiles.js';
import {KnownError} from '../domain/known-error.js';
import type {ServicesOptions} from './options.js';

/** Opens the config folder of a profile. Throws `unknown-profile` for one that is not to be made. */
export const openProfile = (options: ServicesOptions): ConfigFolder => {
	const {configFolder, profile, isNewProfile = false, wantsKeychain = false} = options;
	if (profile !== undefined && !isNewProfile && !hasProfile(configFolder, profile)) {
		throw new KnownError('unknown-profile', {detail: profile});
	}

	return openConfigFolder(profileFolder(configFolder, profile), {wantsKeychain});
};
