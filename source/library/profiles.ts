import {expandHome} from '../disk/home.js';
import {listProfiles} from '../disk/profiles.js';
import type {SessionHolder} from '../domain/session.js';
import {readSurroundings} from './surroundings.js';

/** An account that somebody used on this machine with `coros-tui`. */
export type Profile = {
	/** For `connect({profile: name})`; `default` for the one without a name. */
	readonly name: string;
	/** Who is signed in; undefined where nobody is. */
	readonly account: SessionHolder | undefined;
	/** Where `coros-tui` backs it up, where that was chosen. */
	readonly folder: string | undefined;
};

/** The accounts of this machine: first the one without a name, then the others by name. */
export const profiles = (): Profile[] =>
	listProfiles(readSurroundings().configFolder).map(({name, config}) => ({
		name,
		account: config.holder(),
		folder: expandHome(config.settings().folder),
	}));
