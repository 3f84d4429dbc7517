import path from 'node:path';
import {requireHome} from './home.js';

/** What decides where a system keeps what a program keeps for its user. */
export type Place = {
	readonly platform: NodeJS.Platform;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Called only where it is needed. */
	readonly home: () => string;
};

const here: Place = {platform: process.platform, environment: process.env, home: requireHome};

/**
 * The config folder where none is named: where conf has it, which asks for the home folder even where
 * it does not need it, and cannot be loaded by a user without one. Throws `no-home`.
 */
export const usualConfigFolder = ({platform, environment, home}: Place = here): string => {
	switch (platform) {
		case 'darwin':
			return path.join(home(), 'Library', 'Preferences', 'coros-tui');
		case 'win32':
			return path.join(
				environment.APPDATA || path.join(home(), 'AppData', 'Roaming'),
				'coros-tui',
				'Config',
			);
		default:
			return path.join(environment.XDG_CONFIG_HOME || path.join(home(), '.config'), 'coros-tui');
	}
};
