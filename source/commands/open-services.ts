import path from 'node:path';
import {unnamedProfile} from '../domain/profile-name.js';
import {usualFolder} from '../domain/usual-folder.js';
import {version} from '../domain/version.js';
import {createServices} from '../services/create-services.js';
import type {Services} from '../services/services.js';
import {clearUpSeldom} from './clear-up.js';
import type {Flags} from './flags.js';

// A slip of the pen in a script is to be said, not to begin another profile.
const mayBegin = ({command, email, token}: Flags): boolean =>
	command === 'login' || command === 'app' || email !== undefined || token !== undefined;

/** Everything a command line asks for. Its log says what for. */
export const openServices = (flags: Flags): Services => {
	const services = createServices({
		baseUrl: flags.baseUrl,
		folder: flags.backupDir === undefined ? undefined : path.normalize(flags.backupDir),
		defaultFolder: usualFolder(flags.profile, flags.demo),
		configFolder: flags.configDir,
		profile: flags.profile,
		isNewProfile: mayBegin(flags),
		wantsKeychain: flags.keychain,
		demo: flags.demo,
		verbose: flags.verbose,
		concurrency: flags.concurrency,
		version,
		timeoutMs: flags.timeoutMs,
		retryBaseMs: flags.retryBaseMs,
		environment: process.env,
		onBackUp: flags.command === 'app' ? clearUpSeldom : undefined,
	});
	services.log(
		`coros-tui ${version}, Node ${process.version}, ${process.platform}: ${flags.command}`,
	);
	return services;
};

/**
 * The command line as it would be with `--profile`. Folder and credentials that were given are those
 * of the profile that was: another's files never go there, and another never signs in with them.
 */
export const flagsOfProfile = (flags: Flags, name: string): Flags => {
	const profile = name === unnamedProfile ? undefined : name;
	return profile === flags.profile
		? flags
		: {
				...flags,
				profile,
				backupDir: undefined,
				email: undefined,
				password: undefined,
				passwordStdin: false,
				passwordCommand: undefined,
				token: undefined,
				code: undefined,
				formats: undefined,
			};
};
