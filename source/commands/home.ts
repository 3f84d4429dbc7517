import os from 'node:os';
import {KnownError} from '../domain/known-error.js';

/** This user's folder. Throws `no-home` where there is none, as for a user that systemd makes. */
export const requireHome = (): string => {
	try {
		return os.homedir();
	} catch (cause) {
		throw new KnownError('no-home', {cause});
	}
};
