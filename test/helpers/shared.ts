import {existsSync} from 'node:fs';
import path from 'node:path';
import {describe, test} from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../shared');

/** A file of the folder beside the project that holds real samples and schemas, which never ship. */
export const sharedFile = (relative: string): string => path.join(root, relative);

/**
 * A `describe` that runs where the shared folder is, and says aloud that it does not elsewhere. Its body
 * is not even called there: vitest collects the body of a skipped `describe`, which may read a file.
 */
export const describeWithShared = (title: string, suite: () => void): void => {
	if (existsSync(root)) {
		describe(title, suite);
		return;
	}

	process.stderr.write(`SKIPPED, no ../shared folder: ${title}\n`);
	test.skip(`${title} (no ../shared folder)`, () => {});
};
