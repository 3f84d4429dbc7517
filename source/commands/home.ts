import os from 'node:os';

/**
 * Gives a home to a user who has none, such as one that systemd makes for a service (`DynamicUser`), or
 * a mere number: Node throws where it is asked for theirs, and so does whatever asks while it is loaded.
 * It is `/`, as elsewhere: who names no folders is told that nothing can be written there.
 */
export const ensureHome = (): void => {
	try {
		os.homedir();
	} catch {
		process.env.HOME = '/';
	}
};
