import {homedir} from 'node:os';
import {KnownError} from '../domain/known-error.js';

/**
 * This user's folder; its name is often the user's own. Undefined for a user who has none, such as one
 * that systemd makes for a service (`DynamicUser`), or a mere number: Node throws where it is asked.
 */
export const homeFolder = (): string | undefined => {
	try {
		return homedir() || undefined;
	} catch {
		return undefined;
	}
};

/** The same where nothing goes without it. Throws `no-home`. */
export const requireHome = (): string => {
	const home = homeFolder();
	if (home === undefined) {
		throw new KnownError('no-home');
	}

	return home;
};

/** A path with a leading `~` for the home folder, as shells read it. Throws `no-home`. */
export const expandHome = (path: string | undefined): string | undefined =>
	path?.replace(/^~(?=$|[/\\])/, requireHome);
