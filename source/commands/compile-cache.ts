import module from 'node:module';
import os from 'node:os';
import path from 'node:path';

type Caching = {readonly enableCompileCache?: (folder?: string) => unknown};

/** Where this system keeps what can be made again. */
const cacheFolder = (): string => {
	switch (process.platform) {
		case 'darwin':
			return path.join(os.homedir(), 'Library', 'Caches');
		case 'win32':
			return process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local');
		default:
			return process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
	}
};

/**
 * Has Node keep the program as it has compiled it, from version 22.1 on: the next start is quicker.
 * In the user's own folder, not in the temporary one, where others could put something else. Where
 * it cannot be written Node goes on without; `NODE_COMPILE_CACHE` and
 * `NODE_DISABLE_COMPILE_CACHE` have their usual meaning.
 */
export const enableCompileCache = (): void => {
	const {enableCompileCache: enable} = module as Caching;
	try {
		enable?.(process.env.NODE_COMPILE_CACHE || path.join(cacheFolder(), 'coros-tui', 'compiled'));
	} catch {} // A user without a home has no such place.
};
