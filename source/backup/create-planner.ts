import type {Activity} from '../domain/activity.js';
import type {BackUpOptions} from './back-up-options.js';
import {type BackupPlan, planBackup} from './plan.js';

const there = {kind: 'saved', file: '', size: 0, sha256: '', at: ''} as const;

/**
 * Creates what plans for the archive of a run. `countsFound`: files of the folder that nobody has
 * checked yet count as there.
 */
export const createPlanner = ({archive, formats, full = false}: BackUpOptions) => {
	// Pages are planned as they come, and there may be hundreds of both.
	const found = new Set(archive.unchecked.map(({id, format}) => `${id}.${format}`));
	return (activities: readonly Activity[], countsFound: boolean): BackupPlan =>
		planBackup({
			activities,
			formats,
			now: new Date(),
			askAgain: full,
			entryOf: (id, format) =>
				countsFound && found.has(`${id}.${format}`) ? there : archive.entry(id, format),
		});
};
